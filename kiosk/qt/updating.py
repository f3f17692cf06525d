"""Updating: `send-kiosk update` in a process of its own, at start and every hour, so that the screen never feels it."""

from __future__ import annotations

import json
import logging
from collections.abc import Sequence
from random import uniform

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

FIRST = 20_000
"""Milliseconds after the start of the kiosk to the first look."""
EVERY = 3_600_000
"""Milliseconds between two looks."""
JITTER = 0.2
"""How much sooner or later a look may be, so that kiosks that were switched on together do not all ask together."""
LONGEST = 1_800_000
"""Milliseconds that one look may take."""

log = logging.getLogger(__name__)


class Updating(QObject):
    """Runs the command that looks for newer content, one at a time."""

    ended = Signal(str, str)
    """What came of it ("new", "same" or "kept"), and the sentence that says so."""

    def __init__(self, command: Sequence[str], first: QTimer | None = None) -> None:
        """`command` is the whole command but for the source; the timer is passed in, so that a test can fire it."""
        super().__init__()
        self._program, *self._arguments = command
        self.timer = first or QTimer()
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._hour)
        self._process = QProcess()
        self._process.finished.connect(self._finished)
        self._process.errorOccurred.connect(self._failed)
        self._patience = QTimer()
        self._patience.setSingleShot(True)
        self._patience.setInterval(LONGEST)
        self._patience.timeout.connect(self._process.kill)
        self._source = ""

    def begin(self, source: str) -> None:
        """Look at a source soon, and then every hour."""
        self._source = source
        self.timer.start(round(FIRST * uniform(1 - JITTER, 1 + JITTER)))

    def run(self, source: str) -> bool:
        """Look at a source now; say whether that has begun, and did not meet another look that goes on."""
        if self._process.state() != QProcess.ProcessState.NotRunning:
            return False
        self._process.start(self._program, [*self._arguments, "--from", source])
        self._patience.start()
        return True

    def close(self) -> None:
        """Stop; a look that goes on is ended, and leaves everything as it was."""
        self.timer.stop()
        self._patience.stop()
        self._process.finished.disconnect(self._finished)
        self._process.errorOccurred.disconnect(self._failed)
        self._process.kill()
        self._process.waitForFinished()

    def _hour(self) -> None:
        self.run(self._source)
        self.timer.start(round(EVERY * uniform(1 - JITTER, 1 + JITTER)))

    def _finished(self) -> None:
        self._patience.stop()
        result, sentence = _said(bytes(self._process.readAllStandardOutput().data()))
        if not result:
            result, sentence = "kept", "The update ended without a word."
            complaint = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
            log.error("%s %s", sentence, complaint)
        elif result == "kept":
            log.warning("%s", sentence)
        else:
            log.info("%s", sentence)
        self.ended.emit(result, sentence)

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._patience.stop()
            log.error("%s cannot be started: %s", self._program, self._process.errorString())
            self.ended.emit("kept", "The update could not be started.")


def _said(line: bytes) -> tuple[str, str]:
    """Return what an update says for another program: its result and its sentence; two empty ones for anything else."""
    try:
        said = json.loads(line)
        return str(said["result"]), str(said["sentence"])
    except (ValueError, TypeError, LookupError):
        return "", ""
