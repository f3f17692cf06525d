"""Deadlines as plain values for JSON: the date, all that led to it, and what to do. Dates are ISO 8601."""

from __future__ import annotations

from datetime import date
from typing import TypedDict

from kiosk.domain.deadlines import Deadline
from kiosk.domain.text import Words
from kiosk.guide.dates import long_date
from kiosk.guide.working import advice, days_left, working_lines


class DeadlineReport(TypedDict):
    """A date, and how it was worked out.

    `outer_day` is later than `last_day` where the law can be read in two ways; `limit_day` is later where the period
    may be made longer. `binds` says who has to act: `family` or `body`. `if_passed` is what can be done once the day
    has gone. `check` is true where what was read may be out of date, `beyond` where bank holidays are not known and
    the date is the earlier, safe one.
    """

    rule: str
    version: str
    group: str
    binds: str
    title: str
    words: str
    inputs: dict[str, str]
    last_day: str
    last_day_words: str
    ambiguous: bool
    outer_day: str
    outer_day_words: str
    limit_day: str
    limit_day_words: str
    advised_day: str
    advised_day_words: str
    advice: str
    days_left: int
    days_left_words: str
    passed: bool
    passed_words: str
    if_passed: str
    check: bool
    beyond: bool
    working: list[str]


def deadline_report(words: Words, deadline: Deadline, today: date) -> DeadlineReport:
    """Return a deadline as it stands today."""
    rule, left = deadline.rule, deadline.days_left(today)
    return {
        "rule": rule.id,
        "version": rule.version,
        "group": rule.group,
        "binds": rule.binds,
        "title": words(rule.title),
        "words": words(rule.words),
        "inputs": {each.input: each.start.isoformat() for each in deadline.sums},
        "last_day": deadline.last_day.isoformat(),
        "last_day_words": long_date(words, deadline.last_day),
        "ambiguous": deadline.ambiguous,
        "outer_day": deadline.outer_day.isoformat(),
        "outer_day_words": long_date(words, deadline.outer_day),
        "limit_day": deadline.limit_day.isoformat(),
        "limit_day_words": long_date(words, deadline.limit_day),
        "advised_day": deadline.advised_day.isoformat(),
        "advised_day_words": long_date(words, deadline.advised_day),
        "advice": advice(words, deadline, today),
        "days_left": left,
        "days_left_words": days_left(words, deadline, today),
        "passed": left < 0,
        "passed_words": words(rule.passed) if left < 0 else "",
        "if_passed": words(rule.passed),
        "check": rule.age,
        "beyond": deadline.beyond,
        "working": list(working_lines(words, deadline, today)),
    }
