"""The reader: reads, checks and builds the content in a process of its own, so that the window never waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from kiosk import paths
from kiosk.content.findings import Findings, from_json
from kiosk.errors import Problem

BOUND = 60
"""Seconds that a reading may take: many times what the largest content needs on a slow machine."""
LAST_WAIT = 5000
"""Milliseconds to wait for a process that was killed to be gone."""


class Reader(QObject):
    """Reads a data folder. `program` are the words that start it, `bound` the seconds it may take."""

    finished = Signal(Findings)
    """What a reading found; one that failed tells of it as a problem."""

    def __init__(self, folder: Path, program: Sequence[str] | None = None, bound: float = BOUND) -> None:
        super().__init__()
        self._folder = folder
        self._program, *self._before = program or paths.program()
        self._bound = bound
        self._process = QProcess(self)
        self._process.finished.connect(self._tell)
        self._process.errorOccurred.connect(self._tell_of_no_start)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._process.kill)

    @property
    def busy(self) -> bool:
        """Whether a reading is under way."""
        return self._process.state() != QProcess.ProcessState.NotRunning

    def start(self, database: Path, day: date) -> None:
        """Read the content as of a day and, where it is right, build the database."""
        where = ["--data", str(self._folder), "--output", str(database), "--as-of", day.isoformat()]
        self._timer.start(round(self._bound * 1000))
        self._process.start(self._program, [*self._before, "content", "build", "--json", *where])

    def stop(self) -> None:
        """End a reading that is under way, and tell nobody."""
        self._process.blockSignals(True)
        self._timer.stop()
        if self.busy:
            self._process.kill()
            self._process.waitForFinished(LAST_WAIT)

    def _tell(self) -> None:
        in_time = self._timer.isActive()
        self._timer.stop()
        self.finished.emit(self._findings() if in_time else self._failed(self._too_slow()))

    def _tell_of_no_start(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._timer.stop()
            self.finished.emit(self._failed(f"The reading cannot be started ({self._process.errorString()})."))

    def _findings(self) -> Findings:
        said = bytes(self._process.readAllStandardOutput().data()).decode(errors="replace")
        complaint = bytes(self._process.readAllStandardError().data()).decode(errors="replace").strip()
        try:
            return from_json(said)
        except ValueError:
            if not self._folder.is_dir():
                return self._failed(f"The folder {self._folder} is gone. Put it back, and it is read again.")
            reason = complaint.splitlines()[-1] if complaint else "no reason was given"
            return self._failed(f"The reading broke off: {reason.removeprefix('send-kiosk: ').rstrip('.')}.")

    def _too_slow(self) -> str:
        return f"The reading took more than {self._bound:g} seconds and was stopped. Save a file to read again."

    def _failed(self, message: str) -> Findings:
        return Findings((Problem(self._folder.name, "", message),))
