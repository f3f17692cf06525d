"""Inactivity: somebody went away. First a warning that any touch ends, then the session is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

SECOND = 1000
"""Milliseconds in a second."""


class Inactivity(QObject):
    """Counts idle time. Both spans are in seconds. The timer is passed in, so that a test can fire it."""

    warned = Signal(int)
    """The seconds left before the session is forgotten; 0 when the warning is over."""
    expired = Signal()

    def __init__(self, idle: int, warning: int, timer: QTimer | None = None) -> None:
        super().__init__()
        self._idle = idle
        self._warning = warning
        self._left = 0
        self.timer = timer = timer or QTimer()
        timer.setSingleShot(True)
        timer.timeout.connect(self._ran_out)

    @property
    def seconds_left(self) -> int:
        """Seconds left of the warning; 0 while there is none."""
        return self._left

    def touched(self) -> None:
        """Start counting again; a warning is over."""
        self.timer.start(self._idle * SECOND)
        self._warn(0)

    def stop(self) -> None:
        """Stop counting: there is nobody to forget."""
        self.timer.stop()
        self._warn(0)

    def _ran_out(self) -> None:
        if self._left == 1:
            self.stop()
            self.expired.emit()
            return
        self.timer.start(SECOND)
        self._warn(self._left - 1 if self._left else self._warning)

    def _warn(self, left: int) -> None:
        if left != self._left:
            self._left = left
            self.warned.emit(left)
