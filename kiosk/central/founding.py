"""Founding a central folder: keys for everybody, the first root, and an empty first version of everything else."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from tuf.api.metadata import Metadata, MetaFile, Root, Snapshot, Targets, Timestamp

from kiosk.central import keys
from kiosk.central.chain import TIME, Chain, name_of
from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.keys import SecretKey
from kiosk.central.roles import ONLINE, ONLINE_ROLES, PEOPLE, ROOT, SNAPSHOT, TARGETS, TIMESTAMP, assign, proper_name
from kiosk.errors import CentralError
from kiosk.updates.naming import SIGNED_ON

SIGNERS = 3
"""People of whom two have to sign, where it is not one alone."""


@dataclass(frozen=True)
class Founding:
    """What a central folder is founded with. `people` are the names of three signers; none: one person signs alone."""

    folder: CentralFolder
    keys: Path
    charter: Charter
    people: Sequence[str]
    now: datetime

    def prove(self) -> None:
        """See that it can be. Raises CentralError where a folder is not empty or not ours, or a name is not right."""
        names = [proper_name(name) for name in self.people]
        if names and (len(set(names)) != SIGNERS or {*names} & {*PEOPLE, *ONLINE_ROLES, ONLINE}):
            raise CentralError(f"Three people need three names, and none is called root, targets or {ONLINE}.")
        with self.folder.told():
            for path in (self.folder.path, self.keys):
                if path.exists() and (not path.is_dir() or any(path.iterdir())):
                    raise CentralError(f"{path} is there already, and is not empty. Name a new folder.")
                _prove_writable(path)

    def found(self, passphrase: Callable[[str], str]) -> tuple[Chain, dict[str, Path]]:
        """Make keys and folder; return what stands then, and where the key of each name is.

        Every passphrase is asked for, by the name of its key, before anything is written. Raises CentralError, and
        leaves nothing behind where the disk fails.
        """
        self.prove()
        made = {name: keys.make(name) for name in self._names()}
        passphrases = {name: keys.prove(passphrase(name)) for name in made}
        with self.folder.told():
            try:
                files = self._write_keys(made, passphrases)
                self._write_folder(made)
            except OSError:
                self._take_back()
                raise
        return self.folder.chain(), files

    def _names(self) -> list[str]:
        return [*(self.people or PEOPLE), ONLINE]

    def _write_keys(self, made: dict[str, SecretKey], passphrases: dict[str, str]) -> dict[str, Path]:
        keys.make_folder(self.folder.disk, self.keys)
        self.charter.write(self.folder.disk, self.keys)
        return {name: keys.write(self.folder.disk, self.keys, key, passphrases[name]) for name, key in made.items()}

    def _write_folder(self, made: dict[str, SecretKey]) -> None:
        first = self._first(made)
        self.folder.make()
        for role in (ROOT, TARGETS, SNAPSHOT):
            self.folder.write_once(name_of(first[role]), first[role].to_bytes())
        self.folder.replace_timestamp(first[TIMESTAMP].to_bytes(), None)

    def _first(self, made: dict[str, SecretKey]) -> dict[str, Metadata[Any]]:
        signers = {role: [made[name] for name in self.people or (role,)] for role in PEOPLE}
        signers |= {role: [made[ONLINE]] for role in ONLINE_ROLES}
        root, targets = Metadata(self._root(signers)), Metadata(Targets(expires=self._expires(TARGETS)))
        self._sign(root, signers)
        self._sign(targets, signers)
        meta = {"targets.json": MetaFile.from_data(1, targets.to_bytes(), ["sha256"])}
        snapshot = Metadata(Snapshot(expires=self._expires(SNAPSHOT), meta=meta))
        self._sign(snapshot, signers)
        signed_on = {SIGNED_ON: self.now.strftime(TIME)}
        timestamp = Metadata(Timestamp(expires=self._expires(TIMESTAMP), unrecognized_fields=signed_on))
        timestamp.signed.snapshot_meta = MetaFile.from_data(1, snapshot.to_bytes(), ["sha256"])
        self._sign(timestamp, signers)
        return {ROOT: root, TARGETS: targets, SNAPSHOT: snapshot, TIMESTAMP: timestamp}

    def _root(self, signers: dict[str, list[SecretKey]]) -> Root:
        root = Root(expires=self._expires(ROOT))
        for role, people in signers.items():
            assign(root, [key.public for key in people], [role])
            root.roles[role].threshold = min(len(people), 2)
        return root

    def _sign(self, made: Metadata[Any], signers: dict[str, list[SecretKey]]) -> None:
        for key in signers[made.signed.type]:
            made.sign(key.signer, append=True)

    def _expires(self, role: str) -> datetime:
        return self.charter.expires(role, self.now)

    def _take_back(self) -> None:
        """Remove what was written before the disk failed, as far as it can be; both folders were empty before."""
        for folder in (self.folder.path, self.keys):
            with suppress(OSError):
                for path in folder.iterdir():
                    self.folder.disk.remove(path)


def _prove_writable(path: Path) -> None:
    """See that this account may make a folder, before anybody thinks of passphrases. Raises CentralError."""
    there = next(folder for folder in (path.absolute(), *path.absolute().parents) if folder.exists())
    if not os.access(there, os.W_OK | os.X_OK):
        raise CentralError(
            f"{path} cannot be made: this account may not write into {there}. Let it, or name another place."
        )
