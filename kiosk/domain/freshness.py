"""Freshness: how old the content is, and whether it can still be relied on."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

AGEING_AFTER = timedelta(days=60)
OLD_AFTER = timedelta(days=120)


class Freshness(StrEnum):
    """How far content can be relied on by its age: up to 60 days, up to 120 days, and more."""

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"


def freshness(published: date, today: date) -> Freshness:
    """Return how fresh content of a day is. Before that day it is fresh: then the clock is wrong, not the content."""
    age = today - published
    if age > OLD_AFTER:
        return Freshness.OLD
    return Freshness.AGEING if age > AGEING_AFTER else Freshness.FRESH
