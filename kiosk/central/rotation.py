"""Rotation: another key in the place of one that is lost or stolen.

Root alone can name keys, so what replaces one is a new root, signed by those who sign root now and by those who will.
A kiosk that has seen anything signed by the replaced online key forgets its versions (The Update Framework, 5.3.11), so
that a thief who signed the highest number there is has gained nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root

from kiosk.central.chain import Chain
from kiosk.central.keys import SecretKey
from kiosk.central.proposal import Proposal
from kiosk.central.publisher import Publisher, Waiting
from kiosk.central.roles import ONLINE, ROLES, ROOT, TARGETS, assign, name_of, proper_name, roles_of
from kiosk.errors import CentralError


def rotate(publisher: Publisher, old: Key, make_key: Callable[[], SecretKey]) -> Chain | Waiting:
    """Put a new key in the place of an old one, and return what came of it.

    `make_key` gives the new key, whose file is written before anything refers to it. Raises CentralError where the old
    one counts no more, or nobody is here who may sign root.
    """
    with publisher.at_work() as chain:
        _prove_possible(publisher, chain, old)
        new = make_key()
        publisher.ring.add(new)
        return publisher.settle(_proposal(publisher, chain, old, new.public), chain)


def name_for(root: Root, old: Key, wanted: str | None) -> str:
    """Return the name of the key that takes the place of an old one. Raises CentralError for one that is not free."""
    if wanted in (None, name_of(old)):
        return name_of(old)
    taken = {name_of(key) for key in root.keys.values()}
    if wanted in {*taken, *ROLES, ONLINE} or name_of(old) in {*ROLES, ONLINE}:
        raise CentralError(
            f"A key of {wanted} cannot take the place of {name_of(old)}: --to is for the name of a new person."
        )
    return proper_name(wanted)


def _prove_possible(publisher: Publisher, chain: Chain, old: Key) -> None:
    if old.keyid not in chain.root.keys:
        raise CentralError(f"{name_of(old)} has been replaced meanwhile.")
    waiting = publisher.waiting(chain)
    if waiting and waiting.roots:
        raise CentralError(
            f"A new root waits already. Sign that first: `send-kiosk central sign {publisher.folder.typed}`."
        )
    if not any(publisher.ring.holds(chain.root.keys[key_id]) for key_id in chain.root.roles[ROOT].keyids):
        raise CentralError(
            "Only root can name another key, and no key of root is here. Fetch it: `--key FILE`. If it is lost for "
            "ever, make a new central folder, and give every kiosk its root."
        )


def _proposal(publisher: Publisher, chain: Chain, old: Key, new: Key) -> Proposal:
    """Return the roots that bring the new key in and take the old one out, and the targets if it signs those."""
    roles = roles_of(chain.root, old)
    if roles == (ROOT,):
        return Proposal((_without(_with(publisher, chain.roots[-1], new, roles), old, roles),))
    both = _with(publisher, chain.roots[-1], new, roles)
    alone = _without(publisher.next(both, both.signed.version + 1), old, roles)
    if TARGETS not in roles:
        return Proposal((both, alone))
    number = publisher.folder.next_number(TARGETS, chain.targets.signed.version)
    return Proposal((both, alone), publisher.next(chain.targets, number))


def _with(publisher: Publisher, root: Metadata[Root], new: Key, roles: tuple[str, ...]) -> Metadata[Root]:
    following = publisher.next(root, root.signed.version + 1)
    assign(following.signed, [new], roles)
    return following


def _without(root: Metadata[Root], old: Key, roles: tuple[str, ...]) -> Metadata[Root]:
    for role in roles:
        root.signed.revoke_key(old.keyid, role)
    return root
