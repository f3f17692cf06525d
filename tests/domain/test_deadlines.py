"""Deadlines: every worked example of the domain reference, and what holds for all dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import (
    Closure,
    Limb,
    Move,
    Moved,
    Roll,
    Rule,
    Sum,
    Take,
    Unit,
    add_months,
    deadline,
)
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    AUGUST,
    CERTIFICATE,
    CHRISTMAS,
    CLAIM,
    NOTICE,
    SECTION_I,
    WORKING,
    days,
    rule,
    working_calendars,
)
from tests.domain.worked_examples import APPEALS, OTHERS, Example, ids

RULES = {
    each.id: each
    for each in (
        *(APPEAL, SECTION_I, ADVISER, CLAIM),
        rule("R-8", Limb("told", 3, Unit.WORKING_DAYS)),
        rule("R-9", Limb("asked", 30, Unit.DAYS)),
        rule("R-13", Limb("received", 6, Unit.WEEKS)),
    )
}


def appeal(notice: date, certificate: date | None = None, working: WorkingCalendar = WORKING, by: Rule = APPEAL):
    inputs = {"notice": notice} | ({"certificate": certificate} if certificate else {})
    worked_out = deadline(by, inputs, working)
    assert worked_out is not None
    return worked_out


@pytest.mark.parametrize("example", APPEALS + OTHERS, ids=ids(APPEALS + OTHERS))
def test_a_worked_example_comes_out_as_written(example: Example) -> None:
    worked_out = deadline(RULES[example.rule], example.inputs, WORKING)
    assert worked_out is not None
    days_ = (worked_out.last_day, worked_out.outer_day, worked_out.advised_day)
    assert days_ == (example.last_day, example.outer, example.advised)


def test_the_working_shows_each_sum_and_which_one_counted() -> None:
    worked_out = appeal(date(2026, 11, 2), date(2026, 12, 18))
    notice = Sum("notice", date(2026, 11, 2), 2, Unit.MONTHS, 0, date(2027, 1, 2))
    certificate = Sum("certificate", date(2026, 12, 18), 1, Unit.MONTHS, 0, date(2027, 1, 18))
    assert worked_out.sums == (notice, certificate)
    assert worked_out.counted == certificate
    assert worked_out.moves == ()


def test_the_working_shows_why_a_date_was_moved() -> None:
    assert appeal(date(2026, 12, 31)).moves == (Moved(Move.NOT_WORKING, date(2027, 2, 28), date(2027, 3, 1)),)
    assert appeal(date(2026, 10, 25)).moves == (Moved(Move.CLOSURE, date(2026, 12, 25), date(2027, 1, 4)),)


def test_where_the_law_can_be_read_in_two_ways_the_earlier_date_is_shown() -> None:
    worked_out = appeal(date(2027, 5, 31))
    assert worked_out.moves == (Moved(Move.CAUTIOUS, date(2027, 7, 31), date(2027, 7, 30)),)
    assert worked_out.ambiguous
    assert not appeal(date(2027, 5, 30)).ambiguous


def test_the_earliest_limb_counts_where_the_rule_says_so() -> None:
    soonest = rule("X-1", NOTICE, CERTIFICATE, take=Take.EARLIEST)
    assert appeal(date(2026, 11, 2), date(2026, 11, 27), by=soonest).last_day == date(2026, 12, 27)


def test_there_is_no_date_without_the_dates_it_needs() -> None:
    assert deadline(APPEAL, {}, WORKING) is None
    assert deadline(APPEAL, {"certificate": date(2026, 11, 27)}, WORKING) is None
    assert deadline(rule("X-2", CERTIFICATE), {}, WORKING) is None


def test_days_left_are_counted_to_the_last_day() -> None:
    worked_out = appeal(date(2026, 11, 2))
    assert worked_out.days_left(date(2026, 11, 23)) == 42
    assert worked_out.days_left(date(2027, 1, 4)) == 0
    assert worked_out.days_left(date(2027, 1, 5)) == -1


@pytest.mark.parametrize(
    ("day", "inside"),
    [((12, 24), False), ((12, 25), True), ((12, 31), True), ((1, 1), True), ((1, 2), False), ((7, 1), False)],
)
def test_a_closure_may_run_over_the_new_year(day: tuple[int, int], inside: bool) -> None:
    assert CHRISTMAS.contains(date(2027, *day)) is inside


def test_a_closure_may_be_one_day() -> None:
    one_day = Closure((3, 26), (3, 26))
    assert one_day.contains(date(2027, 3, 26))
    assert not one_day.contains(date(2027, 3, 25))
    assert not one_day.contains(date(2027, 3, 27))
    assert one_day.last_day_from(date(2027, 3, 26)) == date(2027, 3, 26)


@pytest.mark.parametrize(
    ("closure", "day", "last"),
    [
        (CHRISTMAS, date(2026, 12, 25), date(2027, 1, 1)),
        (CHRISTMAS, date(2027, 1, 1), date(2027, 1, 1)),
        (AUGUST, date(2027, 8, 1), date(2027, 8, 31)),
        (AUGUST, date(2027, 8, 31), date(2027, 8, 31)),
    ],
)
def test_a_closure_knows_its_last_day(closure: Closure, day: date, last: date) -> None:
    assert closure.contains(day)
    assert closure.last_day_from(day) == last


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


@given(days, working_calendars())
def test_an_appeal_date_is_always_a_working_day_outside_the_closures(notice: date, working: WorkingCalendar) -> None:
    """Outside them, but for a working day before an end that is ambiguous: that one is earlier still."""
    worked_out = appeal(notice, working=working)
    assert working.is_working_day(worked_out.last_day)
    if not worked_out.ambiguous:
        assert not AUGUST.contains(worked_out.last_day)
        assert not CHRISTMAS.contains(worked_out.last_day)


@given(days, working_calendars())
def test_an_appeal_date_is_never_earlier_than_the_sum_unless_the_law_is_ambiguous(
    notice: date, working: WorkingCalendar
) -> None:
    worked_out = appeal(notice, working=working)
    raw = worked_out.counted.end
    assert worked_out.last_day >= raw or worked_out.ambiguous
    assert worked_out.last_day <= worked_out.outer_day
    assert worked_out.outer_day >= raw


@given(days, st.integers(0, 400), working_calendars())
def test_a_later_letter_never_gives_an_earlier_date(notice: date, later: int, working: WorkingCalendar) -> None:
    for by in (APPEAL, SECTION_I, ADVISER):
        first = appeal(notice, working=working, by=by)
        second = appeal(notice + timedelta(days=later), working=working, by=by)
        assert first.last_day <= second.last_day


@given(days, st.integers(0, 400), working_calendars())
def test_a_certificate_never_takes_time_away(notice: date, after: int, working: WorkingCalendar) -> None:
    with_certificate = appeal(notice, notice + timedelta(days=after), working)
    assert with_certificate.last_day >= appeal(notice, working=working).last_day


@given(days, working_calendars())
def test_the_tribunals_closures_do_not_reach_the_mediation_adviser(notice: date, working: WorkingCalendar) -> None:
    worked_out = appeal(notice, working=working, by=ADVISER)
    assert worked_out.last_day == add_months(notice, 2)
    assert worked_out.advised_day == working.on_or_before(worked_out.last_day)


@given(days, working_calendars())
def test_a_date_that_rolls_back_is_never_later_than_the_sum(act: date, working: WorkingCalendar) -> None:
    worked_out = deadline(CLAIM, {"act": act}, working)
    assert worked_out is not None
    assert worked_out.last_day <= worked_out.counted.end
    assert working.is_working_day(worked_out.last_day)
    assert worked_out.counted.end == add_months(act, 6) - timedelta(days=1)


@given(days, working_calendars())
def test_the_moves_lead_from_the_sum_to_the_day_that_is_shown(notice: date, working: WorkingCalendar) -> None:
    worked_out = appeal(notice, working=working)
    at = worked_out.counted.end
    for move in worked_out.moves:
        assert move.start == at
        at = move.end
    assert at == worked_out.last_day


def test_a_rule_without_a_roll_leaves_a_weekend_as_it_is() -> None:
    plain = rule("X-3", NOTICE, roll=Roll.NONE)
    assert appeal(date(2026, 11, 2), by=plain).last_day == date(2027, 1, 2)
