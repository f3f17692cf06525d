"""Two implementations of every rule that we ship, written apart, give the same dates.

Every 37th date is compared here, a step that meets every day of the week and of the month; `make dates` compares every
date from 2014 to 2040.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.store import ContentStore
from tests.data.every_date import compare
from tests.domain.reference_deadlines import RULES, bank_holidays

STEP = 37


@pytest.fixture(scope="module")
def store(shipped_content: Path) -> Iterator[ContentStore]:
    """The content that we ship."""
    with ContentStore(shipped_content) as opened:
        yield opened


def test_both_know_the_same_rules(store: ContentStore) -> None:
    rules = store.rules()
    assert set(rules) == set(RULES)
    for id_, reference in RULES.items():
        assert {name for rule in rules[id_] for name in rule.inputs} == set(reference.inputs)


def test_the_bank_holidays_that_we_ship_are_those_of_the_known_rules(store: ContentStore) -> None:
    shipped = store.working_calendar()
    years = range(shipped.known_from.year, shipped.known_to.year + 1)
    assert shipped.bank_holidays == {day for year in years for day in bank_holidays(year)}


@pytest.mark.parametrize("id_", RULES)
def test_both_give_the_same_dates(store: ContentStore, id_: str) -> None:
    found = compare(store.rules()[id_], RULES[id_], STEP)
    assert found.compared > 200
    assert found.differences == []
