"""Opening hours: the schedules of a record in plain English, where it is certain what they mean.

A schedule is an RRULE in fields (RFC 5545): `freq`, `byday`, `interval` …, with `opens_at` and `closes_at`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.content.open_referral.plain_words import day_in_words
from kiosk.content.open_referral.record import Record

_DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_CODES = tuple(_DAYS)
_ORDINALS = {"1": "First", "2": "Second", "3": "Third", "4": "Fourth", "-1": "Last"}
_NTH = re.compile(r"\+?([1-4]|-1)(MO|TU|WE|TH|FR|SA|SU)")
_TIME = re.compile(r"([01]?[0-9]|2[0-4]):([0-5][0-9])(?::00(?:\.0+)?)?")
_UNTOLD = ("bymonthday", "byweekno", "byyearday", "count", "timezone")
"""Fields that change what a schedule means, and that we have no words for."""
_END_OF_DAY = ((0, 0), (24, 0), (23, 59))


@dataclass(frozen=True)
class _Times:
    """When it opens and closes, in words, and the day on which this ends; both may be empty."""

    hours: str
    until: str

    def after(self, days: str) -> str:
        """Return these times after the days that they are of."""
        until = f"until {self.until}" if self.until else ""
        return ", ".join(part for part in (days, self.hours, until) if part)


def hours(schedules: Sequence[Record], today: date) -> dict[str, Record]:
    """Return the words of each opening time, with the schedule that says so; days of the same hours are said at once.

    Words of people stand by themselves, unless they say in numbers what the fields say already. What is over, has not
    begun, or cannot be told for certain is left out, with a remark.
    """
    weekly: dict[_Times, tuple[set[str], Record]] = {}
    said: dict[str, Record] = {}
    for schedule in schedules:
        first, last = _period(schedule)
        if not _holds(schedule, first, last, today):
            continue
        times = _times(schedule, last)
        days = _weekdays(schedule) if times else []
        monthly = _monthly(schedule, times) if times else ""
        if times and days:
            weekly.setdefault(times, (set(), schedule))[0].update(days)
        for words in (monthly, *_described(schedule, certain=bool(days or monthly))):
            said.setdefault(words, schedule)
    together = {times.after(_range(days)): schedule for times, (days, schedule) in weekly.items()}
    return {words: schedule for words, schedule in {**together, **said}.items() if words}


def _period(schedule: Record) -> tuple[date | None, date | None]:
    """Return the first and the last day of a schedule, as far as it says."""
    firsts = [day for day in map(schedule.day, ("valid_from", "dtstart")) if day]
    lasts = [day for day in map(schedule.day, ("valid_to", "until")) if day]
    return max(firsts, default=None), min(lasts, default=None)


def _holds(schedule: Record, first: date | None, last: date | None, today: date) -> bool:
    if last and last < today:
        schedule.remark(f"was left out: it ended on {last}.")
        return False
    if first and first > today:
        schedule.remark(f"was left out: it begins on {first}.")
        return False
    return True


def _times(schedule: Record, last: date | None) -> _Times | None:
    """Return the times of a schedule; None where its fields do not say for certain when it is open."""
    if any(schedule.word(key) for key in _UNTOLD) or schedule.word("interval") not in ("", "1"):
        return None
    spoken = _open(schedule.word("opens_at"), schedule.word("closes_at"))
    return None if spoken is None else _Times(spoken, day_in_words(last) if last else "")


def _open(opens: str, closes: str) -> str | None:
    """Return the hours in words; None for half of them, for a time in another zone, and for a night."""
    if not opens and not closes:
        return ""
    first, last = _TIME.fullmatch(opens), _TIME.fullmatch(closes)
    if first is None or last is None:
        return None
    begin, end = (int(first[1]), int(first[2])), (int(last[1]), int(last[2]))
    if begin == (0, 0) and end in _END_OF_DAY:
        return "all day"
    if end in _END_OF_DAY:
        return f"{_clock(*begin)} to midnight"
    return f"{_clock(*begin)} to {_clock(*end)}" if begin < end < (24, 0) else None


def _clock(hour: int, minute: int) -> str:
    if (hour, minute) == (0, 0):
        return "midnight"
    if (hour, minute) == (12, 0):
        return "12 noon"
    past = f".{minute:02}" if minute else ""
    return f"{(hour - 1) % 12 + 1}{past}{'am' if hour < 12 else 'pm'}"


def _weekdays(schedule: Record) -> list[str]:
    """Return the days of the week of a weekly schedule; none for any other."""
    days = _listed(schedule.word("byday"))
    weekly = schedule.word("freq").upper() in ("", "WEEKLY")
    return days if weekly and all(day in _DAYS for day in days) else []


def _monthly(schedule: Record, times: _Times) -> str:
    """Return a schedule of certain weekdays of a month in words; empty for any other."""
    found = [_NTH.fullmatch(day) for day in _listed(schedule.word("byday"))]
    named = [f"{_ORDINALS[each[1]]} {_DAYS[each[2]]}" for each in found if each]
    if schedule.word("freq").upper() != "MONTHLY" or not named or len(named) < len(found):
        return ""
    names = [named[0], *(name[0].lower() + name[1:] for name in named[1:])]
    return times.after(f"{_joined(names)} of the month")


def _described(schedule: Record, certain: bool) -> Iterator[str]:
    """Yield what people wrote of a schedule, where it adds to what is said already."""
    written = [words for words in (schedule.words("description"), schedule.words("notes")) if words]
    kept = [words for words in written if not (certain and re.search(r"[0-9]", words))]
    if not written and not certain:
        schedule.remark("was left out: it is not certain when it is open. Say it in the mapping file.")
    for words in dict.fromkeys(written):
        if words not in kept:
            schedule.remark(f"“{words}” was left out: the hours are taken from the fields beside it.")
    yield from dict.fromkeys(kept)


def _listed(days: str) -> list[str]:
    return [day for day in re.split(r"[,;\s]+", days.upper()) if day]


def _range(days: Iterable[str]) -> str:
    """Return days of the week in words: “Monday to Wednesday and Friday”."""
    numbers = sorted(_CODES.index(day) for day in days)
    if len(numbers) == len(_CODES):
        return "Every day"
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return _joined([name for run in runs for name in _run(run)])


def _run(run: list[int]) -> list[str]:
    names = [_DAYS[_CODES[number]] for number in run]
    return [f"{names[0]} to {names[-1]}"] if len(names) > 2 else names


def _joined(names: list[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)
