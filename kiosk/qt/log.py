"""Qt's messages into Python's log, and the last resort: a bug ends the session, not the kiosk."""

from __future__ import annotations

import logging
import sys
from collections import deque
from collections.abc import Callable
from time import monotonic
from types import TracebackType

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger(__name__)

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
PATIENCE = 3
"""This many bugs within `SPAN` seconds, and the program gives up: whoever started it starts it again."""
SPAN = 60.0


def qt_messages_to_log() -> None:
    """Send what Qt says to Python's log."""
    qInstallMessageHandler(_log_qt_message)


def _log_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    logging.getLogger("qt").log(LEVELS[kind], "%s", message)


class LastResort:
    """What happens at a bug: the traceback is logged, the session forgotten; at the third in a minute, `give_up`."""

    def __init__(self, forget: Callable[[], None], give_up: Callable[[], None]) -> None:
        self._forget = forget
        self._give_up = give_up
        self._times: deque[float] = deque(maxlen=PATIENCE)

    def install(self) -> None:
        """Catch every exception that nothing else catches."""
        sys.excepthook = self

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log a bug and go on, or give up."""
        log.critical("A bug: the session is forgotten.", exc_info=(kind, error, trace))
        self._times.append(monotonic())
        if len(self._times) == PATIENCE and self._times[-1] - self._times[0] < SPAN:
            self._give_up()
        else:
            self._forget()
