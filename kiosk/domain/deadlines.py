"""The arithmetic of deadlines: pure functions over rules, dates and the days that offices and schools are open.

A `Deadline` carries the whole working. Where the law can be read in two ways both dates are held and the earlier is
shown. Sources: domain reference 3.1; HESC Rules r.20 and r.12; Dodds v Walker (months).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import assert_never

from kiosk.domain.calendar import WorkingCalendar, add_months, months_from
from kiosk.domain.rules import Closure, Count, DayOfYear, Limb, Period, Reading, Roll, Rule, Take, Unit, version_for


@dataclass(frozen=True)
class Added:
    """One period of a limb, and the day that it led to."""

    period: Period
    end: date


@dataclass(frozen=True)
class Sum:
    """One limb worked out, period by period, from `start` (called `input`).

    `limit` is where it ends when every period takes the most that it may; `end` where none does.
    """

    input: str
    start: date
    added: tuple[Added, ...]
    limit: date

    @property
    def end(self) -> date:
        """The day that the last period led to."""
        return self.added[-1].end


class Move(StrEnum):
    """Why an end date was moved."""

    CLOSURE = "closure"
    NOT_WORKING = "not-working"
    UNSURE = "unsure"
    CAUTIOUS = "cautious"


@dataclass(frozen=True)
class Moved:
    """The end date moved from one day to another, and why."""

    why: Move
    start: date
    end: date


@dataclass(frozen=True)
class Deadline:
    """A date worked out, with everything that led to it by the reading that gives the earliest day.

    `last_day` is the date to show; where the law can be read in two ways, `outer_day` is the later reading's.
    `limit_day` is the outer limit of a period that may be made longer. `advised_day` is the working day before a last
    day on which offices are shut. `beyond`: bank holidays that could matter are not known, and the date is the
    earlier, safe one.
    """

    rule: Rule
    reading: Reading
    sums: tuple[Sum, ...]
    counted: Sum
    moves: tuple[Moved, ...]
    last_day: date
    outer_day: date
    limit_day: date
    advised_day: date
    beyond: bool

    def days_left(self, today: date) -> int:
        """Return whole days from today to the last day; negative when it has passed."""
        return (self.last_day - today).days

    @property
    def ambiguous(self) -> bool:
        """Whether the law can be read to give a later day."""
        return self.outer_day != self.last_day

    def may_be_in_time(self, today: date) -> bool:
        """Say whether the day shown has passed, but not the later reading's, nor the outer limit."""
        return self.last_day < today <= max(self.outer_day, self.limit_day)


class Lack(StrEnum):
    """Why no date can be worked out: an input, the school's own calendar, or a rule that was in force."""

    INPUT = "input"
    SCHOOL_CALENDAR = "school-calendar"
    LAW = "law"


@dataclass(frozen=True)
class Undated:
    """No date, and why. `rule` is the version that comes nearest; `inputs` are those that are lacking."""

    rule: Rule
    lack: Lack
    inputs: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Result:
    """What one reading gives: `outer` is the latest day that it can be read to give."""

    reading: Reading
    sums: tuple[Sum, ...]
    counted: Sum
    moves: tuple[Moved, ...]
    end: date
    outer: date
    limit: date


@dataclass(frozen=True)
class _Calendars:
    """The days that offices are open, and the days that the school is."""

    working: WorkingCalendar
    school: WorkingCalendar


def deadline(
    rule: Rule, inputs: Mapping[str, date], working: WorkingCalendar, school: WorkingCalendar | None = None
) -> Deadline | None:
    """Work out one version of a rule for these dates.

    Returns None when a date that the rule cannot do without is not known, or it counts school days and there is no
    calendar of the school.
    """
    if rule.reading.lacking(inputs) or (rule.needs_school_days and school is None):
        return None
    calendars = _Calendars(working, school or working)
    results = [_result(each, inputs, calendars) for each in rule.readings if not each.lacking(inputs)]
    shown = min(results, key=lambda result: result.outer)
    return _deadline(rule, shown, max(result.outer for result in results), working)


def work_out(
    versions: Sequence[Rule],
    inputs: Mapping[str, date],
    working: WorkingCalendar,
    school: WorkingCalendar | None = None,
) -> Deadline | Undated:
    """Work out a rule by the version of the law that holds for these dates, or say why there is no date."""
    rule = version_for(versions, inputs)
    nearest = rule or versions[-1]
    lacking = nearest.reading.lacking(inputs)
    if lacking:
        return Undated(nearest, Lack.INPUT, lacking)
    if rule is None:
        return Undated(nearest, Lack.LAW)
    return deadline(rule, inputs, working, school) or Undated(rule, Lack.SCHOOL_CALENDAR)


