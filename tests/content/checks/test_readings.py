"""Readings: what cannot be counted is said of a rule that was read from a database."""

from __future__ import annotations

from typing import Any

import pytest

from kiosk.content.checks.readings import faults
from kiosk.domain.rules import Closure, Count, DayOfYear, Limb, Period, Reading, Unit

TWO_MONTHS = Count(2, Unit.MONTHS)
UNCOUNTED = "A period cannot be counted: use whole numbers up to 1000, and days of the year."


def reading(*periods: Period, **limb: Any) -> Reading:
    return Reading((Limb(**{"input": "notice", "periods": periods, **limb}),))


@pytest.mark.parametrize(
    "period",
    [
        TWO_MONTHS,
        Count(-1, Unit.DAYS),
        Count(1000, Unit.WORKING_DAYS, True, 1000),
        Count(10, Unit.SCHOOL_DAYS, at_most=20),
        DayOfYear(2, 28),
        DayOfYear(12, 31),
    ],
)
def test_what_can_be_counted_is_right(period: Period) -> None:
    assert list(faults(reading(period))) == []


@pytest.mark.parametrize(
    "period",
    [
        Count(0, Unit.DAYS),
        Count(1001, Unit.DAYS),
        Count(-1001, Unit.DAYS),
        Count(-1, Unit.WORKING_DAYS),
        Count(True, Unit.DAYS),
        Count(1.5, Unit.DAYS),  # type: ignore[arg-type]
        Count("2", Unit.DAYS),  # type: ignore[arg-type]
        Count(2, Unit.DAYS, 1),  # type: ignore[arg-type]
        Count(10, Unit.DAYS, at_most=9),
        Count(10, Unit.DAYS, at_most=1001),
        DayOfYear(2, 29),
        DayOfYear(13, 1),
        DayOfYear(10**30, 1),
        DayOfYear("1", 1),  # type: ignore[arg-type]
    ],
)
def test_what_cannot_be_counted_is_said(period: Period) -> None:
    assert list(faults(reading(period))) == [UNCOUNTED]


@pytest.mark.parametrize("limb", [{"periods": ()}, {"optional": 1}])
def test_a_limb_is_whole(limb: dict[str, Any]) -> None:
    assert list(faults(reading(TWO_MONTHS, **limb))) == [
        "A limb has no period, or does not say whether it is optional."
    ]


@pytest.mark.parametrize("name", ["", "the notice", 5, "x" * 121])
def test_a_limb_counts_from_an_input(name: Any) -> None:
    assert list(faults(reading(TWO_MONTHS, input=name))) == ["A limb counts from what is no input."]


@pytest.mark.parametrize("days", [((2, 29), (3, 1)), ((12, 25), (0, 1))])
def test_a_closure_is_of_days(days: tuple[tuple[int, int], tuple[int, int]]) -> None:
    closed = Reading(reading(TWO_MONTHS).limbs, closures=(Closure(*days),))
    assert list(faults(closed)) == ["A closure begins or ends on no day of the year."]


def test_a_reading_has_an_end() -> None:
    assert list(faults(reading(*[TWO_MONTHS] * 21))) == ["A reading has more than 20 limbs, closures or periods."]
