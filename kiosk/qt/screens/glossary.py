"""The glossary: the words of a screen that can be explained, and one of them explained."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.glossary import Term, terms_in
from kiosk.domain.places import TermPlace
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Word:
    """A word that a touch explains."""

    key: str
    text: str


@QmlElement
class ExplainedViewModel(VisitViewModel):
    """A screen with words that a touch explains."""

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__(scene, turn)
        self._terms = self._model([])

    def _explain(self, said: Iterable[str], but: str = "") -> None:
        """Find the words to explain in what the screen says."""
        scene = self._scene
        found = terms_in(scene.edition.store.terms(), said, scene.words)
        self._terms = self._model([Word(t.id, scene.words(t.name)) for t in found if t.id != but])

    @Property(QObject, constant=True)
    def terms(self) -> Any:
        """The words on this screen that a touch explains."""
        return self._terms

    @Slot(str)
    def explain(self, term: str) -> None:
        """Explain a word."""
        self._turn(lambda session: session.go(TermPlace(term)))


@QmlElement
class TermViewModel(ExplainedViewModel):
    """One word, explained."""

    NAME = "Term"

    def __init__(self, scene: Scene, turn: Turn, place: TermPlace) -> None:
        super().__init__(scene, turn)
        self._term: Term = next(term for term in scene.edition.store.terms() if term.id == place.term)
        words = scene.words
        self._explain((words(self._term.meaning), words(self._term.more)), but=place.term)

    @Property(str, constant=True)
    def title(self) -> str:
        """The word, or what many ask about it."""
        return self._scene.words(self._term.question or self._term.name)

    @Property(str, constant=True)
    def meaning(self) -> str:
        """What it means."""
        return self._scene.words(self._term.meaning)

    @Property(str, constant=True)
    def more(self) -> str:
        """What else there is to know; may be empty."""
        return self._scene.words(self._term.more)
