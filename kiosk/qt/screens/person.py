"""Screens that send the visitor to a person."""

from __future__ import annotations

from PySide6.QtCore import Property
from PySide6.QtQml import QmlElement

from kiosk.config import Config
from kiosk.qt.screens.base import ScreenViewModel, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PersonViewModel(VisitViewModel):
    """Where and when there is a person to talk to, from the settings."""

    NAME = "Person"

    @Property(str, constant=True)
    def where(self) -> str:
        """Where to go."""
        return self._scene.config.person.where

    @Property(str, constant=True)
    def when(self) -> str:
        """When somebody is there; may be empty."""
        return self._scene.config.person.when

    @Property(str, constant=True)
    def phone(self) -> str:
        """A number to ring; may be empty."""
        return self._scene.config.person.phone


@QmlElement
class OutOfServiceViewModel(ScreenViewModel):
    """There is no content to show: whom to ring. It needs no content."""

    NAME = "OutOfService"

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config

    @Property(str, constant=True)
    def where(self) -> str:
        """Where to go."""
        return self._config.person.where

    @Property(str, constant=True)
    def phone(self) -> str:
        """A number to ring; may be empty."""
        return self._config.out_of_service.phone or self._config.person.phone
