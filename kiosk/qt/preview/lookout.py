"""The lookout: sees when the files of the data folder change, however an editor saves them."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from kiosk.content.sighting import Sighting, sight

POLL = 2.0
"""Seconds between looks when nothing is heard: a network drive does not tell of what others change."""
SETTLING = 0.1
"""Seconds in which nothing may change: an editor that saves, or a checkout of many files, is then done."""
MOST_LOOKS = 20
"""Looks at files that never settle, before they are taken as they are."""
LAST_WAIT = 2.0
"""Seconds to wait for the last look: a network that hangs holds nobody up."""


class Lookout(QObject):
    """Looks at a folder on a thread of its own, so that a slow drive never holds the window.

    The operating system's word that something has changed makes it look at once; else it looks every `poll` seconds.
    """

    changed = Signal()
    """The files are others than at the last signal, and have settled; the first look is a change."""

    def __init__(self, folder: Path, poll: float = POLL) -> None:
        super().__init__()
        self._folder = folder
        self._poll = poll
        self._seen: Sighting = {}
        self._woken, self._stopped = Event(), Event()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._wake)
        self._watcher.fileChanged.connect(self._wake)
        self.changed.connect(self._watch)
        self._thread = Thread(target=self._look_out, name="lookout", daemon=True)

    def start(self) -> None:
        """Begin to look."""
        self._thread.start()

    def stop(self) -> None:
        """Look no more."""
        self._stopped.set()
        self._woken.set()
        if self._thread.is_alive():
            self._thread.join(LAST_WAIT)

    def _wake(self) -> None:
        self._woken.set()

    def _watch(self) -> None:
        """Watch what is there now: a file that was put in another's place is watched no more."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        if unwatched := [path for path in map(str, self._seen) if path not in watched]:
            self._watcher.addPaths(unwatched)

    def _look_out(self) -> None:
        while not self._stopped.is_set():
            seen = self._settled()
            if seen != self._seen and not self._stopped.is_set():
                self._seen = seen
                self.changed.emit()
            self._woken.wait(self._poll)
            self._woken.clear()

    def _settled(self) -> Sighting:
        """Return how the files stand, once they have stood so for a moment."""
        seen = sight(self._folder)
        if seen == self._seen:
            return seen
        for _ in range(MOST_LOOKS):
            before = seen
            if self._stopped.wait(SETTLING) or (seen := sight(self._folder)) == before:
                break
        return seen
