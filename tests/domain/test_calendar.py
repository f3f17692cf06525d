"""Working days in England and Wales."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
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
