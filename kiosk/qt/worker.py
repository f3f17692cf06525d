"""The worker: what takes longer than a frame is done off the screen's thread, and its result comes back to it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from kiosk.qt.garbage import GarbageTimer

_Made = TypeVar("_Made")


@dataclass(frozen=True)
class _Done:
    """What came of a piece of work, and what to do with it."""

    then: Callable[[Any], None]
    made: Any
    error: BaseException | None = None


class Worker(QObject):
    """Does one thing after another in a thread of its own; close it before the application goes."""

    _done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._thread = ThreadPoolExecutor(1)
        self._garbage = GarbageTimer()
        self._garbage.hold()
        self._is_closed = False
        self._done.connect(self._go_on, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], _Made], then: Callable[[_Made], None]) -> None:
        """Do some work elsewhere, then go on with its result here. A bug in it is raised here too."""

        def act() -> None:
            try:
                done = _Done(then, work())
            except BaseException as error:
                done = _Done(then, None, error)
            self._done.emit(done)

        self._thread.submit(act)

    def close(self) -> None:
        """Wait for what is being done; nothing goes on with its result."""
        # Not disconnected: what was sent already would be delivered to what is gone.
        self._is_closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)
        self._garbage.let_go()

    def _go_on(self, done: _Done) -> None:
        if self._is_closed:
            return
        if done.error is not None:
            raise done.error
        done.then(done.made)
