"""Reading how a deadline rule is read: limbs, their periods, closures and the roll."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk.content.reading.entry import Entry
from kiosk.domain.rules import Closure, Count, DayOfYear, Limb, Period, Reading, Roll, Take, Unit

_LEAP_YEAR = 2024
_LEAP_DAY = (2, 29)
_NO_DAY = (1, 1)
_COUNTS = ("add", "subtract", "on")
_COUNTED_FORWARD = (Unit.WORKING_DAYS, Unit.SCHOOL_DAYS)


def reading(entry: Entry) -> Reading:
    """Return the reading that stands in an entry."""
    return Reading(
        limbs=tuple(_limb(below) for below in entry.entries("limb")),
        take=entry.one_of("take", Take, Take.LATEST),
        roll=entry.one_of("roll", Roll, Roll.NONE),
        closures=tuple(_closure(below) for below in entry.entries("closure")),
    )


def optional_reading(entry: Entry, key: str) -> Reading | None:
    """Return the reading of a table of its own, or None where there is none."""
    below = entry.entry(key)
    if below is None:
        return None
    other = reading(below)
    below.close()
    return other


def _limb(entry: Entry) -> Limb:
    limb = Limb(
        input=entry.identity("input"),
        periods=(*_periods(entry), *(period for below in entry.entries("then") for period in _closed(below))),
        optional=entry.flag("optional", missing=False),
    )
    entry.close()
    return limb


def _closed(entry: Entry) -> tuple[Period, ...]:
    periods = tuple(_periods(entry))
    entry.close()
    return periods


def _periods(entry: Entry) -> Iterator[Period]:
    """Yield the period of an entry, and the days that are taken off it."""
    given = [key for key in _COUNTS if entry.value(key) is not None]
    if len(given) > 1:
        entry.complain(f"has “{given[0]}” and “{given[1]}”. Choose one.")
    yield DayOfYear(*_day_of_year(entry, "on")) if given == ["on"] else _count(entry, given)
    less_days = entry.number("less_days", least=0, missing=0)
    if less_days:
        yield Count(-less_days, Unit.DAYS)


def _count(entry: Entry, given: list[str]) -> Count:
    back = given == ["subtract"]
    number = entry.number("subtract" if back else "add", least=1)
    unit = entry.one_of("unit", Unit)
    if back and unit in _COUNTED_FORWARD:
        entry.complain(f"cannot be counted in {unit}: use days, weeks or months.", "subtract")
    at_most = entry.number("at_most", least=0, missing=0)
    if at_most and at_most < number:
        entry.complain(f"is less than {number}.", "at_most")
    return Count(-number if back else number, unit, entry.flag("first_day_counts", missing=False), at_most)


def _closure(entry: Entry) -> Closure:
    closure = Closure(_day_of_year(entry, "from"), _day_of_year(entry, "to"))
    entry.close()
    return closure


def _day_of_year(entry: Entry, key: str) -> tuple[int, int]:
    word = entry.string(key)
    try:
        day = date.fromisoformat(f"{_LEAP_YEAR}-{word}")
    except ValueError:
        day = None
    if word and (day is None or (day.month, day.day) == _LEAP_DAY):
        entry.complain(f"“{word}” is not a day of every year, written like 12-25.", key)
    return (day.month, day.day) if day else _NO_DAY
