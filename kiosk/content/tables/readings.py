"""How a deadline rule is read, as JSON in a column: limbs, their periods, closures and the roll."""

from __future__ import annotations

import json
from typing import Any

from kiosk.domain.rules import Closure, Count, DayOfYear, Limb, Period, Reading, Roll, Take, Unit


def as_json(reading: Reading) -> str:
    """Return what stands for a reading in a column."""
    stored = {
        "limbs": [_limb(limb) for limb in reading.limbs],
        "take": reading.take,
        "roll": reading.roll,
        "closures": [[*closure.first, *closure.last] for closure in reading.closures],
    }
    return json.dumps(stored, separators=(",", ":"))


def from_json(stored: str) -> Reading:
    """Return a reading from its column."""
    read = json.loads(stored)
    return Reading(
        limbs=tuple(_read_limb(limb) for limb in read["limbs"]),
        take=Take(read["take"]),
        roll=Roll(read["roll"]),
        closures=tuple(_read_closure(*ends) for ends in read["closures"]),
    )


def _limb(limb: Limb) -> dict[str, Any]:
    return {"input": limb.input, "optional": limb.optional, "periods": [_period(period) for period in limb.periods]}


def _period(period: Period) -> list[Any]:
    if isinstance(period, DayOfYear):
        return [period.month, period.day]
    return [period.number, period.unit, period.first_day_counts, period.at_most]


def _read_limb(read: dict[str, Any]) -> Limb:
    return Limb(read["input"], tuple(_read_period(*period) for period in read["periods"]), read["optional"])


def _read_period(first: int, second: Any, *more: Any) -> Period:
    return Count(first, Unit(second), *more) if more else DayOfYear(first, second)


def _read_closure(first_month: int, first_day: int, last_month: int, last_day: int) -> Closure:
    return Closure((first_month, first_day), (last_month, last_day))
