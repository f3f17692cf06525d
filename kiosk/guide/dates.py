"""Dates in words."""

from __future__ import annotations

from datetime import date

from kiosk.domain.text import Words


def long_date(words: Words, day: date) -> str:
    """Return a date with its weekday: "Monday 23 November 2026"."""
    weekday = weekday_name(words, day.isoweekday())
    return words.phrase("date-long", weekday=weekday, day=day.day, month=_month_in_date(words, day), year=day.year)


def short_date(words: Words, day: date) -> str:
    """Return a date without its weekday: "23 November 2026"."""
    return words.phrase("date-short", day=day.day, month=_month_in_date(words, day), year=day.year)


def month_year(words: Words, day: date) -> str:
    """Return the month that a day falls in: "November 2026"."""
    return words.phrase("month-year", month=month_name(words, day.month), year=day.year)


def month_name(words: Words, month: int) -> str:
    """Return the name of a month, from 1 for January, as it stands alone."""
    return words.phrase(f"month-{month}")


def weekday_name(words: Words, weekday: int) -> str:
    """Return the name of a day of the week, from 1 for Monday."""
    return words.phrase(f"weekday-{weekday}")


def short_weekday_name(words: Words, weekday: int) -> str:
    """Return the short name of a day of the week, from 1 for Monday, for the head of a calendar."""
    return words.phrase(f"weekday-short-{weekday}")


def _month_in_date(words: Words, day: date) -> str:
    return words.phrase(f"date-month-{day.month}")
