"""Rules of readings: how a deadline rule is read has numbers and days that can be worked with."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk.content.checks.ids import is_id
from kiosk.domain.rules import DayOfYear, Limb, Period, Reading, Unit

MOST = 1_000
"""Days, weeks or months."""
MOST_PARTS = 20
"""Limbs of a reading, its closures, and periods of a limb."""
_COMMON_YEAR = 2023
_COUNTED_BACK = (Unit.DAYS, Unit.WEEKS, Unit.MONTHS)


def faults(reading: Reading) -> Iterator[str]:
    """Yield what nobody could have read from sources."""
    parts = (reading.limbs, reading.closures, *(limb.periods for limb in reading.limbs))
    if any(len(part) > MOST_PARTS for part in parts):
        yield f"A reading has more than {MOST_PARTS} limbs, closures or periods."
    for limb in reading.limbs:
        yield from _limb(limb)
    for closure in reading.closures:
        if not (_is_day(*closure.first) and _is_day(*closure.last)):
            yield "A closure begins or ends on no day of the year."


def _limb(limb: Limb) -> Iterator[str]:
    if not is_id(limb.input):
        yield "A limb counts from what is no input."
    if not limb.periods or not isinstance(limb.optional, bool):
        yield "A limb has no period, or does not say whether it is optional."
    if not all(map(_is_period, limb.periods)):
        yield f"A period cannot be counted: use whole numbers up to {MOST}, and days of the year."


def _is_period(period: Period) -> bool:
    if isinstance(period, DayOfYear):
        return _is_day(period.month, period.day)
    least = -MOST if period.unit in _COUNTED_BACK else 1
    counts = _is_number(period.number, least) and period.number != 0 and isinstance(period.first_day_counts, bool)
    return counts and (period.at_most == 0 or _is_number(period.at_most, period.number))


def _is_number(number: int, least: int) -> bool:
    return type(number) is int and least <= number <= MOST


def _is_day(month: int, day: int) -> bool:
    try:
        date(_COMMON_YEAR, month, day)
    except (ValueError, TypeError, OverflowError):
        return False
    return True
