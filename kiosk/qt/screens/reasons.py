"""Reasons: why the visitor is shown an outcome, and how a date was worked out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject
from PySide6.QtQml import QmlElement

from kiosk.domain.places import WorkingPlace
from kiosk.guide.dates import long_date
from kiosk.guide.working import working_lines
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True)
class Reason:
    """A line of a reason."""

    text: str


@dataclass(frozen=True)
class Read:
    """Something that was read, and how old it looked."""

    title: str
    age: str


@QmlElement
class WhyViewModel(VisitViewModel):
    """The answers, the rule, the law and the sources behind an outcome."""

    NAME = "Why"

    def __init__(self, scene: Scene, turn: Turn) -> None:
        super().__init__(scene, turn)
        self._outcome = scene.guidance.outcome
        self._law = self._model([Reason(scene.words(law.text)) for law in self._outcome.law])
        read = scene.edition.store.sources(self._outcome.fact.sources)
        self._sources = self._model([Read(source.title, source.apparent_date) for source in read])

    @Property(str, constant=True)
    def rule(self) -> str:
        """The rule that led here, in plain words."""
        return self._scene.words(self._outcome.why)

    @Property(QObject, constant=True)
    def law(self) -> Any:
        """Where the law stands."""
        return self._law

    @Property(QObject, constant=True)
    def sources(self) -> Any:
        """What was read, and how old the copies were."""
        return self._sources

    @Property(str, constant=True)
    def reviewed(self) -> str:
        """The day these facts were last looked at."""
        return long_date(self._scene.words, self._outcome.fact.reviewed_on)


@QmlElement
class WorkingViewModel(VisitViewModel):
    """How a date was worked out, line by line."""

    NAME = "Working"

    def __init__(self, scene: Scene, turn: Turn, place: WorkingPlace) -> None:
        super().__init__(scene, turn)
        self._deadline = scene.deadline(place.key)
        self._lines = self._model([Reason(line) for line in working_lines(scene.words, self._deadline, scene.today)])

    @Property(str, constant=True)
    def title(self) -> str:
        """What has to happen by the date."""
        return self._scene.words(self._deadline.rule.title)

    @Property(str, constant=True)
    def date(self) -> str:
        """The date, with its weekday."""
        return long_date(self._scene.words, self._deadline.last_day)

    @Property(str, constant=True)
    def rule(self) -> str:
        """The rule in words."""
        return self._scene.words(self._deadline.rule.words)

    @Property(QObject, constant=True)
    def lines(self) -> Any:
        """The working, line by line."""
        return self._lines
