"""The trust of a kiosk: the newest metadata it has verified, and so its floor. One file, replaced in one step.

python-tuf keeps its metadata in a folder of many files. It is given one that does not outlive the update, made from
this file and put back into it, so that a power cut leaves all of the old trust or all of the new.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Timestamp

from kiosk.disk import Disk
from kiosk.updates.naming import SIGNED_ON

FILE = "trust.json"
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
_TIMESTAMP = "timestamp.json"
ROOTS = "root_history"
"""Where python-tuf keeps every root, by version."""
_METADATA = re.compile(rf"({ROOTS}/\d+\.root|[\w%~-][\w%~.-]*)\.json", re.ASCII)
"""The names that python-tuf gives its files."""


Numbers = tuple[int, int]
"""A version of the root, and one of the targets, by which content is older or newer."""
NONE_YET: Numbers = (0, 0)


@dataclass(frozen=True)
class Trust:
    """Verified metadata by file name, as python-tuf keeps it.

    `whole` says that all that the newest timestamp refers to was verified with it; `content` is the hash of the content
    that it offers; `root` is the hash of the settings' root under which it was verified. `number` is the highest that
    content had which was verified under that root.
    """

    metadata: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    content: str = ""
    root: str = ""
    number: Numbers = NONE_YET

    def of(self, root: str) -> Trust:
        """Return what of it holds under a root of the settings: whose numbers they were, only that publisher knows."""
        return self if self.root == root else replace(self, whole=False, content="", root=root, number=NONE_YET)

    @property
    def timestamp(self) -> bytes:
        """The newest trusted timestamp, byte for byte; empty for none."""
        return self.metadata.get(_TIMESTAMP, "").encode()

    @property
    def floor(self) -> datetime:
        """When the newest trusted timestamp was signed; long ago for none, and where it does not say."""
        try:
            return signing_time(Metadata[Timestamp].from_bytes(self.timestamp).signed)
        except RepositoryError:
            return LONG_AGO

    @property
    def expires(self) -> datetime:
        """When the newest trusted timestamp runs out; long ago for none."""
        try:
            return Metadata[Timestamp].from_bytes(self.timestamp).signed.expires
        except RepositoryError:
            return LONG_AGO

    def unpack(self, folder: Path) -> None:
        """Write the metadata to a folder, as python-tuf reads it."""
        (folder / ROOTS).mkdir(parents=True, exist_ok=True)
        for name, text in self.metadata.items():
            (folder / name).write_bytes(text.encode())

    def packed(self, folder: Path, content: str, number: Numbers) -> Trust:
        """Return the trust after python-tuf has verified what is in a folder.

        `content` is the hash of what is offered; empty where not everything could be verified.
        """
        files = [*folder.glob("*.json"), *(folder / ROOTS).glob("*.json")]
        found = {
            str(path.relative_to(folder).as_posix()): path.read_bytes().decode()
            for path in sorted(files)
            if not path.is_symlink()
        }
        return replace(self, metadata=found, whole=bool(content), content=content, number=max(self.number, number))


def read_trust(folder: Path) -> Trust:
    """Return what was kept in a folder; where that is missing or damaged, no trust beyond the root of the settings."""
    try:
        kept = json.loads((folder / FILE).read_bytes())
        found = {str(name): str(text) for name, text in kept["metadata"].items() if _METADATA.fullmatch(str(name))}
        for text in found.values():
            text.encode()
        root, targets = map(int, kept["number"])
        return Trust(found, kept["whole"] is True, str(kept["content"]), str(kept["root"]), (root, targets))
    except (OSError, ValueError, TypeError, AttributeError, LookupError, OverflowError, RecursionError):
        return Trust()


def keep_trust(folder: Path, trust: Trust, disk: Disk) -> None:
    """Keep the trust in a folder. Raises OSError where it cannot be written."""
    kept = {"whole": trust.whole, "content": trust.content, "root": trust.root, "number": trust.number}
    disk.make_folder(folder)
    disk.replace_file(folder / FILE, json.dumps({**kept, "metadata": dict(trust.metadata)}, indent=1).encode())


def signing_time(timestamp: Timestamp) -> datetime:
    """Return when a timestamp was signed, as it says itself; long ago where it does not say."""
    try:
        signed = str(timestamp.unrecognized_fields[SIGNED_ON])
        return datetime.strptime(signed, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except (LookupError, ValueError):
        return LONG_AGO
