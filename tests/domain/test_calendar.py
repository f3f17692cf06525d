"""Working days in England and Wales, school days, and months."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import Holiday, WorkingCalendar, add_months, months_from
from tests.domain.samples import WORKING, days, working_calendars


def test_weekends_and_bank_holidays_are_no_working_days() -> None:
    assert WORKING.is_working_day(date(2026, 12, 24))
    assert not WORKING.is_working_day(date(2026, 12, 25))
    assert not WORKING.is_working_day(date(2026, 12, 26))
    assert not WORKING.is_working_day(date(2026, 12, 28))


def test_a_working_day_is_its_own_next_and_last() -> None:
    assert WORKING.on_or_after(date(2026, 12, 24)) == WORKING.on_or_before(date(2026, 12, 24)) == date(2026, 12, 24)


def test_christmas_is_passed_over_either_way() -> None:
    assert WORKING.on_or_after(date(2026, 12, 25)) == date(2026, 12, 29)
    assert WORKING.on_or_before(date(2026, 12, 28)) == date(2026, 12, 24)


def test_the_first_day_is_not_counted() -> None:
    assert WORKING.add(date(2026, 11, 23), 3) == date(2026, 11, 26)
    assert WORKING.add(date(2026, 12, 23), 3) == date(2026, 12, 30)
    assert WORKING.add(date(2026, 12, 25), 0) == date(2026, 12, 25)


def test_a_school_is_shut_on_its_holidays_both_ends_included() -> None:
    school = WORKING.without(
        [Holiday(date(2026, 12, 21), date(2027, 1, 1)), Holiday(date(2027, 1, 8), date(2027, 1, 8))]
    )
    assert school.is_working_day(date(2026, 12, 18))
    assert not school.is_working_day(date(2026, 12, 21))
    assert not school.is_working_day(date(2027, 1, 1))
    assert school.add(date(2026, 12, 18), 5) == date(2027, 1, 11)
    assert WORKING.is_working_day(date(2026, 12, 21))


def test_a_list_of_bank_holidays_is_known_by_whole_years() -> None:
    listed = WorkingCalendar.of_whole_years([date(2026, 12, 28), date(2026, 1, 1), date(2027, 12, 27)])
    assert (listed.known_from, listed.known_to) == (date(2026, 1, 1), date(2027, 12, 31))
    assert listed.knows(date(2026, 1, 1), date(2027, 12, 31))
    assert not listed.knows(date(2025, 12, 31), date(2026, 1, 1))
    assert not listed.knows(date(2027, 12, 31), date(2028, 1, 1))


def test_an_empty_list_knows_nothing() -> None:
    assert not WorkingCalendar.of_whole_years([]).knows(date(2026, 11, 23), date(2026, 11, 23))


@pytest.mark.parametrize(
    ("day", "safe"),
    [
        (date(2029, 6, 13), date(2029, 6, 13)),  # a Wednesday in June: no bank holiday falls there
        (date(2029, 6, 15), date(2029, 6, 14)),  # a Friday may be Good Friday
        (date(2029, 6, 18), date(2029, 6, 14)),  # most bank holidays are Mondays
        (date(2029, 12, 26), date(2029, 12, 20)),
        (date(2030, 1, 3), date(2029, 12, 27 - 7)),
        (date(2030, 1, 8), date(2030, 1, 8)),
    ],
)
def test_going_back_beyond_the_list_takes_only_days_on_which_offices_are_surely_open(day: date, safe: date) -> None:
    assert WorkingCalendar(frozenset(), known_to=date(2028, 12, 31)).on_or_before(day) == safe


@given(working_calendars(), days)
def test_the_nearest_working_days_lie_around_a_day_with_none_between(working: WorkingCalendar, day: date) -> None:
    before, after = working.on_or_before(day), working.on_or_after(day)
    assert working.is_working_day(before)
    assert working.is_working_day(after)
    assert before <= day <= after
    between = [before + timedelta(days=n) for n in range(1, (after - before).days)]
    assert not any(working.is_working_day(each) for each in between)


@given(working_calendars(), days, st.integers(1, 40))
def test_adding_counts_exactly_that_many_working_days(working: WorkingCalendar, day: date, count: int) -> None:
    end = working.add(day, count)
    passed = [day + timedelta(days=n) for n in range(1, (end - day).days + 1)]
    assert sum(working.is_working_day(each) for each in passed) == count
    assert working.is_working_day(end)


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2026, 10, 1), 2, date(2026, 12, 1)),
        (date(2026, 11, 29), 1, date(2026, 12, 29)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2027, 12, 31), 2, date(2028, 2, 29)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_a_month_ends_on_the_same_day_number_or_on_the_months_last_day(day: date, months: int, later: date) -> None:
    assert add_months(day, months) == later


@given(days, st.integers(0, 48))
def test_adding_months_keeps_the_day_number_unless_the_month_is_too_short(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 6, 15), date(2026, 12, 14)),
        (date(2026, 9, 1), date(2027, 2, 28)),
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2026, 8, 30), date(2027, 2, 28)),
        (date(2026, 8, 28), date(2027, 2, 27)),
    ],
)
def test_months_that_start_with_a_day_end_the_day_before_or_with_the_month(first: date, last: date) -> None:
    assert months_from(first, 6) == last
