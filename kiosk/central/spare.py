"""Spare files: what the timestamp refers to no more. They are kept for kiosks that are halfway, and then removed.

A kiosk reads the timestamp, and then what it refers to, which over a poor line may take an hour. So the last three
contents stay, with their metadata; what is older goes once the oldest of them has stood for a day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Snapshot, Targets

from kiosk.central.chain import LARGEST_METADATA, Chain, files_of
from kiosk.central.folder import OURS, CentralFolder
from kiosk.central.proposal import Proposal
from kiosk.disk import TEMPORARY
from kiosk.errors import CentralError

KEPT = 3
"""Contents that stay, the current one among them."""
PATIENCE = timedelta(days=1)

_SNAPSHOT = re.compile(r"metadata/(\d{1,9})\.snapshot\.json")
_OLD = re.compile(
    rf"metadata/\d+\.(snapshot|targets)\.json|targets/[0-9a-f]{{64}}\.[^/]+|(.*/)?{re.escape(TEMPORARY)}[^/]*"
)
"""Names that only we give; anything else in the folder is not ours to remove."""


def kept(folder: CentralFolder, chain: Chain) -> set[str]:
    """Return the files of earlier versions that stay for kiosks that are halfway."""
    files: set[str] = set(chain.files())
    found: set[str] = set()
    for snapshot, targets, contents in _earlier(folder, chain):
        files |= contents
        if _too_many(files):
            break
        found |= {snapshot, targets, *contents}
    return found - set(chain.names())


def strays(folder: CentralFolder, chain: Chain) -> list[str]:
    """Return the files that nothing refers to, sorted."""
    return sorted(folder.names() - {*chain.names(), *kept(folder, chain), *_waiting(folder), *OURS})


def tidy(folder: CentralFolder, chain: Chain, now: datetime) -> None:
    """Remove what nobody has needed for a day. What cannot be removed stays, and is tried again the next time."""
    with suppress(CentralError, OSError):
        snapshots = filter(_SNAPSHOT.fullmatch, kept(folder, chain))
        needed_until = min(map(folder.written_on, snapshots), default=datetime.min.replace(tzinfo=UTC))
        for name in strays(folder, chain):
            if _OLD.fullmatch(name) and max(needed_until, folder.written_on(name)) < now - PATIENCE:
                folder.remove(name)


def _earlier(folder: CentralFolder, chain: Chain) -> Iterator[tuple[str, str, set[str]]]:
    """Yield each snapshot before the current one, newest first, with the targets and contents that it leads to."""
    numbers = (int(found[1]) for name in folder.names() if (found := _SNAPSHOT.fullmatch(name)))
    for number in sorted(numbers, reverse=True):
        with suppress(CentralError, RepositoryError, LookupError):  # it was never finished, or goes already
            if number < chain.snapshot.signed.version:
                snapshot = f"metadata/{number}.snapshot.json"
                meta = (
                    Metadata[Snapshot].from_bytes(folder.read(snapshot, LARGEST_METADATA)).signed.meta["targets.json"]
                )
                targets = f"metadata/{meta.version}.targets.json"
                made = Metadata[Targets].from_bytes(folder.read(targets, LARGEST_METADATA))
                yield snapshot, targets, set(files_of(made.signed))


def _too_many(files: set[str]) -> bool:
    """Say whether there are more contents of a format than stay."""
    formats = [name.partition(".")[2] for name in files]
    return any(formats.count(each) > KEPT for each in formats)


def _waiting(folder: CentralFolder) -> set[str]:
    """Return the content that waits for signatures."""
    with suppress(CentralError):
        proposal = Proposal.read(folder.pending() or b"")
        return set(files_of(proposal.targets.signed)) if proposal.targets else set()
    return set()
