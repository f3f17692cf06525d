"""Sticks: somebody brings content on a USB stick, and learns in a sentence what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.config import USB
from kiosk.qt.staff import StaffViewModel
from kiosk.qt.updating import Updating
from kiosk.qt.worker import Worker
from kiosk.updates.sticks import contents

EVERY = 2000
"""Milliseconds between two looks for a stick."""

_Seen = tuple[tuple[str, int, int], ...]


class Sticks(QObject):
    """Watches for sticks and tells staff what came of one."""

    def __init__(self, places: Sequence[Path], updating: Updating, staff: StaffViewModel) -> None:
        super().__init__()
        self._places = places
        self._staff = staff
        self._updating = updating
        self._worker = Worker()
        self._seen: _Seen = ()
        self._timer = QTimer()
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.look)
        updating.ended.connect(self._ended)

    def begin(self) -> None:
        """Watch from now on."""
        self._timer.start()
        self.look()

    def look(self) -> None:
        """Look once for what is on sticks, unless one is being read."""
        if not self._staff.is_reading():
            self._worker.run(self._found, self._go_on)

    def close(self) -> None:
        """Stop watching."""
        self._timer.stop()
        self._updating.ended.disconnect(self._ended)
        self._worker.close()

    def _found(self) -> _Seen:
        """Off the screen's thread, since a stick may be slow: what is there, each with its size and age."""
        return tuple(_described(path) for path in contents(self._places))

    def _go_on(self, found: _Seen) -> None:
        if found == self._seen:
            return
        if not found:
            self._seen = found
            self._staff.tell("")
        elif self._updating.run(USB):  # else again at the next look, when the other one has ended
            self._seen = found
            self._staff.tell("", reading=True)

    def _ended(self, _: str, sentence: str) -> None:
        if self._staff.is_reading():
            self._staff.tell(sentence)


def _described(path: Path) -> tuple[str, int, int]:
    try:
        about = path.stat()
        return str(path), about.st_size, about.st_mtime_ns
    except OSError:
        return str(path), 0, 0
