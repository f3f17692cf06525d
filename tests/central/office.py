"""A publisher's office: a central folder founded as publishers do it, with its keys, and kiosks that look at it."""

from __future__ import annotations

import copy
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.central import keys, publishing, rotation
from kiosk.central.candidate import Candidate
from kiosk.central.chain import Chain
from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.founding import Founding
from kiosk.central.keys import KeyRing
from kiosk.central.publisher import Publisher
from kiosk.central.roles import find, name_of
from kiosk.content.database import SCHEMA_VERSION
from kiosk.disk import Disk
from kiosk.updates.naming import target_name
from tests.helpers.central import NOW, shown

CONTENT = target_name(SCHEMA_VERSION)
THREE = ("amina", "ben", "carys")
OLD, NEW = Candidate(b"old content", date(2026, 11, 20)), Candidate(b"new content", date(2026, 11, 27))


def passphrase(name: str) -> str:
    """Return the passphrase of somebody's key."""
    return f"the long passphrase of {name}"


@dataclass
class Office:
    """An office in a folder of its own. `people` are those who sign, none for one alone."""

    home: Path
    people: tuple[str, ...] = ()
    charter: Charter = field(default_factory=Charter)

    def __post_init__(self) -> None:
        self.folder = CentralFolder(self.home / "central")
        self.keys = self.home / "keys"
        Founding(self.folder, self.keys, self.charter, self.people, NOW).found(passphrase)
        self.root = (self.folder.path / "metadata/1.root.json").read_bytes()

    @classmethod
    def again(cls, home: Path, other: Office) -> Office:
        """Return an office whose files were copied from another one."""
        office = copy.copy(other)
        office.home, office.keys, office.folder = home, home / "keys", CentralFolder(home / "central")
        return office

    def ring(self, *names: str) -> KeyRing:
        """Return the keys of these names, or all there are."""
        files = [file for file in keys.in_folder(self.keys) if not names or file.name in names]
        return KeyRing(files, lambda file: passphrase(file.name))

    def publisher(self, *names: str, now: datetime = NOW, disk: Disk | None = None, **settings: Any) -> Publisher:
        """Return somebody with the keys of these names, or all."""
        folder = CentralFolder(self.folder.path, disk)
        return Publisher(folder, self.ring(*names), self.charter, lambda: now, **{"patience": 0.0, **settings})

    def publish(self, candidate: Candidate, *names: str, now: datetime = NOW, disk: Disk | None = None) -> Any:
        """Publish content with the keys of these names, or all."""
        return publishing.publish(self.publisher(*names, now=now, disk=disk), candidate)

    def sign(self, *names: str, now: datetime = NOW, disk: Disk | None = None) -> Any:
        """Sign what waits with the keys of these names, or all."""
        publisher = self.publisher(*names, now=now, disk=disk)
        return publishing.sign(publisher, publishing.proposed(publisher, publisher.folder.chain()))

    def rotate(self, name: str, *names: str, now: datetime = NOW, disk: Disk | None = None) -> Any:
        """Replace a key, of which a file is written, with the keys of these names, or all."""
        publisher = self.publisher(*names, now=now, disk=disk)
        old = find(publisher.folder.chain().root, name)

        def make() -> keys.SecretKey:
            new = keys.make(name_of(old))
            keys.write(publisher.folder.disk, self.keys, new, passphrase(name_of(old)))
            return new

        return rotation.rotate(publisher, old, make)

    def chain(self) -> Chain:
        """Return what stands."""
        return self.folder.chain()

    def shows(self, now: datetime = NOW, state: Path | None = None) -> bytes | None:
        """Return what a kiosk would show, by python-tuf's own client."""
        return shown(self.folder.path, self.root, now, state)

    def files(self) -> dict[str, str]:
        """Return every file that counts, with the hash of what is in it."""
        names = sorted(name for name in self.folder.names() if not name.startswith(".publishing"))
        return {name: sha256((self.folder.path / name).read_bytes()).hexdigest() for name in names}

    def age(self, by: float) -> None:
        """Make every file look as old as this moment, a time stamp."""
        for name in self.folder.names():
            os.utime(self.folder.path / name, (by, by))


Breaking = Callable[[Office], None]
