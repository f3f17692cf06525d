"""The lookout: sees when the files of the data folder change, however an editor saves them."""

from __future__ import annotations

from pathlib import Path
from time import monotonic

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from kiosk.content.sighting import Sighting, sight

POLL = 2.0
"""Seconds between looks when nothing is heard: a network drive does not tell of what others change."""
SETTLING = 0.1
"""Seconds in which nothing may change: an editor that saves, or a checkout of many files, is then done."""
MOST_LOOKS = 20
"""Looks at files that never settle, before they are taken as they are."""
SHARE = 0.025
"""The most of its time that the window may spend on looking: at a slow drive it looks less often."""


class Lookout(QObject):
    """Looks at a folder: at once when the operating system says that something has changed, else every `poll` seconds.

    It looks on the window's own thread, which takes a millisecond or two. On another, Python might collect garbage
    there, and a QObject must not end on any thread but its own.
    """

    changed = Signal()
    """The files are others than at the last signal, and have settled; the first look is a change."""

    def __init__(self, folder: Path, poll: float = POLL) -> None:
        super().__init__()
        self._folder = folder
        self._poll = poll
        self._told: Sighting = {}
        self._seen: Sighting = {}
        self._looks = 0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._hear)
        self._watcher.fileChanged.connect(self._hear)

    def start(self) -> None:
        """Begin to look."""
        self._look()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._watcher.blockSignals(True)

    def _hear(self) -> None:
        if self._timer.remainingTime() > SETTLING * 1000:
            self._wait(SETTLING)

    def _wait(self, seconds: float) -> None:
        self._timer.start(round(seconds * 1000))

    def _look(self) -> None:
        """Look once; tell of what is new when it has stood so for a moment, or never will."""
        begun = monotonic()
        before, self._seen = self._seen, sight(self._folder)
        self._looks += 1
        if self._seen not in (self._told, before) and self._looks < MOST_LOOKS:
            self._wait(SETTLING)
            return
        self._looks = 0
        self._wait(max(self._poll, (monotonic() - begun) / SHARE))
        if self._seen != self._told:
            self._told = self._seen
            self._watch()
            self.changed.emit()

    def _watch(self) -> None:
        """Watch what is there now: a file that was put in another's place is watched no more."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if unwatched := [path for path in map(str, self._seen) if path not in watched]:
            self._watcher.addPaths(unwatched)
