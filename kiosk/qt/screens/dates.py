"""Choosing a date by touch: recent months first, then a day; or year, month and day for one further back."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.calendar import add_months
from kiosk.domain.flow import Question
from kiosk.domain.places import DayPlace, MonthPlace, YearPlace
from kiosk.guide.dates import long_date, month_name, month_year, short_weekday_name
from kiosk.qt.scene import Scene
from kiosk.qt.screens.base import Turn, VisitViewModel
from kiosk.qt.screens.question import QuestionViewModel

QML_IMPORT_NAME = "Kiosk.ViewModels"
QML_IMPORT_MAJOR_VERSION = 1

RECENT_MONTHS = 3
"""Months offered at once: an appeal runs for two, and a letter may have lain."""
YEARS = 6
YEARS_AHEAD = 2
"""How far ahead a date to come may lie: a move to another school is planned about a year before."""
MONTHS = 12


@dataclass(frozen=True)
class Period:
    """A year or a month that can be touched; `enabled` is false for one still to come."""

    number: int
    text: str
    enabled: bool = True


@dataclass(frozen=True)
class Day:
    """A day that can be touched. `text` is the number, `spoken` the whole date."""

    number: int
    text: str
    spoken: str
    enabled: bool
    today: bool


@QmlElement
class RecentMonthsViewModel(QuestionViewModel):
    """A date question: the latest months, "earlier", and the question's own options."""

    NAME = "RecentMonths"

    def __init__(self, scene: Scene, turn: Turn, question: Question) -> None:
        super().__init__(scene, turn, question)
        first = add_months(scene.today.replace(day=1), 1 if question.ahead else 0)
        self._days = [add_months(first, -back) for back in range(RECENT_MONTHS)]
        self._months = self._model([Period(i, month_year(scene.words, day)) for i, day in enumerate(self._days)])

    @Property(QObject, constant=True)
    def months(self) -> Any:
        """The latest months, this one first, or the next where dates to come are asked for; `number` counts back."""
        return self._months

    @Property(bool, constant=True)
    def ahead(self) -> bool:
        """Whether the date may be still to come."""
        return self._question.ahead

    @Slot(int)
    def chooseMonth(self, back: int) -> None:
        """Go on to the days of a month, by its number."""
        day = self._days[back]
        self._turn(lambda session: session.go(DayPlace(self._question.id, day.year, day.month)))

    @Slot()
    def earlier(self) -> None:
        """Go on to the years."""
        self._turn(lambda session: session.go(YearPlace(self._question.id)))


class _DateViewModel(VisitViewModel):
    def __init__(self, scene: Scene, turn: Turn, question: str) -> None:
        super().__init__(scene, turn)
        self._question = scene.edition.graph.questions[question]
        this = scene.today.year
        self._last_day = date(this + YEARS_AHEAD, 12, 31) if self._question.ahead else scene.today

    @Property(str, constant=True)
    def title(self) -> str:
        """The question being answered."""
        return self._scene.words(self._question.text)


@QmlElement
class YearsViewModel(_DateViewModel):
    """Choosing a year: the latest first."""

    NAME = "Years"

    def __init__(self, scene: Scene, turn: Turn, place: YearPlace) -> None:
        super().__init__(scene, turn, place.question)
        last = self._last_day.year
        self._years = self._model([Period(year, str(year)) for year in range(last, last - YEARS, -1)])

    @Property(QObject, constant=True)
    def years(self) -> Any:
        """The years on offer."""
        return self._years

    @Slot(int)
    def choose(self, year: int) -> None:
        """Go on to the months of a year."""
        self._turn(lambda session: session.go(MonthPlace(self._question.id, year)))


@QmlElement
class MonthsViewModel(_DateViewModel):
    """Choosing a month of a year; those that are too late cannot be chosen."""

    NAME = "Months"

    def __init__(self, scene: Scene, turn: Turn, place: MonthPlace) -> None:
        super().__init__(scene, turn, place.question)
        self._place = place
        self._months = self._model([self._period(month) for month in range(1, MONTHS + 1)])

    def _period(self, month: int) -> Period:
        begun = date(self._place.year, month, 1) <= self._last_day
        return Period(month, month_name(self._scene.words, month), begun)

    @Property(int, constant=True)
    def year(self) -> int:
        """The year chosen before."""
        return self._place.year

    @Property(QObject, constant=True)
    def months(self) -> Any:
        """The twelve months."""
        return self._months

    @Slot(int)
    def choose(self, month: int) -> None:
        """Go on to the days of a month."""
        self._turn(lambda session: session.go(DayPlace(self._question.id, self._place.year, month)))


@QmlElement
class DaysViewModel(_DateViewModel):
    """Choosing a day of a month; those that are too late cannot be chosen."""

    NAME = "Days"

    def __init__(self, scene: Scene, turn: Turn, place: DayPlace) -> None:
        super().__init__(scene, turn, place.question)
        self._first = date(place.year, place.month, 1)
        self._days = self._model(list(self._each_day()))
        words = scene.words
        self._weekdays = [short_weekday_name(words, number) for number in range(1, 8)]

    def _each_day(self) -> Iterator[Day]:
        today = self._scene.today
        for number in range(1, calendar.monthrange(self._first.year, self._first.month)[1] + 1):
            day = self._first.replace(day=number)
            yield Day(number, str(number), long_date(self._scene.words, day), day <= self._last_day, day == today)

    @Property(str, constant=True)
    def month(self) -> str:
        """The month and year, in words."""
        return month_year(self._scene.words, self._first)

    @Property(list, constant=True)
    def weekdays(self) -> list[str]:
        """The names of the days of the week, Monday first."""
        return self._weekdays

    @Property(int, constant=True)
    def blanks(self) -> int:
        """How many days of the first week belong to the month before."""
        return self._first.weekday()

    @Property(QObject, constant=True)
    def days(self) -> Any:
        """The days of the month."""
        return self._days

    @Slot(int)
    def choose(self, number: int) -> None:
        """Answer the question with this day."""
        graph = self._scene.edition.graph
        day = self._first.replace(day=number)
        if day <= self._last_day:
            self._turn(lambda session: session.answer(self._question.id, day, graph))
