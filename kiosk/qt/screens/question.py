"""A question with options to choose from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.flow import Option, Question
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn
from kiosk.qt.screens.glossary import ExplainedViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class OptionChoice:
    """One option on offer. `chosen` marks the answer being changed."""

    key: str
    text: str
    hint: str
    symbol: str
    chosen: bool


@QmlElement
class QuestionViewModel(ExplainedViewModel):
    """A question in the visitor's words, and the options offered to them."""

    NAME = "Question"

    def __init__(self, scene: Scene, turn: Turn, question: Question) -> None:
        super().__init__(scene, turn)
        self._question = question
        choices = option_choices(scene, question)
        self._options = self._model(choices)
        shown = [text for choice in choices for text in (choice.text, choice.hint)]
        self._explain((scene.words(question.text), scene.words(question.hint), *shown))

    @Property(str, constant=True)
    def title(self) -> str:
        """The question."""
        return self._scene.words(self._question.text)

    @Property(str, constant=True)
    def hint(self) -> str:
        """A sentence that helps to answer; may be empty."""
        return self._scene.words(self._question.hint)

    @Property(QObject, constant=True)
    def options(self) -> Any:
        """The options on offer."""
        return self._options

    @Slot(str)
    def choose(self, key: str) -> None:
        """Answer with an option."""
        graph = self._scene.edition.graph
        self._turn(lambda session: session.answer(self._question.id, key, graph))


def option_choices(scene: Scene, question: Question) -> list[OptionChoice]:
    """Return the options offered after the responses so far."""
    assert scene.replay is not None
    given = scene.session.responses.answer_to(question.id)
    return [_choice(scene, option, given == option.id) for option in question.offered(scene.replay.responses)]


def _choice(scene: Scene, option: Option, chosen: bool) -> OptionChoice:
    words = scene.words.for_audience(option.audience or scene.words.audience)
    return OptionChoice(option.id, words(option.text), words(option.hint), option.symbol, chosen)
