"""Freshness: how old the content is, and whether it can still be relied on."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum

AGEING_AFTER = timedelta(days=60)
OLD_AFTER = timedelta(days=120)


class Freshness(StrEnum):
    """How far content can be relied on by its age: up to 60 days, up to 120 days, and more.

    Where today is before the content's own day, it is not today: the clock is wrong, and so is every count of days.
    """

    FRESH = "fresh"
    AGEING = "ageing"
    OLD = "old"
    UNKNOWN = "unknown"


def freshness(published: date, today: date) -> Freshness:
    """Return how fresh content of a day is."""
    age = today - published
    if age < timedelta(0):
        return Freshness.UNKNOWN
    if age > OLD_AFTER:
        return Freshness.OLD
    return Freshness.AGEING if age > AGEING_AFTER else Freshness.FRESH
