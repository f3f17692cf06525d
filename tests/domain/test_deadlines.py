"""Deadlines: the arithmetic of every kind of period, and what holds for all dates."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar, add_months
from kiosk.domain.deadlines import (
    Added,
    Deadline,
    Lack,
    Move,
    Moved,
    Sum,
    Undated,
    deadline,
    moved,
    work_out,
)
from kiosk.domain.rules import Count, DayOfYear, Limb, Roll, Rule, Take, Unit
from tests.domain.reference_deadlines import bank_holidays
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    AUGUST,
    CERTIFICATE,
    CHRISTMAS,
    CLAIM,
    FACT,
    NOTICE,
    SECTION_I,
    WORKING,
    days,
    limb,
    reading,
    rule,
    working_calendars,
)

RULED_BANK_HOLIDAYS = frozenset(day for year in range(2014, 2063) for day in bank_holidays(year))
"""The bank holidays that the known rules give, for as long as a property asks."""
APPEAL_OF_AN_ACT = rule(
    "X", limb("act", 2, Unit.MONTHS), roll=Roll.NEXT, closures=(CHRISTMAS, AUGUST), advise_working_day=True
)


def appeal(notice: date, certificate: date | None = None, working: WorkingCalendar = WORKING, by: Rule = APPEAL):
    inputs = {"notice": notice} | ({"certificate": certificate} if certificate else {})
    worked_out = deadline(by, inputs, working)
    assert worked_out is not None
    return worked_out


def test_the_working_shows_each_sum_and_which_one_counted() -> None:
    worked_out = appeal(date(2026, 11, 2), date(2026, 12, 18))
    two, one = date(2027, 1, 2), date(2027, 1, 18)
    notice = Sum("notice", date(2026, 11, 2), (Added(Count(2, Unit.MONTHS), two),), two)
    certificate = Sum("certificate", date(2026, 12, 18), (Added(Count(1, Unit.MONTHS), one),), one)
    assert worked_out.sums == (notice, certificate)
    assert worked_out.counted == certificate
    assert worked_out.counted.end == one
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


def one(periods: tuple[Count | DayOfYear, ...], start: date, school: WorkingCalendar | None = None) -> Deadline:
    """Work out a rule of one limb."""
    worked_out = deadline(rule("X", Limb("act", periods)), {"act": start}, WORKING, school)
    assert worked_out is not None
    return worked_out


@pytest.mark.parametrize(
    ("period", "end"),
    [
        (Count(3, Unit.DAYS), date(2026, 12, 26)),
        (Count(3, Unit.WEEKS), date(2027, 1, 13)),
        (Count(3, Unit.MONTHS), date(2027, 3, 23)),
        (Count(3, Unit.WORKING_DAYS), date(2026, 12, 30)),
        (Count(-3, Unit.DAYS), date(2026, 12, 20)),
        (Count(-3, Unit.WEEKS), date(2026, 12, 2)),
        (Count(-3, Unit.MONTHS), date(2026, 9, 23)),
        (Count(3, Unit.DAYS, first_day_counts=True), date(2026, 12, 25)),
        (Count(3, Unit.WEEKS, first_day_counts=True), date(2027, 1, 12)),
        (Count(3, Unit.MONTHS, first_day_counts=True), date(2027, 3, 22)),
        (Count(3, Unit.WORKING_DAYS, first_day_counts=True), date(2026, 12, 29)),
        (DayOfYear(2, 15), date(2026, 2, 15)),
    ],
)
def test_a_period_ends_where_it_should(period: Count | DayOfYear, end: date) -> None:
    assert one((period,), date(2026, 12, 23)).last_day == end


def test_one_period_follows_another() -> None:
    made = one((Count(5, Unit.WORKING_DAYS), Count(10, Unit.WORKING_DAYS)), date(2026, 11, 23))
    assert [added.end for added in made.counted.added] == [date(2026, 11, 30), date(2026, 12, 14)]
    assert made.last_day == made.limit_day == date(2026, 12, 14)


def test_a_period_that_may_be_made_longer_has_an_outer_limit() -> None:
    made = one((Count(5, Unit.WORKING_DAYS), Count(10, Unit.WORKING_DAYS, at_most=20)), date(2026, 11, 23))
    assert (made.last_day, made.limit_day) == (date(2026, 12, 14), date(2026, 12, 30))
    assert not made.ambiguous


def test_the_outer_limit_may_be_the_first_day_s_too() -> None:
    made = one((Count(5, Unit.DAYS, first_day_counts=True, at_most=10),), date(2026, 11, 23))
    assert (made.last_day, made.limit_day) == (date(2026, 11, 27), date(2026, 12, 2))


def test_school_days_need_the_school_s_own_calendar() -> None:
    panel = rule("X", limb("given", 15, Unit.SCHOOL_DAYS))
    given_ = {"given": date(2026, 11, 24)}
    assert deadline(panel, given_, WORKING) is None
    assert work_out((panel,), given_, WORKING) == Undated(panel, Lack.SCHOOL_CALENDAR)
    made = deadline(panel, given_, WORKING, WORKING.without([]))
    assert made is not None
    assert made.last_day == date(2026, 12, 15)


def test_of_two_readings_the_earlier_is_shown_and_the_later_is_held() -> None:
    strict, loose = reading(limb("move", 1, Unit.DAYS)), reading(limb("move", 2, Unit.DAYS))
    for first, other in ((strict, loose), (loose, strict)):
        both = rule("X", *first.limbs, other=other)
        made = deadline(both, {"move": date(2026, 11, 23)}, WORKING)
        assert made is not None
        assert (made.last_day, made.outer_day) == (date(2026, 11, 24), date(2026, 11, 25))
        assert made.reading == strict
        assert made.ambiguous


def test_a_reading_that_lacks_an_input_is_left_out() -> None:
    other = reading(NOTICE, limb("certificate", 1, Unit.MONTHS))
    section_i = rule("X", NOTICE, other=other)
    assert not appeal(date(2026, 9, 23), by=section_i).ambiguous
    made = appeal(date(2026, 9, 23), date(2026, 11, 20), by=section_i)
    assert (made.last_day, made.outer_day) == (date(2026, 11, 23), date(2026, 12, 20))


def test_between_the_day_shown_and_the_latest_one_it_may_still_be_in_time() -> None:
    made = appeal(date(2027, 5, 31))  # 30 July, or 2 August
    assert not made.may_be_in_time(date(2027, 7, 30))
    assert made.may_be_in_time(date(2027, 7, 31))
    assert made.may_be_in_time(date(2027, 8, 2))
    assert not made.may_be_in_time(date(2027, 8, 3))


KNOWN = WorkingCalendar(WORKING.bank_holidays, date(2026, 1, 1), date(2027, 12, 31))


def test_a_date_beyond_the_bank_holidays_that_are_known_says_so() -> None:
    assert not appeal(date(2027, 10, 24), working=KNOWN).beyond
    assert appeal(date(2027, 10, 31), working=KNOWN).beyond  # ends on 31 December 2027, which moves into 2028
    assert appeal(date(2025, 12, 31), working=KNOWN).beyond


def test_a_date_that_bank_holidays_cannot_move_is_never_beyond_them() -> None:
    made = deadline(rule("X", limb("request", 20, Unit.WEEKS)), {"request": date(2027, 10, 31)}, KNOWN)
    assert made is not None
    assert not made.beyond


def test_beyond_the_bank_holidays_that_are_known_a_date_that_rolls_back_is_surely_safe() -> None:
    made = deadline(CLAIM, {"act": date(2028, 6, 26)}, KNOWN)  # 25 December 2028, a Monday that nobody has listed yet
    assert made is not None
    assert made.moves == (Moved(Move.UNSURE, date(2028, 12, 25), date(2028, 12, 21)),)
    assert made.last_day == date(2028, 12, 21)


def test_the_version_of_the_law_is_that_of_the_day_of_the_letter() -> None:
    old = replace(rule("R", NOTICE), fact=replace(FACT, effective_to=date(2029, 8, 31)))
    new = rule("R", limb("notice", 3, Unit.MONTHS), version="new")
    new = replace(new, fact=replace(FACT, effective_from=date(2029, 9, 1)))
    for notice, by in ((date(2029, 8, 31), old), (date(2029, 9, 1), new)):
        made = work_out((old, new), {"notice": notice}, WORKING)
        assert isinstance(made, Deadline)
        assert made.rule == by


def test_there_is_no_date_where_no_version_of_the_law_held() -> None:
    new = replace(rule("R", NOTICE), fact=replace(FACT, effective_from=date(2029, 9, 1)))
    assert work_out((new,), {"notice": date(2029, 8, 31)}, WORKING) == Undated(new, Lack.LAW)


def test_there_is_no_date_while_an_input_is_lacking() -> None:
    assert work_out((APPEAL,), {}, WORKING) == Undated(APPEAL, Lack.INPUT, ("notice",))
    certificate = {"certificate": date(2026, 11, 27)}
    assert work_out((APPEAL,), certificate, WORKING) == Undated(APPEAL, Lack.INPUT, ("notice",))


@given(days, working_calendars(), st.sampled_from(Roll), st.booleans())
def test_a_date_that_has_been_moved_is_not_moved_again(
    end: date, working: WorkingCalendar, roll: Roll, closed: bool
) -> None:
    by = reading(NOTICE, roll=roll, closures=(CHRISTMAS, AUGUST) if closed and roll is Roll.NEXT else ())
    moves, outer = moved(by, end, working)
    if not any(move.why is Move.CAUTIOUS for move in moves):
        assert moved(by, outer, working) == ((), outer)


@given(days, st.integers(0, 400), working_calendars(), st.integers(1, 60), st.sampled_from(Unit), st.booleans())
def test_a_later_start_never_gives_an_earlier_date(
    start: date, later: int, working: WorkingCalendar, number: int, unit: Unit, first_day_counts: bool
) -> None:
    by = rule("X", Limb("act", (Count(number, unit, first_day_counts),)))
    first, second = (deadline(by, {"act": day}, working, working) for day in (start, start + timedelta(days=later)))
    assert first is not None
    assert second is not None
    assert first.last_day <= second.last_day


@given(days, working_calendars(), st.integers(1, 60), st.sampled_from(Unit))
def test_counting_the_first_day_too_never_gives_a_later_date(
    start: date, working: WorkingCalendar, number: int, unit: Unit
) -> None:
    ends = []
    for first_day_counts in (True, False):
        by = rule("X", Limb("act", (Count(number, unit, first_day_counts),)))
        made = deadline(by, {"act": start}, working, working)
        assert made is not None
        ends.append(made.last_day)
    assert ends == sorted(ends)


@given(days, st.integers(0, 1000), st.integers(1, 400))
def test_knowing_fewer_bank_holidays_never_gives_a_later_date(act: date, known_days: int, count: int) -> None:
    """Beyond the list the date shown is the earlier one, whatever the bank holidays will turn out to be."""
    real = WorkingCalendar(RULED_BANK_HOLIDAYS)
    listed = replace(
        real,
        bank_holidays=frozenset(day for day in RULED_BANK_HOLIDAYS if day <= act + timedelta(days=known_days)),
        known_to=act + timedelta(days=known_days),
    )
    for by in (CLAIM, rule("X", limb("act", count, Unit.WORKING_DAYS)), APPEAL_OF_AN_ACT):
        made, truth = deadline(by, {"act": act}, listed), deadline(by, {"act": act}, real)
        assert made is not None
        assert truth is not None
        assert made.last_day <= truth.last_day
        assert made.advised_day <= truth.advised_day
        assert made.beyond or made.last_day == truth.last_day
