"""One kiosk of the fleet: the real refresh, with a folder, a trust and releases of its own."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from kiosk.content.releases import Releases
from kiosk.disk import Disk
from kiosk.errors import KioskError
from kiosk.refresh import Refresh, Result
from kiosk.updates.source import Source, open_source

KEPT, BROKEN = "kept", "broken"
"""Nothing could be taken, and why was said; something escaped that never may."""
Opened = Callable[[str], AbstractContextManager[Source]]
BUNDLED = ""
"""Stands for the content inside the program, where a hash is asked for."""


@dataclass(frozen=True)
class Fleet:
    """What all kiosks have in common. `began` is when the clock of the fleet stood at 0 seconds."""

    folder: Path
    root: bytes
    bundled: Path
    began: datetime


@dataclass(frozen=True)
class Look:
    """One look: which kiosk, at which second of the fleet's clock, how many real seconds it took, what came of it.

    `content` is the hash of what the kiosk shows after it, taken of the file as it lies there.
    """

    kiosk: int
    at: float
    took: float
    result: str
    sentence: str
    content: str


class SharedDisk(Disk):
    """A disk that thousands of kiosks share, which none has to: waiting for it would measure the disk alone."""

    def write(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)

    def sync_folder(self, folder: Path) -> None:
        """Leave it to the system."""


class FleetKiosk:
    """A kiosk of the fleet. One look at a time."""

    def __init__(self, number: int, fleet: Fleet) -> None:
        self.number = number
        self._fleet = fleet

    @cached_property
    def releases(self) -> Releases:
        """What it keeps."""
        return Releases(self._fleet.folder / f"{self.number:05}", SharedDisk())

    def look(self, source: str, at: float, opened: Opened = open_source) -> Look:
        """Look at a source once, as `send-kiosk update` does, then show what is new, as at the attract screen."""
        begun = perf_counter()
        try:
            refreshed = self._refresh(at, opened).run(source)
            result, sentence = str(refreshed.result), str(refreshed)
        except KioskError as error:
            result, sentence = KEPT, str(error)
        except Exception as error:  # which is what the fleet is there to find
            result, sentence = BROKEN, repr(error)
        took = perf_counter() - begun
        if result == Result.NEW:
            self._show()
        return Look(self.number, at, took, result, sentence, self.shown() if result == Result.NEW else "")

    def shown(self) -> str:
        """Return the hash of the database that is shown, as it lies there."""
        active = self.releases.active()
        return sha256(active.database.read_bytes()).hexdigest() if active else BUNDLED

    def _show(self) -> None:
        staged = self.releases.staged()
        if staged is not None:
            self.releases.activate(staged, proven=True)

    def _refresh(self, at: float, opened: Opened) -> Refresh:
        fleet = self._fleet
        clock = fleet.began + timedelta(seconds=at)
        return Refresh(self.releases, fleet.root, fleet.bundled, "", lambda: clock, SharedDisk(), opened)
