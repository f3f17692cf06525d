"""A central folder for tests: made at once, signed with keys of its own, and broken in any way a test wants.

It is made with python-tuf alone, so that it needs none of the publisher's commands that it helps to test.

    central = Central(tmp_path / "central")  # root and empty targets, snapshot, timestamp, signed at NOW
    central.publish(database.read_bytes())  # content, targets, snapshot, timestamp: each a version newer
    central.publish(b"any bytes", published="2026-12-01", now=NOW + timedelta(days=3))
    central.renew(now=NOW + timedelta(days=30))  # a new timestamp and nothing else
    central.rotate("online")  # or "root", "targets": another key in the place of its first one
    central.root  # bytes of metadata/1.root.json: what a kiosk trusts at first
    central.bundle(tmp_path / "send-kiosk-content.zip")  # all of it as one file, as it is now
    central.copy(tmp_path / "old")  # the folder as it is now: an old stick, a mirror that stands still

`Central(folder, people=3)` has three keys and needs two for root and for targets.

To sign what nobody should have signed, change what is signed; all that refers to it is signed again:

    central.change("timestamp", lambda timestamp: setattr(timestamp, "version", 2**31))
    central.change("targets", edit, keys=[stranger()])  # with a key that nobody knows
    central.change("snapshot", edit, alone=True)  # and nothing that refers to it

To break files as they lie there; a name is relative to the folder:

    central.flip(central.name("snapshot"))  # turns one bit; `at` says of which byte
    central.cut(central.name("targets"), 10)  # leaves its first 10 bytes
    central.remove(central.content_name())
    central.write("metadata/timestamp.json", b"...")

What a kiosk would see of any such folder: `shown(folder, root, now, state)`, by python-tuf's own client. It returns
the bytes of the content, and raises tuf.api.exceptions.RepositoryError or DownloadError. `state` is a folder that
keeps what that kiosk trusts from one look to the next; without it the kiosk is a new one.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from securesystemslib.signer import CryptoSigner
from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, TargetFile, Targets, Timestamp
from tuf.ngclient import FetcherInterface, Updater

from kiosk.content.database import SCHEMA_VERSION
from kiosk.updates.naming import BUNDLE_NAME, SIGNED_ON, target_name

NOW = datetime(2026, 11, 28, 9, 0, 0, tzinfo=UTC)
DAYS = {"root": 730, "targets": 365, "snapshot": 365, "timestamp": 35}
ONLINE = ("snapshot", "timestamp")


def stranger() -> CryptoSigner:
    """Return a key that no central file knows."""
    return CryptoSigner.generate_ed25519()


class Central:
    """A central folder, with the keys to sign anything in it; the module says how it is used."""

    def __init__(self, folder: Path, people: int = 1, now: datetime = NOW) -> None:
        """Make the folder with an empty first version of everything. `people` is 1, or 3 of whom 2 have to sign."""
        self.folder = folder
        self.now = now
        self.threshold = 1 if people == 1 else 2
        online = [stranger()]
        root, targets = ([stranger() for _ in range(people)] for _ in range(2))
        self.keys = {"root": root, "targets": targets, "snapshot": online, "timestamp": online}
        self.made: dict[str, Metadata[Any]] = {
            "root": Metadata(Root()),
            "targets": Metadata(Targets()),
            "snapshot": Metadata(Snapshot()),
            "timestamp": Metadata(Timestamp()),
        }
        for role, signers in self.keys.items():
            self.made["root"].signed.roles[role].threshold = 1 if role in ONLINE else self.threshold
            for signer in signers:
                self.made["root"].signed.add_key(signer.public_key, role)
        for role in ("root", "targets"):
            self._sign(role, self.keys[role], now)
        self._refer(now)

    @property
    def root(self) -> bytes:
        """What a kiosk trusts at first: the first root."""
        return self.path("metadata/1.root.json").read_bytes()

    def path(self, name: str) -> Path:
        """Return where a file is, by its name in the folder."""
        return self.folder / name

    def name(self, role: str, version: int | None = None) -> str:
        """Return the name of a metadata file, of its current version or another."""
        if role == "timestamp":
            return "metadata/timestamp.json"
        return f"metadata/{version or self.made[role].signed.version}.{role}.json"

    def content_name(self, schema: int = SCHEMA_VERSION) -> str:
        """Return the name of the content file that is published now."""
        target = self.made["targets"].signed.targets[target_name(schema)]
        return f"targets/{target.hashes['sha256']}.{target_name(schema)}"

    def publish(
        self,
        content: bytes,
        published: str = "2026-11-23",
        schema: int = SCHEMA_VERSION,
        now: datetime | None = None,
        days: int = DAYS["targets"],
    ) -> None:
        """Publish content of a date: the file, targets that are good for so many days, snapshot and timestamp."""
        now = now or self.now
        name = target_name(schema)
        target = TargetFile.from_data(name, content)
        target.unrecognized_fields["custom"] = {"published": published, "schema": schema}
        self.write(f"targets/{sha256(content).hexdigest()}.{name}", content)
        self.change("targets", lambda targets: targets.targets.update({name: target}), now=now, days=days)

    def renew(self, now: datetime | None = None, days: int = DAYS["timestamp"]) -> None:
        """Sign a new timestamp that is good for so many days."""
        self.change("timestamp", lambda timestamp: None, now=now, days=days)

    def rotate(self, role: str, now: datetime | None = None) -> None:
        """Put a new key in the place of the first one of "root", "targets" or "online" (snapshot and timestamp)."""
        new, before = stranger(), list(self.keys["root"])
        roles = ONLINE if role == "online" else (role,)
        old = self.keys[roles[0]][0]
        root: Root = self.made["root"].signed
        for each in roles:
            root.revoke_key(old.public_key.keyid, each)
            root.add_key(new.public_key, each)
            self.keys[each] = [new, *self.keys[each][1:]]
        signers = {signer.public_key.keyid: signer for signer in (*before, *self.keys["root"])}
        root.version += 1
        self._sign("root", list(signers.values()), now or self.now)
        if role == "targets":
            self.change("targets", lambda targets: None, now=now)
        elif role == "online":
            self.change("snapshot", lambda snapshot: None, now=now)

    def change(
        self,
        role: str,
        edit: Callable[[Any], None],
        keys: Sequence[CryptoSigner] | None = None,
        now: datetime | None = None,
        days: int | None = None,
        alone: bool = False,
    ) -> None:
        """Sign a next version of a role as `edit` leaves it, then what refers to it unless it is to stand `alone`.

        The version and expiry are set before `edit` is called, so that it may set others.
        """
        now = now or self.now
        signed = self.made[role].signed
        signed.version += 1
        signed.expires = now + timedelta(days=DAYS[role] if days is None else days)
        if role == "timestamp":
            signed.unrecognized_fields[SIGNED_ON] = now.strftime("%Y-%m-%dT%H:%M:%SZ")
        edit(signed)
        self._write(role, self.keys[role] if keys is None else keys)
        if alone or role in ("root", "timestamp"):
            return
        following = "snapshot" if role == "targets" else "timestamp"
        self.change(following, lambda above: self.point(above, role), now=now)

    def bundle(self, path: Path) -> Path:
        """Write the current set as one file; into a folder under the name that kiosks look for."""
        path = path / BUNDLE_NAME if path.is_dir() else path
        with ZipFile(path, "w", ZIP_STORED) as file:
            for name in self.names():
                file.writestr(ZipInfo(name), self.path(name).read_bytes())
        return path

    def names(self) -> list[str]:
        """Return the names of all files of the current set: each root, the current metadata, the current content."""
        roots = [self.name("root", version + 1) for version in range(self.made["root"].signed.version)]
        targets = self.made["targets"].signed.targets.items()
        files = [f"targets/{target.hashes['sha256']}.{name}" for name, target in targets]
        return [*roots, *map(self.name, ("timestamp", "snapshot", "targets")), *files]

    def copy(self, folder: Path) -> Path:
        """Copy the folder as it is now."""
        return Path(shutil.copytree(self.folder, folder))

    def write(self, name: str, data: bytes) -> None:
        """Write any file of the folder."""
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def flip(self, name: str, at: int = -20) -> None:
        """Turn the lowest bit of one byte of a file."""
        data = bytearray(self.path(name).read_bytes())
        data[at] ^= 1
        self.write(name, bytes(data))

    def cut(self, name: str, length: int = 0) -> None:
        """Leave only so many of the first bytes of a file."""
        self.write(name, self.path(name).read_bytes()[:length])

    def remove(self, name: str) -> None:
        """Take a file away."""
        self.path(name).unlink()

    def _sign(self, role: str, keys: Sequence[CryptoSigner], now: datetime) -> None:
        self.made[role].signed.expires = now + timedelta(days=DAYS[role])
        self._write(role, keys)

    def _refer(self, now: datetime) -> None:
        """Sign the first snapshot and timestamp, whose versions are 1 like everything that is new."""
        for role in ONLINE:
            self.made[role].signed.version = 0
        self.change("snapshot", lambda snapshot: self.point(snapshot, "targets"), now=now)

    def _write(self, role: str, keys: Sequence[CryptoSigner]) -> None:
        made = self.made[role]
        made.signatures.clear()
        for key in keys:
            made.sign(key, append=True)
        self.write(self.name(role), made.to_bytes())

    def point(self, above: Snapshot | Timestamp, role: str) -> None:
        """Write into a snapshot or timestamp that is to be signed what the file of a role is now."""
        data = self.path(self.name(role)).read_bytes()
        file = MetaFile.from_data(self.made[role].signed.version, data, ["sha256"])
        if isinstance(above, Snapshot):
            above.meta["targets.json"] = file
        else:
            above.snapshot_meta = file


class FolderFetcher(FetcherInterface):
    """Fetches from a folder what a kiosk would fetch from a server; what is missing there is a 404."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self.folder / url.removeprefix("folder:/")
        if not path.is_file():
            raise DownloadHTTPError(f"There is no {path}.", 404)
        yield path.read_bytes()

    def fetch(self, url: str) -> Iterator[bytes]:
        try:
            return iter([b"".join(self._fetch(url))])
        except OSError as error:
            raise DownloadError(str(error)) from error


def shown(
    folder: Path, root: bytes, now: datetime = NOW, state: Path | None = None, schema: int = SCHEMA_VERSION
) -> bytes | None:
    """Return the content that a kiosk would take from a central folder; None where it has none of that format."""
    with tempfile.TemporaryDirectory() as scratch:
        metadata = state or Path(scratch) / "metadata"
        metadata.mkdir(exist_ok=True)
        base = ("folder:/metadata", scratch, "folder:/targets")
        updater = Updater(str(metadata), *base, FolderFetcher(folder), bootstrap=root)
        updater._trusted_set.reference_time = now
        updater.refresh()
        target = updater.get_targetinfo(target_name(schema))
        return None if target is None else Path(updater.download_target(target)).read_bytes()
