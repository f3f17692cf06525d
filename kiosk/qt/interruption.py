"""Interruption: Ctrl+C, or being asked to end, ends the application in order."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTimer

SIGNALS = (signal.SIGINT, signal.SIGTERM)
LISTENING = 250
"""Milliseconds. Python hears of a signal only while it runs itself, which Qt's loop may not let it for long."""


@contextmanager
def ended_by_signals(app: QCoreApplication) -> Iterator[None]:
    """End the application at SIGINT or SIGTERM; afterwards they do what they did before."""
    before = [signal.signal(each, lambda *_: app.quit()) for each in SIGNALS]
    timer = QTimer(interval=LISTENING)
    timer.timeout.connect(lambda: None)
    timer.start()
    try:
        yield
    finally:
        timer.stop()
        for each, handler in zip(SIGNALS, before, strict=True):
            signal.signal(each, handler)
