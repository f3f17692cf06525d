"""Deadline rules and their arithmetic: pure functions over dates and a working-day calendar.

A rule is data: limbs ("2 months after the notice"), which of them counts, days on which a period may not end, and what
happens when it ends on a day that is no working day. Sources: HESC Rules r.20 and r.12; Dodds v Walker (months).
"""

from __future__ import annotations

import calendar
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.fact import Fact
from kiosk.domain.text import Text

_MONTHS_IN_YEAR = 12


class Unit(StrEnum):
    """What a limb counts in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    WORKING_DAYS = "working-days"


class Take(StrEnum):
    """Which limb counts when there are several."""

    LATEST = "latest"
    EARLIEST = "earliest"


class Roll(StrEnum):
    """What becomes of an end date that is no working day."""

    NONE = "none"
    NEXT = "next-working-day"
    PREVIOUS = "previous-working-day"


@dataclass(frozen=True)
class Limb:
    """One way to the end date: so much after an input. `less_days` are taken off after adding."""

    input: str
    add: int
    unit: Unit
    optional: bool = False
    less_days: int = 0


@dataclass(frozen=True)
class Closure:
    """Days of the year, both inclusive, in which a period does not end; it may run over the new year.

    Each end is (month, day).
    """

    first: tuple[int, int]
    last: tuple[int, int]

    def contains(self, day: date) -> bool:
        """Say whether the day falls inside."""
        here = (day.month, day.day)
        if self.first <= self.last:
            return self.first <= here <= self.last
        return here >= self.first or here <= self.last

    def last_day_from(self, day: date) -> date:
        """Return the last day of the closure that this day falls in."""
        year = day.year + ((day.month, day.day) > self.last)
        return date(year, *self.last)


@dataclass(frozen=True)
class Rule:
    """How a date is worked out. `advise_working_day`: an end that is no working day is shown with the one before it."""

    id: str
    title: Text
    words: Text
    passed: Text
    limbs: tuple[Limb, ...]
    fact: Fact
    take: Take = Take.LATEST
    roll: Roll = Roll.NONE
    closures: tuple[Closure, ...] = ()
    advise_working_day: bool = False


@dataclass(frozen=True)
class Sum:
    """One limb worked out: `count` `unit` after `start` (called `input`) is `end`."""

    input: str
    start: date
    count: int
    unit: Unit
    less_days: int
    end: date


class Move(StrEnum):
    """Why an end date was moved."""

    CLOSURE = "closure"
    NOT_WORKING = "not-working"
    CAUTIOUS = "cautious"


@dataclass(frozen=True)
class Moved:
    """The end date moved from one day to another, and why."""

    why: Move
    start: date
    end: date


@dataclass(frozen=True)
class Deadline:
    """A date worked out, with everything that led to it.

    `last_day` is the date to show: where the law is ambiguous, the earlier one, and then `outer_day` is the later
    reading. `advised_day` is the working day before a last day on which offices are shut.
    """

    rule: Rule
    sums: tuple[Sum, ...]
    counted: Sum
    moves: tuple[Moved, ...]
    last_day: date
    outer_day: date
    advised_day: date

    def days_left(self, today: date) -> int:
        """Return whole days from today to the last day; negative when it has passed."""
        return (self.last_day - today).days

    @property
    def ambiguous(self) -> bool:
        """Whether the law can be read to give a later day."""
        return self.outer_day != self.last_day


def add_months(day: date, months: int) -> date:
    """Return the same day-number `months` later, or that month's last day where there is none (rule R-3)."""
    year, month = divmod(day.year * _MONTHS_IN_YEAR + day.month - 1 + months, _MONTHS_IN_YEAR)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


def deadline(rule: Rule, inputs: Mapping[str, date], working: WorkingCalendar) -> Deadline | None:
    """Work out a rule for these dates.

    Returns None when a date that the rule cannot do without is not known.
    """
    limbs = [limb for limb in rule.limbs if limb.input in inputs or not limb.optional]
    if any(limb.input not in inputs for limb in limbs) or not limbs:
        return None
    sums = tuple(_sum(limb, inputs[limb.input], working) for limb in limbs)
    pick = max if rule.take is Take.LATEST else min
    counted = pick(sums, key=lambda s: s.end)
    moves, outer = _moved(rule, counted.end, working)
    last_day = moves[-1].end if moves and moves[-1].why is Move.CAUTIOUS else outer
    advised = working.on_or_before(last_day) if rule.advise_working_day else last_day
    return Deadline(rule, sums, counted, moves, last_day, outer, advised)


def _sum(limb: Limb, start: date, working: WorkingCalendar) -> Sum:
    match limb.unit:
        case Unit.MONTHS:
            end = add_months(start, limb.add)
        case Unit.WEEKS:
            end = start + timedelta(weeks=limb.add)
        case Unit.DAYS:
            end = start + timedelta(days=limb.add)
        case Unit.WORKING_DAYS:
            end = working.add(start, limb.add)
        case _:
            assert_never(limb.unit)
    end -= timedelta(days=limb.less_days)
    return Sum(limb.input, start, limb.add, limb.unit, limb.less_days, end)


def _moved(rule: Rule, end: date, working: WorkingCalendar) -> tuple[tuple[Moved, ...], date]:
    """Return the moves of an end date and the latest day that the law can be read to give."""
    if (closure := _closure_of(rule, end)) is not None:
        opened = working.on_or_after(closure.last_day_from(end) + timedelta(days=1))
        return (Moved(Move.CLOSURE, end, opened),), opened
    if rule.roll is Roll.NONE or working.is_working_day(end):
        return (), end
    if rule.roll is Roll.PREVIOUS:
        before = working.on_or_before(end)
        return (Moved(Move.NOT_WORKING, end, before),), before
    after = working.on_or_after(end)
    if _closure_of(rule, after) is not None:
        # Rolling carries the end into a closure: one reading stops there, another rolls on. Show neither (W-18).
        return (Moved(Move.CAUTIOUS, end, working.on_or_before(end)),), after
    return (Moved(Move.NOT_WORKING, end, after),), after


def _closure_of(rule: Rule, day: date) -> Closure | None:
    return next((closure for closure in rule.closures if closure.contains(day)), None)
