"""The preview's view model: the one object that the preview's QML is given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.content.findings import Findings
from kiosk.errors import ContentError, Problem
from kiosk.qt.preview.lookout import Lookout
from kiosk.qt.preview.notes import NoteListModel, notes
from kiosk.qt.preview.reader import Reader
from kiosk.qt.preview.stage import ShownDay, Stage
from kiosk.qt.records import RecordListModel
from kiosk.qt.session import SessionViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Council:
    """A council that the kiosk can stand in; without a key, none."""

    key: str
    name: str


@QmlElement
class PreviewViewModel(QObject):
    """Reads the content whenever its files change, shows it when it is right, and tells what was found."""

    readingChanged = Signal()
    found = Signal()
    stageChanged = Signal()
    leaving = Signal()
    """The kiosk is about to show other content; what it shows now is still there."""
    arrived = Signal()

    def __init__(
        self,
        folder: Path,
        session: SessionViewModel,
        stage: Stage,
        day: ShownDay,
        lookout: Lookout,
        reader: Reader,
        scratch: Path,
    ) -> None:
        super().__init__()
        self._folder = folder
        self._session, self._stage, self._day = session, stage, day
        self._reader, self._scratch = reader, scratch
        self._readings = 0
        self._outdated = False
        self._held_back = False
        self._findings = Findings()
        self._read_at = self._right_at = ""
        self._day_is_wrong = False
        self._notes = NoteListModel(self)
        self._known: tuple[Council, ...] = ()
        self._councils = RecordListModel([Council("", "")], self)
        lookout.changed.connect(self.readAgain)
        reader.finished.connect(self._finish)
        session.screenChanged.connect(self.stageChanged)

    @Slot()
    def readAgain(self) -> None:
        """Read the content, or once more after the reading that is under way."""
        if self._reader.busy:
            self._outdated = True
        else:
            self._read()

    def _read(self) -> None:
        self._readings += 1
        self._outdated = False
        self._reader.start(self._database(), self._day())
        self.readingChanged.emit()

    def _database(self) -> Path:
        return self._scratch / f"{self._readings}.db"

    def _finish(self, findings: Findings) -> None:
        # What was read while files changed may be half of a file: its problems are told only if that happens twice.
        self._held_back = bool(self._outdated and findings.problems and not self._held_back)
        if not self._held_back:
            self._tell(findings)
        if self._outdated:
            self._read()
        self.readingChanged.emit()

    def _tell(self, findings: Findings) -> None:
        self._read_at = f"{datetime.now():%H:%M:%S}"
        self._findings = findings if findings.problems else self._show(findings)
        if not self._findings.problems:
            self._right_at = self._read_at
        self._notes.change(notes(self._findings))
        self.found.emit()

    def _show(self, findings: Findings) -> Findings:
        self.leaving.emit()
        try:
            self._stage.show(self._database())
        except ContentError as error:
            return Findings((Problem(self._scratch.name, "", str(error)),))
        self._know(tuple(Council(each.code, each.name) for each in self._stage.authorities))
        self.stageChanged.emit()
        self.arrived.emit()
        return findings

    def _know(self, councils: tuple[Council, ...]) -> None:
        """Offer these councils; a list that is the same stays, since somebody may be choosing from it."""
        if councils != self._known:
            self._known = councils
            self._councils = RecordListModel([Council("", ""), *councils], self)

    @Property(SessionViewModel, constant=True)
    def session(self) -> SessionViewModel:
        """The session of the kiosk that is shown."""
        return self._session

    @Property(str, constant=True)
    def folder(self) -> str:
        """The data folder."""
        return str(self._folder)

    @Property(bool, notify=readingChanged)
    def reading(self) -> bool:
        """Whether the content is being read."""
        return self._reader.busy

    @Property(bool, notify=stageChanged)
    def shown(self) -> bool:
        """Whether there is any content to show."""
        return self._stage.shown

    @Property(bool, notify=stageChanged)
    def moved(self) -> bool:
        """Whether the visit could not stay where it was when the content changed, and has not gone on since."""
        return self._stage.moved

    @Property(str, notify=found)
    def readAt(self) -> str:
        """When the content was last read; empty before the first time."""
        return self._read_at

    @Property(str, notify=found)
    def rightAt(self) -> str:
        """When the content that is shown was read; empty where there is none."""
        return self._right_at

    @Property(str, notify=found)
    def proof(self) -> str:
        """How much was proved; empty with problems."""
        return self._findings.proof

    @Property(int, notify=found)
    def problems(self) -> int:
        """How many problems there are."""
        return len(self._findings.problems)

    @Property(int, notify=found)
    def warnings(self) -> int:
        """How many warnings there are."""
        return len(self._findings.warnings)

    @Property(QObject, constant=True)
    def notes(self) -> Any:
        """The problems, and the warnings after them."""
        return self._notes

    @Property(QObject, notify=stageChanged)
    def councils(self) -> Any:
        """The councils that the content knows, and none before them."""
        return self._councils

    @Property(str, notify=stageChanged)
    def council(self) -> str:
        """The code of the council that the kiosk stands in; empty for none."""
        return "" if self._stage.unknown else self._stage.authority

    @Property(str, notify=stageChanged)
    def councilUnknown(self) -> str:
        """Why the council that was asked for is not shown; empty where it is."""
        return self._stage.unknown

    @Property(str, notify=stageChanged)
    def day(self) -> str:
        """The day that everything is shown as of, as YYYY-MM-DD."""
        return self._day().isoformat()

    @Property(bool, notify=stageChanged)
    def dayIsChosen(self) -> bool:
        """Whether that day is not simply today."""
        return self._day.chosen is not None

    @Property(bool, notify=stageChanged)
    def dayIsWrong(self) -> bool:
        """Whether what was last written is no day."""
        return self._day_is_wrong

    @Slot(str)
    def standIn(self, council: str) -> None:
        """Show the kiosk of another council."""
        self._stage.stand_in(council)
        self.stageChanged.emit()

    @Slot(str)
    def showAsOf(self, written: str) -> None:
        """Show everything as of a day, written as YYYY-MM-DD; empty for today. Reviews are looked at as of it too."""
        try:
            day = datetime.strptime(written.strip(), "%Y-%m-%d").date() if written.strip() else None
        except ValueError:
            self._day_is_wrong = True
        else:
            self._day_is_wrong = False
            self._change_day(None if day == date.today() else day)
        self.stageChanged.emit()

    def _change_day(self, day: date | None) -> None:
        if day != self._day.chosen:
            self._stage.as_of(day)
            self.readAgain()
