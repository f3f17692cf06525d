"""How a date was worked out, line by line, how long there is still, and why there is no date."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kiosk.domain.deadlines import Added, Deadline, Lack, Move, Moved, Sum, Undated
from kiosk.domain.rules import Count, Party
from kiosk.domain.text import Words
from kiosk.guide.dates import long_date

SOON = 5
"""Days before a last day from which there are not several left to be early by."""
_SATURDAY = 5


def working_lines(words: Words, deadline: Deadline, today: date | None = None) -> tuple[str, ...]:
    """Return the working of a date: what it counts from, the sum, each move, what to heed, and what to aim for.

    Where `today` is given and the date has passed, the last line is what can still be done (rule R-10) instead.
    """
    return (*_sums(words, deadline), *_cautions(words, deadline, today), _what_to_do(words, deadline, today))


def days_left(words: Words, deadline: Deadline, today: date) -> str:
    """Return how many days there are to the last day; that it is today, or that it has passed."""
    name = "days-left" if deadline.rule.binds is Party.FAMILY else "their-days-left"
    count = deadline.days_left(today)
    if count > 0:
        return words.phrase(_plural(name, count), count=count)
    if count == 0:
        return words.phrase(f"{name}-today")
    if deadline.may_be_in_time(today):
        latest = max(deadline.outer_day, deadline.limit_day)
        return words.phrase(f"{name}-perhaps", date=long_date(words, latest))
    return words.phrase(f"{name}-passed")


def advice(words: Words, deadline: Deadline, today: date | None = None) -> str:
    """Return what to aim for: the working day before a last day on which offices are shut, else several days earlier.

    Where `today` is given and too little time is left for that, it is to act now. A body's date is not the family's to
    keep.
    """
    if deadline.advised_day != deadline.last_day and not _is_soon(deadline, today):
        return _advised(words, deadline)
    return _aim(words, deadline, today)


def why_undated(words: Words, undated: Undated) -> str:
    """Return why there is no date: what is not known, whose calendar decides, or that the law has changed."""
    if undated.lack is Lack.INPUT:
        asked = " ".join(words.phrase(f"input-{name}") for name in undated.inputs)
        return words.phrase("undated-input", asked=asked)
    return words.phrase(f"undated-{undated.lack}")


def _sums(words: Words, deadline: Deadline) -> Iterator[str]:
    for each in deadline.sums:
        yield from _sum(words, each)
    if len({each.end for each in deadline.sums}) > 1:
        yield words.phrase(f"take-{deadline.reading.take}", date=long_date(words, deadline.counted.end))
    for move in deadline.moves:
        yield _moved(words, move, deadline)


def _cautions(words: Words, deadline: Deadline, today: date | None) -> Iterator[str]:
    if deadline.limit_day != deadline.last_day:
        yield words.phrase("limit", date=long_date(words, deadline.limit_day))
    if deadline.ambiguous and not any(move.why is Move.CAUTIOUS for move in deadline.moves):
        yield words.phrase("other-reading", outer=long_date(words, deadline.outer_day))
    if deadline.beyond:
        yield words.phrase("beyond")
    if deadline.rule.age:
        yield words.phrase("check-age")
    if deadline.advised_day != deadline.last_day and (today is None or today <= deadline.advised_day):
        yield _advised(words, deadline)


def _advised(words: Words, deadline: Deadline) -> str:
    unsure = deadline.last_day.weekday() < _SATURDAY and deadline.beyond
    last_day, advised = long_date(words, deadline.last_day), long_date(words, deadline.advised_day)
    return words.phrase("advised-unsure" if unsure else "advised", date=last_day, advised=advised)


def _sum(words: Words, each: Sum) -> Iterator[str]:
    yield words.phrase(f"start-{each.input}", date=long_date(words, each.start))
    for added in each.added:
        yield _added(words, added)


def _added(words: Words, added: Added) -> str:
    period, end = added.period, long_date(words, added.end)
    if not isinstance(period, Count):
        return words.phrase("day-of-year", end=end)
    way = "less" if period.number < 0 else "span" if period.first_day_counts else "add"
    count = abs(period.number)
    return words.phrase(_plural(f"{way}-{period.unit}", count), count=count, end=end)


def _moved(words: Words, move: Moved, deadline: Deadline) -> str:
    start, end = long_date(words, move.start), long_date(words, move.end)
    if move.why is Move.CAUTIOUS:
        return words.phrase("moved-cautious", start=start, end=end, outer=long_date(words, deadline.outer_day))
    return words.phrase(f"moved-{move.why}", start=start, end=end)


def _what_to_do(words: Words, deadline: Deadline, today: date | None) -> str:
    if today is None or deadline.days_left(today) >= 0:
        return _aim(words, deadline, today)
    return days_left(words, deadline, today) if deadline.may_be_in_time(today) else words(deadline.rule.passed)


def _aim(words: Words, deadline: Deadline, today: date | None) -> str:
    if deadline.rule.binds is Party.BODY:
        return words.phrase("they-must")
    return words.phrase("act-now" if _is_soon(deadline, today) else "aim-early")


def _is_soon(deadline: Deadline, today: date | None) -> bool:
    return today is not None and (deadline.advised_day - today).days <= SOON


def _plural(phrase: str, count: int) -> str:
    return f"{phrase}-one" if count == 1 else f"{phrase}-many"
