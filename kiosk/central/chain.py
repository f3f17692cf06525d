"""The chain of a central folder: each root, then the timestamp, snapshot and targets that stand now, all verified.

It is what a kiosk verifies, but for expiry: a publisher has to be able to read what has expired, and sign it again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Protocol, TypeVar

from tuf.api.exceptions import LengthOrHashMismatchError, RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp

from kiosk.central.roles import ROLES, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from kiosk.errors import CentralError
from kiosk.updates.naming import PUBLISHED, SIGNED_ON
from kiosk.updates.root import verify_root

TIME = "%Y-%m-%dT%H:%M:%SZ"
FIRST_ROOT = "metadata/1.root.json"
"""What a kiosk trusts at first."""
TIMESTAMP_FILE = "metadata/timestamp.json"
LARGEST_METADATA = 5_000_000
"""Bytes; ours has a few thousand."""

_ROOT_FILE = re.compile(r"metadata/(\d{1,9})\.root\.json")
_UNREADABLE = (RepositoryError, ValueError, TypeError, LookupError, AttributeError)
"""What python-tuf raises for signed data that makes no sense."""
_T = TypeVar("_T", Root, Timestamp, Snapshot, Targets)


class Readable(Protocol):
    """Where the files of a central folder are read from; it is called what `str` gives."""

    def names(self) -> set[str]:
        """Return the name of every file, such as `metadata/1.root.json`."""

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a file. Raises CentralError where it is missing, unreadable or has more than `most`."""


@dataclass(frozen=True)
class Chain:
    """What stands now. `stamp` is the timestamp's file, byte for byte."""

    roots: tuple[Metadata[Root], ...]
    timestamp: Metadata[Timestamp]
    snapshot: Metadata[Snapshot]
    targets: Metadata[Targets]
    stamp: bytes

    @property
    def root(self) -> Root:
        """Who may sign now."""
        return self.roots[-1].signed

    @property
    def signed_on(self) -> datetime:
        """When the timestamp was signed."""
        written = self.timestamp.signed.unrecognized_fields[SIGNED_ON]
        return datetime.strptime(written, TIME).replace(tzinfo=UTC)

    @property
    def published(self) -> date | None:
        """The date of the newest content; None before the first."""
        return max((published_on(target) for target in self.targets.signed.targets.values()), default=None)

    def made(self, role: str) -> Metadata[Any]:
        """Return what is signed of a role."""
        everything: dict[str, Metadata[Any]] = {
            ROOT: self.roots[-1],
            TARGETS: self.targets,
            SNAPSHOT: self.snapshot,
            TIMESTAMP: self.timestamp,
        }
        return everything[role]

    def expired(self, now: datetime) -> list[str]:
        """Return the roles whose signature is good no more."""
        return [role for role in ROLES if self.made(role).signed.is_expired(now)]

    def files(self) -> dict[str, TargetFile]:
        """Return the content files, by name."""
        return files_of(self.targets.signed)

    def names(self) -> list[str]:
        """Return the name of every file that a kiosk may ask for."""
        current = [name_of(self.made(role)) for role in (TIMESTAMP, SNAPSHOT, TARGETS)]
        return [*map(name_of, self.roots), *current, *self.files()]


def read_chain(source: Readable) -> Chain:
    """Read and verify what stands. Raises CentralError, naming the file, where something is missing or not right."""
    roots = _roots(source)
    stamp = source.read(TIMESTAMP_FILE, LARGEST_METADATA)
    timestamp = _delegated(source, Timestamp, TIMESTAMP_FILE, stamp, roots[-1].signed)
    snapshot = _referred(source, Snapshot, timestamp.signed.snapshot_meta, roots[-1].signed)
    with _sense(source, name_of(snapshot)):
        meta = snapshot.signed.meta["targets.json"]
    targets = _referred(source, Targets, meta, roots[-1].signed)
    chain = Chain(tuple(roots), timestamp, snapshot, targets, stamp)
    with _sense(source, TIMESTAMP_FILE):
        _ = chain.signed_on
    with _sense(source, name_of(targets)):
        _ = chain.published
        chain.files()
    return chain


def broken_files(source: Readable, targets: Targets) -> Iterator[str]:
    """Yield a sentence for each content file that is missing, or not what was signed."""
    for name, target in files_of(targets).items():
        try:
            target.verify_length_and_hashes(source.read(name, target.length))
        except CentralError as error:
            yield str(error)
        except LengthOrHashMismatchError:
            yield f"{name} in {source} is not what was signed. Put back a good copy of it, or publish again."


def name_of(made: Metadata[Any]) -> str:
    """Return the name of a metadata file."""
    signed = made.signed
    return TIMESTAMP_FILE if signed.type == TIMESTAMP else f"metadata/{signed.version}.{signed.type}.json"


def files_of(targets: Targets) -> dict[str, TargetFile]:
    """Return the content files that targets name, each by the name that it has on disk."""
    return {f"targets/{target.hashes['sha256']}.{name}": target for name, target in targets.targets.items()}


def published_on(target: TargetFile) -> date:
    """Return the date of published content."""
    return date.fromisoformat(target.custom[PUBLISHED])


@contextmanager
def _sense(source: Readable, name: str) -> Iterator[None]:
    """Turn what cannot be made sense of into a CentralError that names the file."""
    try:
        yield
    except _UNREADABLE as error:
        message = f"{name} in {source} is damaged, or not signed by who has to. Put back a good copy of it."
        raise CentralError(message) from error


def _roots(source: Readable) -> list[Metadata[Root]]:
    numbers = [int(found[1]) for name in source.names() if (found := _ROOT_FILE.fullmatch(name))]
    roots: list[Metadata[Root]] = []
    for number in range(1, max([1, *numbers]) + 1):
        name = f"metadata/{number}.root.json"
        data = source.read(name, LARGEST_METADATA)
        with _sense(source, name):
            made = Metadata[Root].from_bytes(data)
            verify_root(made, roots[-1].signed if roots else None)
            if made.signed.version != number:
                raise ValueError(f"version {made.signed.version}")
        roots.append(made)
    return roots


def _referred(source: Readable, kind: type[_T], meta: MetaFile, root: Root) -> Metadata[_T]:
    name = f"metadata/{meta.version}.{kind.type}.json"
    data = source.read(name, LARGEST_METADATA)
    with _sense(source, name):
        meta.verify_length_and_hashes(data)
    made = _delegated(source, kind, name, data, root)
    with _sense(source, name):
        if made.signed.version != meta.version:
            raise ValueError(f"version {made.signed.version}")
    return made


def _delegated(source: Readable, kind: type[_T], name: str, data: bytes, root: Root) -> Metadata[_T]:
    with _sense(source, name):
        made = Metadata[_T].from_bytes(data)
        if made.signed.type != kind.type:
            raise ValueError(f"a {made.signed.type}")
        root.verify_delegate(kind.type, made.signed_bytes, made.signatures)
    return made
