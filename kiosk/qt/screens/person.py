"""Screens that send the visitor to a person."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.config import Config
from kiosk.qt.screens.base import ScreenViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class PersonViewModel(ScreenViewModel):
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
class OutOfServiceViewModel(QObject):
    """There is no content to show: whom to ring. It needs no content."""

    def __init__(self, config: Config) -> None:
        super().__init__()
        self._config = config

    @Property(str, constant=True)
    def name(self) -> str:
        """The name of the QML component that shows this."""
        return "OutOfService"

    @Property(str, constant=True)
    def where(self) -> str:
        """Where to go."""
        return self._config.person.where

    @Property(str, constant=True)
    def phone(self) -> str:
        """A number to ring; may be empty."""
        return self._config.out_of_service.phone or self._config.person.phone
