"""The releases on a kiosk: staged whole, activated by one pointer, rolled back to the last good one.

```
releases/<id>/content.db    never changed once it has this name
releases/<id>/release.json
pointer.json                which is active, which was the last good one, which were refused
work/                       what is not whole yet; emptied before each update
```

A folder gets its name among the releases only when everything in it is safe on the disk, so a power cut leaves it there
whole or not at all; the pointer is replaced in one step.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from kiosk.content.pointer import FILE, Pointer
from kiosk.content.release import ABOUT, DATABASE, HASH_IN_NAME, Number, Release, release_id, turn_of
from kiosk.disk import Disk
from kiosk.errors import ContentError

MOST_STARTS = 2
"""This many starts of the program with a release that never came to be seen; at the next it is rolled back."""

log = logging.getLogger(__name__)


class Releases:
    """The releases in one folder. Methods that write may raise OSError; nothing that was there is lost then."""

    def __init__(self, folder: Path, disk: Disk | None = None) -> None:
        """Look into a folder; it need not be there yet."""
        self.folder = folder
        self._disk = disk or Disk()

    @property
    def work(self) -> Path:
        """Where what is not whole yet may lie."""
        return self.folder / "work"

    @property
    def pointer(self) -> Pointer:
        """The pointer as it stands; where it is missing or damaged, one to the content inside the program."""
        return self._read_pointer() or Pointer()

    def every(self) -> list[Release]:
        """Return every release that is whole, oldest first."""
        if not self._kept.is_dir():
            return []
        found = (Release.read(folder) for folder in sorted(self._kept.iterdir()))
        return sorted(filter(None, found), key=lambda release: release.turn)

    def active(self) -> Release | None:
        """Return the release that is shown; None for the content inside the program."""
        return self.named(self.pointer.active)

    def named(self, id_: str) -> Release | None:
        """Return the release of an id; None where it is not there, or not whole."""
        return Release.read(self._kept / id_) if id_ else None

    def staged(self) -> Release | None:
        """Return the release that waits to be shown: the newest, where it came after the active one."""
        pointer = self.pointer
        shown = turn_of(pointer.active)
        waiting = [each for each in self.every() if each.turn > shown and each.id not in pointer.refused]
        return waiting[-1] if waiting else None

    def newest(self) -> Release | None:
        """Return the release that is or will be shown; None for the content inside the program."""
        return self.staged() or self.active()

    def is_refused(self, hashed: str) -> bool:
        """Say whether a database with this hash could not be shown here before."""
        return any(refused.endswith(hashed[:HASH_IN_NAME]) for refused in self.pointer.refused)

    def start_work(self) -> Path:
        """Return the folder for what is not whole yet, empty."""
        self._disk.remove(self.work)
        self._disk.make_folder(self.work)
        return self.work

    def stage(self, database: Path, number: Number, published: date, hashed: str, trust: str = "") -> Release:
        """Keep a database that was checked, as a release that waits; return it. `hashed` is its SHA-256."""
        turn = 1 + max(turn_of(self.pointer.active), *(each.turn for each in self.every()), 0)
        length = database.stat().st_size
        id_ = release_id(turn, hashed)
        made = Release(self.work / id_, turn, number, published, hashed, length, trust)
        self._disk.make_folder(made.folder)
        self._disk.copy_file(database, made.folder / DATABASE)
        self._disk.write(made.folder / ABOUT, made.about())
        self._disk.sync_folder(made.folder)
        self._disk.make_folder(self._kept)
        self._disk.remove(self._kept / id_)  # one that is not whole is in the way
        self._disk.rename(made.folder, self._kept / id_)
        self._disk.sync_folder(self._kept)
        self._disk.sync_folder(self.folder)
        return replace(made, folder=self._kept / id_)

    def activate(self, release: Release, proven: bool = False) -> None:
        """Show a release from now on. It is `proven` once it has been seen on the screen."""
        self._disk.sync_folder(self._kept)  # it can be seen there before whoever staged it saw its name safe
        self._point(self.pointer.moved_to(release.id, proven))

    def prove(self) -> None:
        """Note that the active release has been seen on the screen."""
        pointer = self.pointer
        if not pointer.proven:
            self._point(pointer.moved_to(pointer.active, proven=True))

    def refuse(self, release: Release) -> None:
        """Never show a release that waits and could not be opened; one that was damaged here may be fetched again."""
        if _is_damaged(release):
            self._disk.remove(release.folder)
        else:
            self._point(self.pointer.refusing(release.id))

    def begin(self) -> None:
        """Note that the program starts: what waits is shown now, and what never came to be seen is rolled back."""
        staged = self.staged()
        if staged is not None:
            self.activate(staged)
        pointer = self.pointer
        if pointer.proven:
            return
        if pointer.starts >= MOST_STARTS:
            log.error("The release %s has never come to be seen; the one before is shown.", pointer.active)
            self._point(pointer.rolled_back(refuse=True))
        else:
            self._point(pointer.started())

    def roll_back(self) -> None:
        """Show the last good release again, since the active one cannot be opened.

        If it never was seen it is refused for good; if it was seen, or was damaged here, it is removed, so that it can
        be fetched again.
        """
        pointer, active = self.pointer, self.active()
        damaged = active is None or _is_damaged(active)
        self._point(pointer.rolled_back(refuse=not pointer.proven and not damaged))
        if pointer.active and (pointer.proven or damaged):
            self._disk.remove(self._kept / pointer.active)

    def tidy(self) -> None:
        """Remove every release but the active one, the last good one and the one that waits.

        Only for whoever holds the lock of updates: what another is about to stage would be removed as well. Nothing is
        removed while a damaged pointer does not say which is which.
        """
        staged, pointer = self.staged(), self._read_pointer()
        if pointer is None:
            return
        keep = {pointer.active, pointer.previous, staged.id if staged else ""}
        if self._kept.is_dir():
            for folder in self._kept.iterdir():
                if folder.name not in keep:
                    self._disk.remove(folder)
        self._disk.remove(self.work)

    @cached_property
    def _kept(self) -> Path:
        return self.folder / "releases"

    def _read_pointer(self) -> Pointer | None:
        """Return the pointer as it stands; None where it is damaged."""
        try:
            return Pointer.from_bytes((self.folder / FILE).read_bytes())
        except (FileNotFoundError, NotADirectoryError):
            return Pointer()
        except (OSError, ContentError) as error:
            log.error("%s: %s Content is taken from the program.", self.folder / FILE, error)
            return None

    def _point(self, pointer: Pointer) -> None:
        self._disk.make_folder(self.folder)
        self._disk.replace_file(self.folder / FILE, pointer.to_bytes())


def _is_damaged(release: Release) -> bool:
    """Say whether a database is no longer the one that was staged."""
    try:
        return sha256(release.database.read_bytes()).hexdigest() != release.sha256
    except OSError:
        return True
