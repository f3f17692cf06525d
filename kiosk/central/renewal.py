"""Renewal: nothing new, but signed again before it expires. What a timer does once a week."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from kiosk.central.chain import Chain
from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.proposal import Proposal
from kiosk.central.publisher import Publisher, Waiting
from kiosk.central.roles import PEOPLE, ROOT, TARGETS, keys_of, listed


@dataclass(frozen=True)
class Renewed:
    """The timestamp is new. `ageing` are roles that people have to sign soon; `waiting` is what some have signed."""

    chain: Chain
    ageing: tuple[str, ...] = ()
    waiting: Waiting | None = None


def renew(publisher: Publisher) -> Renewed:
    """Sign the timestamp anew, the snapshot where it ages, and root and targets where they do and the keys are here.

    Raises CentralError where the online key is not here, or the folder or the clock is not right.
    """
    with publisher.at_work() as chain:
        return renewed(publisher, chain)


def renewed(publisher: Publisher, chain: Chain) -> Renewed:
    """Renew what stands, under a lock that is held."""
    chain = publisher.renew(chain)
    waiting = publisher.waiting(chain)
    if waiting:
        return Renewed(chain, (), Waiting(waiting, waiting.lack(chain.root)))
    for role in ageing_roles(chain, publisher.charter, publisher.now):
        done = _signed_by_people(publisher, chain, role)
        if isinstance(done, Waiting):
            return Renewed(chain, ageing_roles(chain, publisher.charter, publisher.now), done)
        chain = done
    return Renewed(chain, ageing_roles(chain, publisher.charter, publisher.now))


def ageing_roles(chain: Chain, charter: Charter, now: datetime) -> tuple[str, ...]:
    """Return the roles that people should sign again."""
    return tuple(role for role in PEOPLE if charter.renews(role, chain.made(role).signed.expires, now))


def said_of(folder: CentralFolder, chain: Chain, role: str, now: datetime) -> str:
    """Return in a sentence when a role expires or has expired, who has to sign it, and with which command."""
    expires = chain.made(role).signed.expires
    day, keys = f"{expires.day} {expires:%B %Y}", keys_of(chain.root, role)
    several = f"{chain.root.roles[role].threshold} of {listed(keys)} have"
    who = several if len(keys) > 1 else f"the {listed(keys)} key has"
    command = f"send-kiosk central renew {folder.typed}" + (" --key FILE" if role in PEOPLE else "")
    if expires <= now:
        return f"{role} expired on {day}, and kiosks take nothing new: {who} to sign, with `{command}`."
    return f"{role} expires on {day}: {who} to sign before, with `{command}`."


def _signed_by_people(publisher: Publisher, chain: Chain, role: str) -> Chain | Waiting:
    """Sign a role anew with the keys at hand; where there are none of it, everything stays as it is."""
    if role == ROOT:
        proposal = Proposal((publisher.next(chain.roots[-1], chain.root.version + 1),))
    else:
        number = publisher.folder.next_number(TARGETS, chain.targets.signed.version)
        proposal = Proposal(targets=publisher.next(chain.targets, number))
    proposal.sign(chain.root, publisher.ring)
    return publisher.settle(proposal, chain) if proposal.signed_by(chain.root) else chain
