"""Who can help: groups of roles, the roles of a group, and the services that fill a role."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.directory import Filled, Role
from kiosk.domain.places import HelpersPlace, Place, ServicePlace, ServicesPlace, TermPlace
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Helper:
    """A group, a role or a service that can be touched."""

    key: str
    text: str
    hint: str
    symbol: str
    chosen: bool = False


@QmlElement
class HelpersViewModel(VisitViewModel):
    """The groups of those who can help, and what many ask about them; or, once a group is chosen, its roles."""

    NAME = "Helpers"

    def __init__(self, scene: Scene, turn: Turn, place: HelpersPlace) -> None:
        super().__init__(scene, turn)
        self._group = place.group
        self._helpers = self._model(_roles(scene, place.group) if place.group else _groups(scene))
        asked = [] if place.group else [term for term in scene.edition.store.terms() if term.question]
        self._questions = self._model([Helper(t.id, scene.words(t.question), "", "help") for t in asked])

    @Property(str, constant=True)
    def group(self) -> str:
        """The title of the group chosen; empty before."""
        groups = self._scene.edition.directory.groups
        return next((self._scene.words(g.title) for g in groups if g.id == self._group), "")

    @Property(QObject, constant=True)
    def helpers(self) -> Any:
        """Groups or roles."""
        return self._helpers

    @Property(QObject, constant=True)
    def questions(self) -> Any:
        """What many ask about those who help, each with an answer; none once a group is chosen."""
        return self._questions

    @Slot(str)
    def explain(self, term: str) -> None:
        """Answer a question."""
        self._turn(lambda session: session.go(TermPlace(term)))

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open a group or a role."""
        place = place_of_role(self._scene, key) if self._group else HelpersPlace(key)
        self._turn(lambda session: session.go(place))


@QmlElement
class ServicesViewModel(VisitViewModel):
    """The services that fill a role here, or the honest way to find one."""

    NAME = "Services"

    def __init__(self, scene: Scene, turn: Turn, place: ServicesPlace) -> None:
        super().__init__(scene, turn)
        self._filled = scene.edition.directory.filling(place.role)
        self._services = self._model(_services(scene, self._filled))

    @Property(str, constant=True)
    def title(self) -> str:
        """The role's name."""
        return self._scene.words(self._filled.role.name)

    @Property(str, constant=True)
    def does(self) -> str:
        """What the role is there for."""
        return self._scene.words(self._filled.role.does)

    @Property(str, constant=True)
    def fallback(self) -> str:
        """How to find it where no details are held; empty where there are."""
        return self._scene.words(self._filled.role.fallback) if self._filled.instead else ""

    @Property(QObject, constant=True)
    def services(self) -> Any:
        """The services, in order."""
        return self._services

    @Slot(str)
    def choose(self, service: str) -> None:
        """Open a service."""
        role = self._filled.role.id
        self._turn(lambda session: session.go(ServicePlace(service, role)))


def place_of_role(scene: Scene, role: str) -> Place:
    """Return where a touch on a role leads: its one service, or the list of them."""
    filled = scene.edition.directory.filling(role)
    return ServicePlace(filled.services[0].id, role) if is_one(filled) else ServicesPlace(role)


def helper_name(scene: Scene, filled: Filled) -> str:
    """Return the name of the one service that fills a role, else the name of the role."""
    return filled.services[0].name if is_one(filled) else scene.words(filled.role.name)


def is_one(filled: Filled) -> bool:
    """Say whether one service fills a role, and does so itself."""
    return len(filled.services) == 1 and not filled.instead


def _groups(scene: Scene) -> list[Helper]:
    return [Helper(g.id, scene.words(g.title), "", g.symbol) for g in scene.edition.directory.groups]


def _roles(scene: Scene, group: str) -> list[Helper]:
    roles = [r for r in scene.edition.directory.roles.values() if r.group == group]
    return [_role(scene, role) for role in roles]


def _role(scene: Scene, role: Role) -> Helper:
    return Helper(role.id, scene.words(role.name), scene.words(role.does), role.symbol)


def _services(scene: Scene, filled: Filled) -> list[Helper]:
    roles = scene.edition.directory.roles
    return [
        Helper(s.id, s.name, scene.words(s.description), roles[s.roles[0]].symbol or filled.role.symbol)
        for s in filled.services
    ]
