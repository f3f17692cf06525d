"""Publishing: content becomes a target, people sign it, and it is there for every kiosk. And signing what waits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tuf.api.metadata import TargetFile, Targets

from kiosk.central.candidate import Candidate
from kiosk.central.chain import Chain, broken_files, files_of
from kiosk.central.folder import CentralFolder
from kiosk.central.proposal import Proposal
from kiosk.central.publisher import Publisher, Waiting
from kiosk.central.renewal import Renewed, renewed
from kiosk.central.roles import TARGETS
from kiosk.errors import CentralError
from kiosk.updates.naming import PUBLISHED, target_name

SCHEMA = "schema"
"""The field beside a target that says its format."""


@dataclass(frozen=True)
class Published:
    """The content stands now."""

    chain: Chain


def publish(
    publisher: Publisher, candidate: Candidate, older_on_purpose: bool = False
) -> Published | Renewed | Waiting:
    """Publish content; where these very bytes are published already, only renew.

    Raises CentralError where the content's date is before the last one, or a replaced key waits to be signed.
    """
    with publisher.at_work() as chain:
        if is_published(chain, candidate):
            publisher.folder.write_content(target_name(candidate.schema), candidate.data)  # should it have gone
            return renewed(publisher, chain)
        prove_date(chain, candidate, publisher.now, older_on_purpose)
        _prove_nothing_urgent_waits(publisher, chain)
        target = _target(candidate)
        following = publisher.next(chain.targets, _number(publisher, chain))
        following.signed.targets[target.path] = target
        done = publisher.settle(Proposal(targets=following), chain, {target.path: candidate.data})
        return done if isinstance(done, Waiting) else Published(done)


def sign(publisher: Publisher, shown: Proposal) -> Published | Waiting:
    """Sign what waits for signatures and was shown to the signer, and publish it where that is enough.

    Raises CentralError where something else waits by now, nothing does, or nobody has signed it yet.
    """
    with publisher.at_work() as chain:
        if shown.after(chain) == Proposal():
            return Published(chain)  # it only waited for the online key
        proposal = proposed(publisher, chain)
        if proposal.write() != shown.write():
            raise CentralError("What waits has changed meanwhile. Nothing was signed; look at it again.")
        done = publisher.settle(proposal, chain)
        return done if isinstance(done, Waiting) else Published(done)


def proposed(publisher: Publisher, chain: Chain) -> Proposal:
    """Return what waits for signatures, after looking at it. Raises CentralError where it should not be signed."""
    written = publisher.folder.pending()
    if written is not None:
        Proposal.read(written)
    proposal = publisher.waiting(chain)
    if proposal is None:
        raise CentralError(f"Nothing waits for a signature in {publisher.folder}.")
    if not proposal.signed_by(chain.root):
        raise CentralError(
            f"What waits in {publisher.folder} is signed by nobody who may sign. Delete {publisher.folder}/pending."
        )
    if proposal.targets:
        for problem in broken_files(publisher.folder, proposal.targets.signed):
            raise CentralError(problem)
    return proposal


def is_published(chain: Chain, candidate: Candidate) -> bool:
    """Say whether these very bytes are published."""
    target = chain.targets.signed.targets.get(target_name(candidate.schema))
    return target is not None and target.hashes["sha256"] == candidate.sha256


def content_file(folder: CentralFolder, targets: Targets, schema: int) -> Path | None:
    """Return where the content of a format is, as targets name it; None where they name none."""
    name = target_name(schema)
    return next((folder.path / file for file, target in files_of(targets).items() if target.path == name), None)


def _target(candidate: Candidate) -> TargetFile:
    target = TargetFile.from_data(target_name(candidate.schema), candidate.data)
    custom: dict[str, Any] = {PUBLISHED: candidate.published.isoformat(), SCHEMA: candidate.schema}
    target.unrecognized_fields["custom"] = custom
    return target


def _number(publisher: Publisher, chain: Chain) -> int:
    """Return the number of the next targets, above what waits as well: nobody signs two with the same number."""
    waiting = publisher.waiting(chain)
    above = waiting.targets.signed.version if waiting and waiting.targets else 0
    return publisher.folder.next_number(TARGETS, max(above, chain.targets.signed.version))


def prove_date(chain: Chain, candidate: Candidate, now: datetime, older_on_purpose: bool = False) -> None:
    """See that content may follow what is published. Raises CentralError for a date before that, or still to come."""
    date, last = candidate.published, chain.published
    if last and date < last and not older_on_purpose:
        raise CentralError(
            f"This content is of {date}, and what is published is of {last}. To go back, add --older-on-purpose."
        )
    if date > now.date() + timedelta(days=1):
        raise CentralError(f"This content is of {date}, which is still to come. Put its date right in content.toml.")


def _prove_nothing_urgent_waits(publisher: Publisher, chain: Chain) -> None:
    waiting = publisher.waiting(chain)
    if waiting and waiting.roots:
        lack = waiting.lack(chain.root)
        what = f"a signature of {lack}" if lack else "the online key"
        raise CentralError(
            f"A new root waits for {what}. That comes first: `send-kiosk central sign {publisher.folder.typed}`."
        )
