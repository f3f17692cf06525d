"""What holds for every rule that we ship, whatever the dates: bounds, working days, and later starts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.store import ContentStore
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, deadline
from kiosk.domain.rules import Count, Party, Roll, Rule, Unit
from tests.data.every_date import SCHOOL, WORKING
from tests.domain.reference_deadlines import BANK_HOLIDAYS, RULES

days = st.dates(date(2014, 9, 1), date(2040, 12, 31))
any_rule = st.sampled_from(sorted(RULES))
OPEN_DAYS = {Unit.WORKING_DAYS, Unit.SCHOOL_DAYS}


@pytest.fixture(scope="module")
def store(shipped_content: Path) -> Iterator[ContentStore]:
    """The content that we ship."""
    with ContentStore(shipped_content) as opened:
        yield opened


def rule(store: ContentStore, id_: str) -> Rule:
    [only] = store.rules()[id_]
    return only


def worked_out(by: Rule, inputs: dict[str, date], working: WorkingCalendar = WORKING) -> Deadline:
    made = deadline(by, inputs, working, SCHOOL)
    assert made is not None
    return made


def any_inputs(draw: st.DataObject, by: Rule) -> dict[str, date]:
    required = [name for name, optional in by.inputs.items() if not optional] or list(by.inputs)[:1]
    more = draw.draw(st.lists(st.sampled_from(list(by.inputs)), unique=True))
    return {name: draw.draw(days, name) for name in dict.fromkeys([*required, *more])}


@settings(max_examples=400, deadline=None)
@given(id_=any_rule, draw=st.data())
def test_the_days_of_a_date_stand_in_order(store: ContentStore, id_: str, draw: st.DataObject) -> None:
    made = worked_out(by := rule(store, id_), any_inputs(draw, by))
    assert made.advised_day <= made.last_day <= made.outer_day
    assert made.last_day <= made.limit_day
    assert made.ambiguous is (made.last_day != made.outer_day)
    if by.advise_working_day:
        assert WORKING.is_working_day(made.advised_day)
    if by.binds is Party.BODY:
        assert made.advised_day == made.last_day


@settings(max_examples=400, deadline=None)
@given(id_=any_rule, draw=st.data(), later=st.integers(0, 500))
def test_a_later_start_never_gives_an_earlier_date(
    store: ContentStore, id_: str, draw: st.DataObject, later: int
) -> None:
    by = rule(store, id_)
    inputs = any_inputs(draw, by)
    moved = draw.draw(st.sampled_from(sorted(inputs)), "moved")
    first = worked_out(by, inputs)
    second = worked_out(by, {**inputs, moved: inputs[moved] + timedelta(days=later)})
    assert first.last_day <= second.last_day
    assert first.outer_day <= second.outer_day
    assert first.limit_day <= second.limit_day


@settings(max_examples=400, deadline=None)
@given(id_=any_rule, draw=st.data())
def test_a_date_is_never_before_the_least_time_nor_on_a_day_that_the_rule_forbids(
    store: ContentStore, id_: str, draw: st.DataObject
) -> None:
    made = worked_out(by := rule(store, id_), any_inputs(draw, by))
    reading, raw = made.reading, made.counted.end
    if reading.roll is Roll.PREVIOUS:
        assert made.last_day <= raw
        assert WORKING.is_working_day(made.last_day)
    elif reading.roll is Roll.NEXT:
        assert made.last_day >= raw or made.ambiguous
        assert WORKING.is_working_day(made.last_day)
    else:
        assert made.last_day == raw
    last = made.counted.added[-1].period
    if isinstance(last, Count) and last.unit in OPEN_DAYS:
        calendar = SCHOOL if last.unit is Unit.SCHOOL_DAYS else WORKING
        assert calendar.is_working_day(made.last_day)
        assert (made.last_day - made.counted.start).days >= sum(
            added.period.number for added in made.counted.added if isinstance(added.period, Count)
        )


def proclaimed_off_the_rules() -> set[date]:
    """Return the holidays on a Tuesday to Thursday away from Christmas: decision 4 says that they are not foreseen."""
    by_rule = {(month, day) for month, first, last in ((12, 25, 31), (1, 1, 4)) for day in range(first, last + 1)}
    return {day for day in BANK_HOLIDAYS if day.isoweekday() in (2, 3, 4) and (day.month, day.day) not in by_rule}


def days_between(first: date, last: date) -> set[date]:
    return {first + timedelta(days=n) for n in range((last - first).days + 1)}


def test_few_holidays_were_ever_proclaimed_off_the_rules() -> None:
    assert {day for day in proclaimed_off_the_rules() if day.year >= 2012} == {date(2012, 6, 5), date(2022, 6, 2)}


@settings(max_examples=400, deadline=None)
@given(id_=any_rule, draw=st.data(), known_to=days)
def test_beyond_the_bank_holidays_that_are_known_the_date_shown_is_never_too_late(
    store: ContentStore, id_: str, draw: st.DataObject, known_to: date
) -> None:
    by = rule(store, id_)
    if by.needs_school_days:
        return  # the school's own calendar has its bank holidays too
    inputs = any_inputs(draw, by)
    listed = WorkingCalendar(frozenset(day for day in BANK_HOLIDAYS if day <= known_to), known_to=known_to)
    made, truth = worked_out(by, inputs, listed), worked_out(by, inputs)
    nobody_could_know = {day for day in proclaimed_off_the_rules() if day > known_to}
    if nobody_could_know.isdisjoint(days_between(truth.advised_day, max(truth.counted.end, truth.last_day))):
        assert made.last_day <= truth.last_day
        assert made.advised_day <= truth.advised_day
    if not made.beyond:
        assert (made.last_day, made.outer_day, made.limit_day) == (truth.last_day, truth.outer_day, truth.limit_day)


@pytest.mark.parametrize("id_", RULES)
def test_every_rule_has_an_honest_path_for_when_it_has_passed(store: ContentStore, id_: str) -> None:
    by, words = rule(store, id_), store.words("en")
    passed = words(by.passed)
    if by.binds is Party.BODY:
        assert passed.startswith("They are late.")
    else:
        assert passed.startswith("This day has passed")
        assert any(way in passed for way in ("You can", "can still", "can look", "can give", "today", "all the same"))


def test_every_number_of_the_list_is_there(store: ContentStore) -> None:
    groups = store.rule_groups()
    assert [id_ for id_ in groups if id_.startswith("R-")] == [f"R-{number}" for number in range(1, 28)]
    with_rules = {versions[-1].group for versions in store.rules().values()}
    assert set(groups) - with_rules == {"R-3", "R-4", "R-5", "R-6", "R-10", "R-11"}
