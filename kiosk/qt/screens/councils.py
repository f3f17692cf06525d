"""Finding one's council: first the region, then the council."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.authority import Authority
from kiosk.domain.places import CouncilsPlace
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel
from kiosk.qt.screens.helpers import Helper

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CouncilsViewModel(VisitViewModel):
    """The regions of England or, once one is chosen, its councils by name."""

    NAME = "Councils"

    def __init__(self, scene: Scene, turn: Turn, place: CouncilsPlace) -> None:
        super().__init__(scene, turn)
        self._region = place.region
        here = [each for each in scene.edition.store.authorities() if _valid(each, scene)]
        self._choices = self._model(self._councils(here) if place.region else _regions(here))

    def _councils(self, here: list[Authority]) -> list[Helper]:
        current = self._scene.edition.authority
        mine = sorted((each for each in here if each.region == self._region), key=lambda each: each.name)
        return [Helper(each.code, each.name, "", "account_balance", each == current) for each in mine]

    @Property(str, constant=True)
    def region(self) -> str:
        """The region chosen; empty before."""
        return self._region

    @Property(QObject, constant=True)
    def choices(self) -> Any:
        """Regions or councils."""
        return self._choices

    @Slot(str)
    def choose(self, key: str) -> None:
        """Open a region, or say that a council is the visitor's."""
        if self._region:
            self._turn(lambda session: session.live_in(key))
        else:
            self._turn(lambda session: session.go(CouncilsPlace(key)))


def _regions(here: list[Authority]) -> list[Helper]:
    return [Helper(region, region, "", "location_on") for region in sorted({each.region for each in here})]


def _valid(authority: Authority, scene: Scene) -> bool:
    begun = authority.valid_from is None or authority.valid_from <= scene.today
    return begun and (authority.valid_to is None or scene.today <= authority.valid_to)
