"""Rules: what they need, which version of the law holds, and the days of a closure."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kiosk.domain.rules import Closure, DayOfYear, Limb, Roll, Rule, Unit, version_for, version_on
from tests.domain.samples import APPEAL, AUGUST, CERTIFICATE, CHRISTMAS, FACT, NOTICE, limb, reading, rule

GIVEN = limb("given", 15, Unit.SCHOOL_DAYS, optional=True)
POSTED = limb("posted", 2, Unit.WORKING_DAYS, optional=True)


@pytest.mark.parametrize(
    ("limbs", "known", "lacking"),
    [
        ((NOTICE, CERTIFICATE), (), ("notice",)),
        ((NOTICE, CERTIFICATE), ("certificate",), ("notice",)),
        ((NOTICE, CERTIFICATE), ("notice",), ()),
        ((GIVEN, POSTED), (), ("given", "posted")),
        ((GIVEN, POSTED), ("posted",), ()),
        ((NOTICE, limb("act", 1, Unit.DAYS), limb("notice", 9, Unit.DAYS)), (), ("notice", "act")),
        ((), (), ()),
    ],
)
def test_a_reading_knows_what_it_lacks(limbs: tuple[Limb, ...], known: tuple[str, ...], lacking: tuple[str]) -> None:
    assert reading(*limbs).lacking(known) == lacking


def test_a_reading_may_do_with_any_of_its_inputs() -> None:
    assert reading(GIVEN, POSTED).any_input_will_do
    assert not reading(NOTICE, CERTIFICATE).any_input_will_do


def test_inputs_are_named_once_and_know_whether_they_can_be_left_out() -> None:
    assert APPEAL.inputs == {"notice": False, "certificate": True}
    section_i = rule("R-2", NOTICE, other=reading(limb("notice", 3, Unit.MONTHS), limb("certificate", 1, Unit.MONTHS)))
    assert section_i.inputs == {"notice": False, "certificate": True}


@pytest.mark.parametrize(
    ("made", "working", "school"),
    [
        (rule("X", NOTICE), False, False),
        (rule("X", Limb("move", (DayOfYear(2, 15),))), False, False),
        (rule("X", NOTICE, advise_working_day=True), True, False),
        (rule("X", NOTICE, roll=Roll.PREVIOUS), True, False),
        (rule("X", NOTICE, closures=(AUGUST,)), True, False),
        (rule("X", NOTICE, other=reading(NOTICE, roll=Roll.NEXT)), True, False),
        (rule("X", POSTED), True, False),
        (rule("X", GIVEN), True, True),
        (rule("X", NOTICE, other=reading(GIVEN)), True, True),
    ],
)
def test_a_rule_knows_which_days_can_change_its_date(made: Rule, working: bool, school: bool) -> None:
    assert made.needs_working_days is working
    assert made.needs_school_days is school


def version(name: str, first: date | None, last: date | None, *limbs: Limb) -> Rule:
    made = rule("R-1", *(limbs or (NOTICE,)), version=name)
    return replace(made, fact=replace(FACT, effective_from=first, effective_to=last))


OLD = version("", None, date(2029, 8, 31))
NEW = version("new", date(2029, 9, 1), None, limb("letter", 3, Unit.MONTHS))


def test_a_version_has_a_key_of_its_own() -> None:
    assert (OLD.key, NEW.key) == ("R-1", "R-1.new")


def test_the_day_of_the_notice_or_act_decides_which_version_holds() -> None:
    assert version_for((OLD, NEW), {"notice": date(2029, 8, 31)}) == OLD
    assert version_for((OLD, NEW), {"notice": date(2029, 9, 1)}) is None
    assert version_for((OLD, NEW), {"letter": date(2029, 9, 1)}) == NEW
    assert version_for((OLD, NEW), {}) is None


def test_of_several_dates_the_one_the_rule_names_first_decides() -> None:
    both = {"certificate": date(2030, 1, 1), "notice": date(2029, 8, 31)}
    assert version_for((replace(OLD, reading=APPEAL.reading), NEW), both) is not None


def test_a_rule_is_shown_as_it_stands_on_a_day_and_as_it_last_stood_where_there_is_none() -> None:
    assert version_on((OLD, NEW), date(2029, 8, 31)) == OLD
    assert version_on((OLD, NEW), date(2029, 9, 1)) == NEW
    assert version_on((OLD,), date(2029, 9, 1)) == OLD


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
