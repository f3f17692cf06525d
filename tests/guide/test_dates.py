"""Dates in words."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.text import Words
from kiosk.guide.dates import long_date, month_name, month_year, short_date, short_weekday_name, weekday_name
from tests.domain.samples import english

DAY = date(2026, 11, 3)


def test_a_date_is_written_as_people_write_it() -> None:
    assert long_date(english(), DAY) == "Tuesday 3 November 2026"
    assert short_date(english(), DAY) == "3 November 2026"
    assert month_year(english(), DAY) == "November 2026"


@pytest.mark.parametrize(("number", "name"), [(1, "January"), (12, "December")])
def test_months_are_counted_from_january(number: int, name: str) -> None:
    assert month_name(english(), number) == name


@pytest.mark.parametrize(("number", "name"), [(1, "Monday"), (7, "Sunday")])
def test_weekdays_are_counted_from_monday(number: int, name: str) -> None:
    assert weekday_name(english(), number) == name
    assert short_weekday_name(english(), number) == name[:3]


def test_a_language_may_bend_the_month_inside_a_date_and_order_it_its_own_way() -> None:
    polish = Words(
        "pl",
        {
            "phrase.month-11": "listopad",
            "phrase.date-month-11": "listopada",
            "phrase.weekday-2": "wtorek",
            "phrase.month-year": "{month} {year}",
            "phrase.date-short": "{day} {month} {year} r.",
            "phrase.date-long": "{day} {month} {year} r. ({weekday})",
        }.__getitem__,
    )
    assert month_year(polish, DAY) == "listopad 2026"
    assert short_date(polish, DAY) == "3 listopada 2026 r."
    assert long_date(polish, DAY) == "3 listopada 2026 r. (wtorek)"
