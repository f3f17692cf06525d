"""How a date was worked out, line by line, and how long there is still."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from kiosk.domain.deadlines import Deadline, Move, Moved, Sum
from kiosk.domain.phrases import PHRASES
from kiosk.domain.text import Words
from kiosk.guide.dates import long_date

SOON = 5
"""Days before a last day from which there are not several left to be early by."""


def working_lines(words: Words, deadline: Deadline, today: date | None = None) -> tuple[str, ...]:
    """Return the working of a date: what it counts from, the sum, each move, and what to aim for.

    Where `today` is given and the date has passed, the last line is what can still be done (rule R-10) instead.
    """
    if today is not None and deadline.days_left(today) < 0:
        return (*_lines(words, deadline), words(deadline.rule.passed))
    return (*_lines(words, deadline), _aim(words, deadline, today))


def days_left(words: Words, deadline: Deadline, today: date) -> str:
    """Return how many days there are to the last day; that it is today, or that it has passed."""
    count = deadline.days_left(today)
    if count < 0:
        return words.phrase("days-left-passed")
    if count == 0:
        return words.phrase("days-left-today")
    return words.phrase(_plural("days-left", count), count=count)


def advice(words: Words, deadline: Deadline, today: date | None = None) -> str:
    """Return what to aim for: the working day before a last day on which offices are shut, else several days earlier.

    Where `today` is given and too little time is left for that, it is to act now.
    """
    if deadline.advised_day != deadline.last_day and not _is_soon(deadline, today):
        return _advised(words, deadline)
    return _aim(words, deadline, today)


def _lines(words: Words, deadline: Deadline) -> Iterator[str]:
    for each in deadline.sums:
        yield from _sum(words, each)
    if len({each.end for each in deadline.sums}) > 1:
        yield words.phrase(f"take-{deadline.rule.take}", date=long_date(words, deadline.counted.end))
    for move in deadline.moves:
        yield _moved(words, move, deadline)
    if deadline.advised_day != deadline.last_day:
        yield _advised(words, deadline)


def _advised(words: Words, deadline: Deadline) -> str:
    shut, advised = long_date(words, deadline.last_day), long_date(words, deadline.advised_day)
    return words.phrase("advised", date=shut, advised=advised)


def _sum(words: Words, each: Sum) -> Iterator[str]:
    start = f"start-{each.input}" if f"start-{each.input}" in PHRASES else "start"
    yield words.phrase(start, date=long_date(words, each.start))
    added = each.end + timedelta(days=each.less_days)
    yield words.phrase(_plural(f"add-{each.unit}", each.count), count=each.count, end=long_date(words, added))
    if each.less_days:
        end = long_date(words, each.end)
        yield words.phrase(_plural("less-days", each.less_days), count=each.less_days, end=end)


def _moved(words: Words, move: Moved, deadline: Deadline) -> str:
    start, end = long_date(words, move.start), long_date(words, move.end)
    if move.why is Move.CAUTIOUS:
        return words.phrase("moved-cautious", start=start, end=end, outer=long_date(words, deadline.outer_day))
    return words.phrase(f"moved-{move.why}", start=start, end=end)


def _aim(words: Words, deadline: Deadline, today: date | None) -> str:
    return words.phrase("act-now" if _is_soon(deadline, today) else "aim-early")


def _is_soon(deadline: Deadline, today: date | None) -> bool:
    return today is not None and (deadline.advised_day - today).days <= SOON


def _plural(phrase: str, count: int) -> str:
    return f"{phrase}-one" if count == 1 else f"{phrase}-many"
