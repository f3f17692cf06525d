"""Where the calculator ends: the dates that follow from what was answered, and who helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.deadlines import Deadline, Undated
from kiosk.domain.flow import ToDeadlines
from kiosk.domain.places import FlowPlace, WorkingPlace
from kiosk.guide.working import why_undated
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn
from kiosk.qt.screens.glossary import ExplainedViewModel
from kiosk.qt.screens.helpers import helper_name, place_of_role
from kiosk.qt.screens.leaves import leaf_of

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class NoDate:
    """A rule that gives no date for what is known: what it is about, and why."""

    title: str
    text: str


@QmlElement
class DeadlinesViewModel(ExplainedViewModel):
    """Every date that the rules of a number give, the soonest first."""

    NAME = "Deadlines"

    def __init__(self, scene: Scene, turn: Turn, at: ToDeadlines) -> None:
        super().__init__(scene, turn)
        self._group = scene.edition.calculator.groups[at.group]
        dated = [each for each in scene.calculated.values() if isinstance(each, Deadline)]
        undated = [each for each in scene.calculated.values() if isinstance(each, Undated)]
        self._leaves = self._model([leaf_of(scene, each.rule.id, each) for each in sorted(dated, key=_last_day)])
        self._undated = self._model([self._no_date(each) for each in undated])
        self._adviser = scene.edition.directory.filling(scene.edition.directory.first_adviser().id)
        rules = [each.rule for each in scene.calculated.values()]
        self._explain(scene.words(text) for rule in rules for text in (rule.title, rule.words))

    def _no_date(self, undated: Undated) -> NoDate:
        words = self._scene.words
        return NoDate(words(undated.rule.title), f"{words(undated.rule.words)} {why_undated(words, undated)}")

    @Property(str, constant=True)
    def title(self) -> str:
        """What the dates are about."""
        return self._scene.words(self._group.title)

    @Property(str, constant=True)
    def summary(self) -> str:
        """The time limit in words."""
        return self._scene.words(self._group.words)

    @Property(QObject, constant=True)
    def leaves(self) -> Any:
        """The dates, soonest first."""
        return self._leaves

    @Property(QObject, constant=True)
    def undated(self) -> Any:
        """Rules that give no date here, and why."""
        return self._undated

    @Property(str, constant=True)
    def helper(self) -> str:
        """Who gives free, independent advice here."""
        return helper_name(self._scene, self._adviser)

    @Property(str, constant=True)
    def helperSymbol(self) -> str:
        """The symbol of whoever helps."""
        return self._adviser.role.symbol

    @Slot(str)
    def working(self, rule: str) -> None:
        """Show how a date was worked out."""
        self._turn(lambda session: session.go(WorkingPlace(rule)))

    @Slot()
    def help(self) -> None:
        """Show who gives free, independent advice."""
        place = place_of_role(self._scene, self._adviser.role.id)
        self._turn(lambda session: session.go(place))

    @Slot()
    def everything(self) -> None:
        """Begin the questions that lead to everything that can be done."""
        first = FlowPlace(self._scene.edition.store.first_flow)
        self._turn(lambda session: session.begin(first))


def _last_day(deadline: Deadline) -> date:
    return deadline.last_day
