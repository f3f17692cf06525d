"""Freshness: 60 and 120 days are the last that belong to what is before them."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.freshness import Freshness, freshness

DAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(-1, "unknown"), (0, "fresh"), (60, "fresh"), (61, "ageing"), (120, "ageing"), (121, "old"), (4000, "old")],
)
def test_content_ages(days: int, expected: str) -> None:
    assert freshness(DAY, DAY + timedelta(days)) == expected


@given(st.dates(), st.dates(), st.dates())
def test_it_never_becomes_fresher(published: date, one: date, other: date) -> None:
    order = list(Freshness)
    earlier, later = sorted((one, other))
    if earlier >= published:
        assert order.index(freshness(published, earlier)) <= order.index(freshness(published, later))
