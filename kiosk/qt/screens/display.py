"""The display screen: text size, contrast and language."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.preferences import Contrast, TextSize
from kiosk.domain.session import Session
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class LanguageChoice:
    """A language by its own name. `reviewed` is false where no speaker has checked the translation."""

    key: str
    text: str
    chosen: bool
    reviewed: bool


@QmlElement
class DisplayViewModel(VisitViewModel):
    """How things are shown, and what to touch to change it."""

    NAME = "Display"

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__(scene, turn)
        choices = language_choices(scene)
        self._languages = self._model(choices if len(choices) > 1 else [])

    @Property(int, constant=True)
    def textSize(self) -> int:
        """The text size chosen: 0 (small) to 3 (largest)."""
        return int(self._scene.session.preferences.text_size)

    @Property(str, constant=True)
    def contrast(self) -> str:
        """The palette chosen: standard, high or dark."""
        return str(self._scene.session.preferences.contrast)

    @Property(QObject, constant=True)
    def languages(self) -> Any:
        """The languages on offer; empty when there is only one."""
        return self._languages

    @Slot(int)
    def chooseSize(self, step: int) -> None:
        """Show text at this step, 0 to 3."""
        size = TextSize(step)
        self._turn(lambda session: session.prefer(replace(session.preferences, text_size=size)))

    @Slot(str)
    def chooseContrast(self, name: str) -> None:
        """Show everything in this palette."""
        contrast = Contrast(name)
        self._turn(lambda session: session.prefer(replace(session.preferences, contrast=contrast)))

    @Slot(str)
    def chooseLanguage(self, code: str) -> None:
        """Show everything in this language."""
        self._turn(lambda session: prefer_language(session, code))


def language_choices(scene: Scene) -> list[LanguageChoice]:
    """Return the complete languages, by their own names."""
    chosen = scene.session.preferences.language
    return [
        LanguageChoice(language.code, language.endonym, language.code == chosen, language.reviewed)
        for language in scene.edition.store.languages()
        if language.complete
    ]


def prefer_language(session: Session, code: str) -> Session:
    """Return the session in another language, with every answer kept."""
    return session.prefer(replace(session.preferences, language=code))
