"""What every screen's view model has: a name and, within a visit, a way to turn the session and answer chips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flow import Question
from kiosk.domain.response import Response
from kiosk.domain.session import Session
from kiosk.guide.why import answer_chip
from kiosk.qt.records import RecordListModel
from kiosk.qt.scene import Scene

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

Turn = Callable[[Callable[[Session], Session]], None]
"""Replace the session by what a function makes of it, and show the screen for it."""


@dataclass(frozen=True)
class Chip:
    """One answer given, which a touch changes."""

    question: str
    text: str
    asked: str
    symbol: str


@QmlElement
class ScreenViewModel(QObject):
    """One screen: what it is called. `NAME` names the QML file that shows it."""

    NAME: ClassVar[str] = ""

    @Property(str, constant=True)
    def name(self) -> str:
        """The name of the QML component that shows this."""
        return self.NAME


@QmlElement
class VisitViewModel(ScreenViewModel):
    """One screen's values, in the visitor's language; they do not change, a touch makes new ones."""

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__()
        self._scene = scene
        self._turn = turn
        self._chips = self._model(_chips(scene))

    def _model(self, records: Sequence[DataclassInstance]) -> RecordListModel:
        return RecordListModel(records, self)

    @Property(QObject, constant=True)
    def chips(self) -> Any:
        """The answers given so far."""
        return self._chips

    @Slot(str)
    def change(self, question: str) -> None:
        """Ask an answered question again."""
        self._turn(lambda session: session.change(question))


def _chips(scene: Scene) -> list[Chip]:
    if scene.replay is None:
        return []
    given = zip(scene.replay.asked, scene.replay.responses.given, strict=True)
    return [_chip(scene, question, response) for question, response in given]


def _chip(scene: Scene, question: Question, response: Response) -> Chip:
    option = question.option(response.answer) if isinstance(response.answer, str) else None
    symbol = option.symbol if option else "calendar_month"
    return Chip(question.id, answer_chip(scene.words, question, response), scene.words(question.text), symbol)
