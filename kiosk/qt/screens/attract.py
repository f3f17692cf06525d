"""The attract screen: nobody is here yet."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.places import CouncilsPlace, FlowPlace, HelpersPlace
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel
from kiosk.qt.screens.display import language_choices, prefer_language

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class AttractViewModel(VisitViewModel):
    """What invites: start, who can help, and the languages that are complete."""

    NAME = "Attract"

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__(scene, turn)
        choices = language_choices(scene)
        self._languages = self._model(choices if len(choices) > 1 else [])

    @Property(QObject, constant=True)
    def languages(self) -> Any:
        """The languages on offer; empty when there is only one."""
        return self._languages

    @Slot()
    def deadline(self) -> None:
        """Begin the calculator."""
        from kiosk.domain.calculator import CALCULATOR  # not needed for the first frame

        self._turn(lambda session: session.go(FlowPlace(CALCULATOR)))

    @Slot()
    def start(self) -> None:
        """Begin the first flow."""
        store = self._scene.edition.store
        self._turn(lambda session: session.go(FlowPlace(store.first_flow)))

    @Slot()
    def helpers(self) -> None:
        """Show who can help."""
        self._turn(lambda session: session.go(HelpersPlace()))

    @Slot()
    def councils(self) -> None:
        """Find another council."""
        self._turn(lambda session: session.go(CouncilsPlace()))

    @Slot(str)
    def language(self, code: str) -> None:
        """Show everything in this language."""
        self._turn(lambda session: prefer_language(session, code))
