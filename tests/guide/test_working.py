"""How a date was worked out: every number and every move that led to it is said."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Limb, Roll, Rule, Take, Unit, deadline
from kiosk.guide.dates import long_date
from kiosk.guide.working import advice, days_left, working_lines
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    CERTIFICATE,
    CLAIM,
    NOTICE,
    WORKING,
    days,
    english,
    rule,
    working_calendars,
)

WORDS = english()
AIM = "Aim for several days earlier."
NOW = "Do this today if you can."


def worked_out(by: Rule, working: WorkingCalendar = WORKING, **inputs: date) -> Deadline:
    made = deadline(by, inputs, working)
    assert made is not None
    return made


def test_a_date_that_needs_no_moving() -> None:
    assert working_lines(WORDS, worked_out(APPEAL, notice=date(2026, 11, 20))) == (
        "The letter is dated Friday 20 November 2026.",
        "2 months later is Wednesday 20 January 2027.",
        AIM,
    )


def test_the_later_of_two_dates_counts() -> None:
    made = worked_out(APPEAL, notice=date(2026, 11, 2), certificate=date(2026, 12, 18))
    assert working_lines(WORDS, made) == (
        "The letter is dated Monday 2 November 2026.",
        "2 months later is Saturday 2 January 2027.",
        "Your mediation certificate is dated Friday 18 December 2026.",
        "1 month later is Monday 18 January 2027.",
        "The later date counts: Monday 18 January 2027.",
        AIM,
    )


def test_two_dates_that_are_the_same_need_no_choice() -> None:
    made = worked_out(APPEAL, notice=date(2026, 11, 20), certificate=date(2026, 12, 20))
    assert not any("counts" in line for line in working_lines(WORDS, made))


def test_the_earlier_of_two_dates_counts_where_the_rule_says_so() -> None:
    soonest = rule("X", NOTICE, CERTIFICATE, take=Take.EARLIEST)
    made = worked_out(soonest, notice=date(2026, 11, 20), certificate=date(2026, 12, 1))
    assert "The earlier date counts: Friday 1 January 2027." in working_lines(WORDS, made)


def test_a_weekend_is_moved() -> None:
    made = worked_out(APPEAL, notice=date(2026, 12, 31))
    assert working_lines(WORDS, made)[2] == (
        "Sunday 28 February 2027 is not a working day. So the date moves to Monday 1 March 2027."
    )


def test_christmas_is_moved() -> None:
    made = worked_out(APPEAL, notice=date(2026, 10, 25))
    assert working_lines(WORDS, made)[2] == (
        "Friday 25 December 2026 is in August or at Christmas. "
        "So the date moves to the first working day after: Monday 4 January 2027."
    )


def test_where_the_law_can_be_read_in_two_ways_both_dates_are_named() -> None:
    made = worked_out(APPEAL, notice=date(2027, 5, 31))
    assert working_lines(WORDS, made)[2] == (
        "Saturday 31 July 2027 is not a working day. The law can be read in two ways here. "
        "The safe date is Friday 30 July 2027. The other reading gives Monday 2 August 2027. Do not count on it."
    )


def test_a_last_day_on_which_offices_are_shut_comes_with_a_better_one() -> None:
    made = worked_out(ADVISER, notice=date(2026, 11, 2))
    assert working_lines(WORDS, made)[2] == (
        "Saturday 2 January 2027 is not a working day. Do this by Thursday 31 December 2026."
    )


def test_days_taken_off_are_a_line_of_their_own() -> None:
    assert working_lines(WORDS, worked_out(CLAIM, act=date(2026, 6, 15))) == (
        "The date you gave is Monday 15 June 2026.",
        "6 months later is Tuesday 15 December 2026.",
        "Take 1 day off. That gives Monday 14 December 2026.",
        AIM,
    )
    two_less = rule("X", Limb("act", 6, Unit.MONTHS, less_days=2), roll=Roll.PREVIOUS)
    assert "Take 2 days off. That gives Sunday 13 December 2026." in working_lines(
        WORDS, worked_out(two_less, act=date(2026, 6, 15))
    )


@pytest.mark.parametrize(
    ("unit", "add", "line"),
    [
        (Unit.DAYS, 1, "1 day later is Tuesday 24 November 2026."),
        (Unit.DAYS, 15, "15 days later is Tuesday 8 December 2026."),
        (Unit.WEEKS, 1, "1 week later is Monday 30 November 2026."),
        (Unit.WEEKS, 6, "6 weeks later is Monday 4 January 2027."),
        (Unit.MONTHS, 1, "1 month later is Wednesday 23 December 2026."),
        (Unit.WORKING_DAYS, 1, "1 working day later is Tuesday 24 November 2026."),
        (Unit.WORKING_DAYS, 3, "3 working days later is Thursday 26 November 2026."),
    ],
)
def test_every_unit_is_counted_in_its_own_words(unit: Unit, add: int, line: str) -> None:
    made = worked_out(rule("X", Limb("told", add, unit)), told=date(2026, 11, 23))
    assert working_lines(WORDS, made)[1] == line


def test_once_the_day_has_passed_the_last_line_is_what_can_still_be_done() -> None:
    """Never tell a late family that it is over, nor to aim for a day that has gone (rule R-10)."""
    made = worked_out(APPEAL, notice=date(2026, 11, 2))
    assert working_lines(WORDS, made, date(2027, 1, 5))[-1] == "rule.R-1.passed"


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 23), "42 days left."),
        (date(2027, 1, 3), "1 day left."),
        (date(2027, 1, 4), "Today is the last day."),
        (date(2027, 1, 5), "This day has passed."),
    ],
)
def test_days_left(today: date, said: str) -> None:
    assert days_left(WORDS, worked_out(APPEAL, notice=date(2026, 11, 2)), today) == said


def test_once_there_are_no_days_left_to_be_early_by_the_last_line_is_to_act_now() -> None:
    made = worked_out(APPEAL, notice=date(2026, 11, 2))
    assert working_lines(WORDS, made, date(2026, 12, 29))[-1] == AIM
    assert working_lines(WORDS, made, date(2026, 12, 30))[-1] == NOW
    assert working_lines(WORDS, made, date(2027, 1, 4))[-1] == NOW


def test_the_advice_is_to_be_early() -> None:
    made = worked_out(APPEAL, notice=date(2026, 11, 2))
    assert advice(WORDS, made) == advice(WORDS, made, date(2026, 11, 23)) == AIM
    assert advice(WORDS, made, date(2027, 1, 4)) == NOW


def test_the_advice_is_the_working_day_before_one_on_which_offices_are_shut() -> None:
    made = worked_out(ADVISER, notice=date(2026, 11, 2))
    shut = "Saturday 2 January 2027 is not a working day. Do this by Thursday 31 December 2026."
    assert advice(WORDS, made) == advice(WORDS, made, date(2026, 11, 23)) == shut
    assert advice(WORDS, made, date(2027, 1, 1)) == NOW


@given(days, days, working_calendars())
def test_the_working_always_names_what_it_began_with_and_the_day_it_came_to(
    notice: date, certificate: date, working: WorkingCalendar
) -> None:
    made = worked_out(APPEAL, working, notice=notice, certificate=certificate)
    said = "\n".join(working_lines(WORDS, made))
    for day in (notice, certificate, made.last_day, made.outer_day):
        assert long_date(WORDS, day) in said


@given(days)
def test_days_left_count_down_by_one_each_day(notice: date) -> None:
    made = worked_out(APPEAL, notice=notice)
    assert [days_left(WORDS, made, made.last_day - timedelta(days=count)) for count in (3, 2, 1, 0, -1)] == [
        "3 days left.",
        "2 days left.",
        "1 day left.",
        "Today is the last day.",
        "This day has passed.",
    ]