def _deadline(rule: Rule, shown: _Result, outer: date, working: WorkingCalendar) -> Deadline:
    last_day = shown.end
    return Deadline(
        rule=rule,
        reading=shown.reading,
        sums=shown.sums,
        counted=shown.counted,
        moves=shown.moves,
        last_day=last_day,
        outer_day=outer,
        limit_day=max(last_day, shown.limit),
        advised_day=working.on_or_before(last_day) if rule.advise_working_day else last_day,
        beyond=rule.needs_working_days and not working.knows(*_span(shown, outer)),
    )


def _span(result: _Result, outer: date) -> tuple[date, date]:
    """Return the first and the last of all the days that a date rests on."""
    starts = (each.start for each in result.sums)
    return min(result.end, *starts), max(outer, result.limit, *(each.limit for each in result.sums), result.counted.end)


def _result(reading: Reading, inputs: Mapping[str, date], calendars: _Calendars) -> _Result:
    known = [limb for limb in reading.limbs if limb.input in inputs]
    sums = tuple(_sum(limb, inputs[limb.input], calendars) for limb in known)
    pick: Callable[..., Sum] = max if reading.take is Take.LATEST else min
    counted = pick(sums, key=lambda each: each.end)
    moves, outer = moved(reading, counted.end, calendars.working)
    limit = pick(sums, key=lambda each: each.limit).limit
    limit_moves, _ = moved(reading, limit, calendars.working)
    end, last = _last(moves, counted.end), _last(limit_moves, limit)
    return _Result(reading, sums, counted, moves, end, outer, last)


def _last(moves: tuple[Moved, ...], end: date) -> date:
    return moves[-1].end if moves else end


def _sum(limb: Limb, start: date, calendars: _Calendars) -> Sum:
    added: list[Added] = []
    end = limit = start
    for period in limb.periods:
        end = _end(period, end, calendars)
        limit = _end(_longest(period), limit, calendars)
        added.append(Added(period, end))
    return Sum(limb.input, start, tuple(added), limit)


def _longest(period: Period) -> Period:
    if isinstance(period, Count) and period.at_most:
        return Count(period.at_most, period.unit, period.first_day_counts)
    return period


def _end(period: Period, start: date, calendars: _Calendars) -> date:
    """Return the day on which a period ends that begins after this day, or with it where that is the first day."""
    if isinstance(period, DayOfYear):
        return date(start.year, period.month, period.day)
    before = start - timedelta(days=1) if period.first_day_counts else start
    match period.unit:
        case Unit.MONTHS:
            return (months_from if period.first_day_counts else add_months)(start, period.number)
        case Unit.WEEKS:
            return before + timedelta(weeks=period.number)
        case Unit.DAYS:
            return before + timedelta(days=period.number)
        case Unit.WORKING_DAYS:
            return calendars.working.add(before, period.number)
        case Unit.SCHOOL_DAYS:
            return calendars.school.add(before, period.number)
        case _:
            assert_never(period.unit)


def moved(reading: Reading, end: date, working: WorkingCalendar) -> tuple[tuple[Moved, ...], date]:
    """Return the moves of an end date by a reading, and the latest day that it can be read to give."""
    if (closure := _closure_of(reading, end)) is not None:
        opened = working.on_or_after(closure.last_day_from(end) + timedelta(days=1))
        return (Moved(Move.CLOSURE, end, opened),), opened
    if reading.roll is Roll.PREVIOUS:
        return _moved_back(end, working)
    if reading.roll is Roll.NONE or working.is_working_day(end):
        return (), end
    after = working.on_or_after(end)
    if _closure_of(reading, after) is not None:
        # Rolling carries the end into a closure: one reading stops there, another rolls on. Show neither (W-18).
        return (Moved(Move.CAUTIOUS, end, working.on_or_before(end)),), after
    return (Moved(Move.NOT_WORKING, end, after),), after


def _moved_back(end: date, working: WorkingCalendar) -> tuple[tuple[Moved, ...], date]:
    before = working.on_or_before(end)
    why = Move.UNSURE if working.is_working_day(end) else Move.NOT_WORKING
    return ((Moved(why, end, before),) if before != end else ()), before


def _closure_of(reading: Reading, day: date) -> Closure | None:
    return next((closure for closure in reading.closures if closure.contains(day)), None)
