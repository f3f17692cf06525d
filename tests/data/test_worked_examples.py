"""The rules and bank holidays that we ship give every worked example of the domain reference."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.store import ContentStore
from kiosk.domain.deadlines import deadline
from tests.domain.worked_examples import APPEALS, Example, ids


@pytest.fixture(scope="module")
def store(shipped_content: Path) -> Iterator[ContentStore]:
    """The content that we ship."""
    with ContentStore(shipped_content) as opened:
        yield opened


@pytest.mark.parametrize("example", APPEALS, ids=ids(APPEALS))
def test_a_worked_example_comes_out_as_written(store: ContentStore, example: Example) -> None:
    worked_out = deadline(store.rules()[example.rule], example.inputs, store.working_calendar())
    assert worked_out is not None
    days = (worked_out.last_day, worked_out.outer_day, worked_out.advised_day)
    assert days == (example.last_day, example.outer, example.advised)
