"""The rules that we ship give every worked example of the domain reference, with its bank holidays and with ours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.store import ContentStore
from kiosk.domain.calendar import Holiday, WorkingCalendar
from kiosk.domain.deadlines import Deadline, work_out
from tests.domain.samples import WORKING
from tests.domain.worked_examples import EXAMPLES, Example, ids

BEFORE_THE_LIST = ("W-37",)
"""Examples of years that the list of bank holidays does not reach back to."""


@pytest.fixture(scope="module")
def store(shipped_content: Path) -> Iterator[ContentStore]:
    """The content that we ship."""
    with ContentStore(shipped_content) as opened:
        yield opened


def worked_out(store: ContentStore, example: Example, working: WorkingCalendar) -> Deadline:
    holidays = [Holiday(first, last) for first, last in example.holidays or ()]
    school = None if example.holidays is None else working.without(holidays)
    made = work_out(store.rules()[example.rule], example.inputs, working, school)
    assert isinstance(made, Deadline)
    return made


def dates(made: Deadline) -> tuple[date, date, date, date]:
    return made.last_day, made.outer_day, made.limit_day, made.advised_day


def test_all_51_are_here() -> None:
    assert {example.number for example in EXAMPLES} == {f"W-{number:02}" for number in range(1, 52)}


@pytest.mark.parametrize("example", EXAMPLES, ids=ids(EXAMPLES))
def test_a_worked_example_comes_out_as_written(store: ContentStore, example: Example) -> None:
    made = worked_out(store, example, WORKING)
    assert dates(made) == (example.last_day, example.outer, example.limit, example.advised)
    assert not made.beyond


@pytest.mark.parametrize("example", EXAMPLES, ids=ids(EXAMPLES))
def test_it_does_with_the_bank_holidays_that_we_ship(store: ContentStore, example: Example) -> None:
    made = worked_out(store, example, store.working_calendar())
    assert dates(made) == (example.last_day, example.outer, example.limit, example.advised)
    assert made.beyond is (example.number in BEFORE_THE_LIST)
