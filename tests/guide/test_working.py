"""How a date was worked out: every number and every move that led to it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Lack, Undated, deadline
from kiosk.domain.rules import Count, DayOfYear, Limb, Party, Roll, Rule, Take, Unit
from kiosk.guide.dates import long_date
from kiosk.guide.working import advice, days_left, why_undated, working_lines
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    CERTIFICATE,
    CLAIM,
    NOTICE,
    WORKING,
    days,
    english,
    limb,
    reading,
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
        "It happened on Monday 15 June 2026.",
        "6 months later is Tuesday 15 December 2026.",
        "Take 1 day off. That gives Monday 14 December 2026.",
        AIM,
    )
    two_less = rule("X", limb("act", 6, Unit.MONTHS, Count(-2, Unit.DAYS)), roll=Roll.PREVIOUS)
    assert "Take 2 days off. That gives Sunday 13 December 2026." in working_lines(
        WORDS, worked_out(two_less, act=date(2026, 6, 15))
    )


@pytest.mark.parametrize(
    ("period", "line"),
    [
        (Count(1, Unit.DAYS), "1 day later is Tuesday 24 November 2026."),
        (Count(15, Unit.DAYS), "15 days later is Tuesday 8 December 2026."),
        (Count(1, Unit.WEEKS), "1 week later is Monday 30 November 2026."),
        (Count(6, Unit.WEEKS), "6 weeks later is Monday 4 January 2027."),
        (Count(1, Unit.MONTHS), "1 month later is Wednesday 23 December 2026."),
        (Count(1, Unit.WORKING_DAYS), "1 working day later is Tuesday 24 November 2026."),
        (Count(3, Unit.WORKING_DAYS), "3 working days later is Thursday 26 November 2026."),
        (Count(1, Unit.SCHOOL_DAYS), "1 school day later is Tuesday 24 November 2026."),
        (Count(3, Unit.SCHOOL_DAYS), "3 school days later is Thursday 26 November 2026."),
        (Count(-5, Unit.MONTHS), "Take 5 months off. That gives Tuesday 23 June 2026."),
        (Count(-1, Unit.WEEKS), "Take 1 week off. That gives Monday 16 November 2026."),
        (Count(15, Unit.DAYS, True), "Count that day too. Then 15 days end on Monday 7 December 2026."),
        (Count(1, Unit.MONTHS, True), "Count that day too. Then 1 month ends on Tuesday 22 December 2026."),
        (DayOfYear(2, 15), "The date for that year is Sunday 15 February 2026."),
    ],
)
def test_every_period_is_said_in_its_own_words(period: Count | DayOfYear, line: str) -> None:
    made = deadline(rule("X", Limb("act", (period,))), {"act": date(2026, 11, 23)}, WORKING, WORKING)
    assert made is not None
    assert working_lines(WORDS, made)[1] == line


def test_one_period_after_another_is_a_line_each() -> None:
    answer = rule("X", limb("complaint", 5, Unit.WORKING_DAYS, Count(10, Unit.WORKING_DAYS, at_most=20)))
    assert working_lines(WORDS, worked_out(answer, complaint=date(2026, 11, 23)))[:-1] == (
        "Your complaint reached them on Monday 23 November 2026.",
        "5 working days later is Monday 30 November 2026.",
        "10 working days later is Monday 14 December 2026.",
        "They may take longer. But Wednesday 30 December 2026 is the very last day.",
    )


def test_both_readings_are_named_where_the_law_can_be_read_in_two_ways() -> None:
    by_or_before = rule("X", limb("act", 1, Unit.DAYS), other=reading(limb("act", 2, Unit.DAYS)))
    assert "The law can be read in two ways here. The other reading gives Wednesday 25 November 2026. " in "\n".join(
        working_lines(WORDS, worked_out(by_or_before, act=date(2026, 11, 23)))
    )


def test_a_reading_that_moved_says_why_even_where_another_is_held() -> None:
    claim = replace(CLAIM, other=reading(*CLAIM.reading.limbs, roll=Roll.NEXT))
    lines = working_lines(WORDS, worked_out(claim, act=date(2026, 6, 26)))
    assert lines[3:5] == (
        "Friday 25 December 2026 is not a working day. So the date moves to Thursday 24 December 2026.",
        "The law can be read in two ways here. The other reading gives Tuesday 29 December 2026. Do not count on it.",
    )


def test_what_may_be_out_of_date_says_check_this() -> None:
    aged = replace(rule("X", limb("event", 12, Unit.MONTHS)), age=True)
    lines = working_lines(WORDS, worked_out(aged, event=date(2026, 11, 23)))
    assert lines[-2] == "What we read may be old. Check this date before you rely on it."


KNOWN = replace(WORKING, known_to=date(2027, 12, 31))
BEYOND = "We do not know the bank holidays of that time yet. So we show an early, safe date."


def test_a_date_beyond_the_bank_holidays_that_are_known_says_so() -> None:
    assert BEYOND in working_lines(WORDS, worked_out(APPEAL, KNOWN, notice=date(2028, 11, 20)))
    assert BEYOND not in working_lines(WORDS, worked_out(APPEAL, KNOWN, notice=date(2026, 11, 20)))
    assert "Monday 25 December 2028 may not be a working day. So the safe date is Thursday 21 December 2028." in (
        working_lines(WORDS, worked_out(CLAIM, KNOWN, act=date(2028, 6, 26)))
    )


def test_an_advised_day_beyond_the_bank_holidays_that_are_known_does_not_say_too_much() -> None:
    friday = worked_out(ADVISER, KNOWN, notice=date(2028, 10, 15))
    assert "Offices may be shut on Friday 15 December 2028. Do this by Thursday 14 December 2028." in working_lines(
        WORDS, friday
    )
    saturday = worked_out(ADVISER, KNOWN, notice=date(2028, 10, 16))
    assert "Saturday 16 December 2028 is not a working day. Do this by Thursday 14 December 2028." in working_lines(
        WORDS, saturday
    )


THEIRS = replace(rule("X", limb("complaint", 10, Unit.WORKING_DAYS, Count(5, Unit.WORKING_DAYS))), binds=Party.BODY)


@pytest.mark.parametrize(
    ("today", "left", "last"),
    [
        (date(2026, 11, 23), "They have 21 days left.", "They have to do this, not you."),
        (date(2026, 12, 13), "They have 1 day left.", "They have to do this, not you."),
        (date(2026, 12, 14), "Today is their last day.", "They have to do this, not you."),
        (date(2026, 12, 15), "They are late.", "rule.X.passed"),
    ],
)
def test_a_date_that_they_have_to_keep_is_theirs(today: date, left: str, last: str) -> None:
    made = worked_out(THEIRS, complaint=date(2026, 11, 23))
    assert days_left(WORDS, made, today) == left
    assert working_lines(WORDS, made, today)[-1] == last
    assert advice(WORDS, made, today) == "They have to do this, not you."


def test_they_may_have_until_an_outer_limit() -> None:
    limited = replace(rule("X", Limb("complaint", (Count(10, Unit.WORKING_DAYS, at_most=20),))), binds=Party.BODY)
    made = worked_out(limited, complaint=date(2026, 11, 9))
    perhaps = "They should have done this. They may have until Monday 7 December 2026."
    assert days_left(WORDS, made, date(2026, 11, 24)) == perhaps
    assert working_lines(WORDS, made, date(2026, 12, 7))[-1] == perhaps
    assert working_lines(WORDS, made, date(2026, 12, 8))[-1] == "rule.X.passed"


def test_a_family_may_be_in_time_by_the_later_reading() -> None:
    made = worked_out(APPEAL, notice=date(2027, 5, 31))
    perhaps = "The safe day has passed. You may be in time until Monday 2 August 2027. Do this today."
    assert days_left(WORDS, made, date(2027, 7, 31)) == perhaps
    assert working_lines(WORDS, made, date(2027, 8, 2))[-1] == perhaps
    assert working_lines(WORDS, made, date(2027, 8, 3))[-1] == "rule.R-1.passed"


@pytest.mark.parametrize(
    ("undated", "why"),
    [
        (
            Undated(APPEAL, Lack.INPUT, ("notice", "certificate")),
            "We need a date to work this out. What is the date on the council’s letter?"
            " What is the date on your mediation certificate?",
        ),
        (
            Undated(APPEAL, Lack.SCHOOL_CALENDAR),
            "The school’s own calendar decides this date. Ask the school for its term dates.",
        ),
        (Undated(APPEAL, Lack.LAW), "We do not know which rule held on that day. Ask SENDIASS."),
    ],
)
def test_where_there_is_no_date_it_says_why(undated: Undated, why: str) -> None:
    assert why_undated(WORDS, undated) == why


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
    assert [days_left(WORDS, made, made.last_day - timedelta(days=count)) for count in (3, 2, 1, 0)] == [
        "3 days left.",
        "2 days left.",
        "1 day left.",
        "Today is the last day.",
    ]
    assert days_left(WORDS, made, made.outer_day + timedelta(days=1)) == "This day has passed."
