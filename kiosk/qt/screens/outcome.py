"""The outcome: a sentence of relief, the dates, and the routes as lines of stations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.deadlines import Deadline
from kiosk.domain.guidance import GuidedRoute, GuidedStep
from kiosk.domain.places import WhyPlace, WorkingPlace
from kiosk.guide.dates import long_date
from kiosk.guide.steps import step_label
from kiosk.qt.records import RecordListModel
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn
from kiosk.qt.screens.glossary import ExplainedViewModel
from kiosk.qt.screens.helpers import helper_name, is_one, place_of_role
from kiosk.qt.screens.leaves import leaf_of

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class RouteLine:
    """A route: its title and its stations."""

    title: str
    stops: RecordListModel


@dataclass(frozen=True)
class Stop:
    """A station of a route. `more`: its helper is not one service, but several, or a way to find one."""

    step: str
    number: int
    first: bool
    last: bool
    necessity: str
    label: str
    title: str
    text: str
    deadline: str
    passed: bool
    role: str
    helper: str
    more: bool
    symbol: str


@dataclass(frozen=True)
class Note:
    """A sentence to heed."""

    text: str


@QmlElement
class OutcomeViewModel(ExplainedViewModel):
    """What this visitor can do, in which order, by which date, and who helps."""

    NAME = "Outcome"

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__(scene, turn)
        self._guidance = scene.guidance
        leading = leading_deadlines(self._guidance.deadlines())
        self._leaves = self._model([leaf_of(scene, step, deadline) for step, deadline in leading])
        self._routes = self._model([self._route(route) for route in self._guidance.routes])
        self._unknowns = self._model([Note(text) for text in self._unknown_dates()])
        self._watch_outs = self._model([Note(scene.words(w.text)) for w in self._guidance.watch_outs])

        self._explain(self._said())

    def _said(self) -> list[str]:
        words, guidance = self._scene.words, self._guidance
        steps = [words(text) for s in guidance.steps() for text in (s.step.title, s.step.text, s.step.label)]
        watch_outs = [words(watch_out.text) for watch_out in guidance.watch_outs]
        return [
            words(guidance.outcome.title),
            words(guidance.outcome.summary),
            words(guidance.outcome.say),
            *steps,
            *watch_outs,
        ]

    def _unknown_dates(self) -> list[str]:
        words = self._scene.words
        unknown = [s.step.deadline.unknown for s in self._guidance.steps() if s.date_unknown and s.step.deadline]
        if unknown:
            return list(dict.fromkeys(words(text) for text in unknown))
        no_deadline = self._guidance.outcome.no_deadline
        return [words(no_deadline)] if no_deadline and not self._guidance.deadlines() else []

    def _route(self, guided: GuidedRoute) -> RouteLine:
        count = len(guided.steps)
        stops = [self._stop(step, number, count) for number, step in enumerate(guided.steps, 1)]
        return RouteLine(self._scene.words(guided.route.title), self._model(stops))

    def _stop(self, guided: GuidedStep, number: int, count: int) -> Stop:
        words, step = self._scene.words, guided.step
        return Stop(
            step.id,
            number,
            number == 1,
            number == count,
            str(step.necessity),
            step_label(words, step),
            words(step.title),
            words(step.text),
            self._by(guided.deadline),
            guided.deadline is not None and guided.deadline.days_left(self._scene.today) < 0,
            step.role,
            helper_name(self._scene, guided.help) if guided.help else "",
            guided.help is not None and not is_one(guided.help),
            guided.help.role.symbol if guided.help else step.symbol,
        )

    def _by(self, deadline: Deadline | None) -> str:
        return long_date(self._scene.words, deadline.advised_day) if deadline else ""

    @Property(str, constant=True)
    def title(self) -> str:
        """The sentence of relief."""
        return self._scene.words(self._guidance.outcome.title)

    @Property(str, constant=True)
    def summary(self) -> str:
        """The answer in a sentence or two."""
        return self._scene.words(self._guidance.outcome.summary)

    @Property(str, constant=True)
    def say(self) -> str:
        """What to say on the phone, in two sentences."""
        return self._scene.words(self._guidance.outcome.say)

    @Property(QObject, constant=True)
    def leaves(self) -> Any:
        """The dates, soonest first."""
        return self._leaves

    @Property(QObject, constant=True)
    def unknowns(self) -> Any:
        """What to do today where a date is not known, or that there is no deadline."""
        return self._unknowns

    @Property(QObject, constant=True)
    def routes(self) -> Any:
        """The routes, the main one first."""
        return self._routes

    @Property(QObject, constant=True)
    def watchOuts(self) -> Any:
        """Misunderstandings put right."""
        return self._watch_outs

    @Slot()
    def why(self) -> None:
        """Show why the visitor is shown this."""
        self._turn(lambda session: session.go(WhyPlace()))

    @Slot(str)
    def working(self, step: str) -> None:
        """Show how a step's date was worked out."""
        self._turn(lambda session: session.go(WorkingPlace(step)))

    @Slot(str)
    def help(self, role: str) -> None:
        """Show who helps with a step."""
        place = place_of_role(self._scene, role)
        self._turn(lambda session: session.go(place))


def leading_deadlines(steps: tuple[GuidedStep, ...]) -> tuple[tuple[str, Deadline], ...]:
    """Return one step for each day, and its deadline, soonest first: of several that end on a day, the last."""
    by_day = {step.deadline.last_day: (step.step.id, step.deadline) for step in steps if step.deadline}
    return tuple(by_day.values())
