"""One service: its contact details large, and its contact card as a code for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.directory import Service
from kiosk.domain.places import CodePlace, ServicePlace
from kiosk.guide.contact import ContactKind, ContactLine, contact_lines, provenance
from kiosk.handoff.vcard import contact_card
from kiosk.qt.codes import code_address, code_of
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

SYMBOLS = {
    ContactKind.PHONE: "call",
    ContactKind.EMAIL: "mail",
    ContactKind.WEB: "language",
    ContactKind.ADDRESS: "location_on",
    ContactKind.SCHEDULE: "schedule",
    ContactKind.PROCESS: "info",
    ContactKind.FEES: "check_circle",
}


@dataclass(frozen=True)
class Line:
    """One line of contact details."""

    symbol: str
    text: str
    detail: str
    large: bool


class _CodeViewModel(VisitViewModel):
    def __init__(self, scene: Scene, turn: Turn, service_id: str) -> None:
        super().__init__(scene, turn)
        service = scene.edition.directory.service(service_id)
        assert service is not None
        self._service: Service = service
        authority = scene.edition.authority
        council = authority.name if authority and service.authority else ""
        self._card = contact_card(service, scene.words, council)

    @Property(str, constant=True)
    def title(self) -> str:
        """The service's name."""
        return self._service.name

    @Property(str, constant=True)
    def code(self) -> str:
        """The address of the contact card as a code, quiet zone included."""
        return code_address(self._card)

    @Property(int, constant=True)
    def modules(self) -> int:
        """The modules along one side of the code, quiet zone included."""
        return code_of(self._card).modules


@QmlElement
class ServiceViewModel(_CodeViewModel):
    """A service with everything known about reaching it."""

    NAME = "Service"

    def __init__(self, scene: Scene, turn: Turn, place: ServicePlace) -> None:
        super().__init__(scene, turn, place.service)
        self._place = place
        self._lines = self._model([self._line(line) for line in contact_lines(scene.words, self._service)])

    def _line(self, line: ContactLine) -> Line:
        return Line(SYMBOLS[line.kind], line.text, line.detail, line.kind is ContactKind.PHONE)

    @Property(str, constant=True)
    def description(self) -> str:
        """What the service does."""
        return self._scene.words(self._service.description)

    @Property(str, constant=True)
    def alert(self) -> str:
        """What to know before relying on these details; may be empty."""
        return self._scene.words(self._service.alert)

    @Property(str, constant=True)
    def provenance(self) -> str:
        """Where the details come from and how old they are."""
        return provenance(self._scene.words, self._service)

    @Property(QObject, constant=True)
    def lines(self) -> Any:
        """The contact details, the most useful first."""
        return self._lines

    @Slot()
    def enlarge(self) -> None:
        """Show the code as large as the screen allows."""
        self._turn(lambda session: session.go(CodePlace(self._place.service, self._place.role)))


@QmlElement
class CodeViewModel(_CodeViewModel):
    """A service's code, as large as the screen allows."""

    NAME = "Code"

    def __init__(self, scene: Scene, turn: Turn, place: CodePlace) -> None:
        super().__init__(scene, turn, place.service)
