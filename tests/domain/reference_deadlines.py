"""A second, independent implementation of every deadline rule: written from the domain reference, by another algorithm.

It imports nothing of the program. It counts on its fingers: every period is walked day by day, over sets of days.
Bank holidays are worked out by the known rules (Easter, the Mondays, substitute days), and those that were proclaimed
are added; the program takes them from GOV.UK's list instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

ONE = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2003, 2044

# Moved or added by proclamation: jubilees, a funeral, a coronation, the anniversary of 8 May 1945.
MOVED_AWAY = {date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)}
PROCLAIMED = {
    *(date(2012, 6, 4), date(2012, 6, 5)),
    date(2020, 5, 8),
    *(date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19)),
    date(2023, 5, 8),
}


def days_of(year: int) -> list[date]:
    """Return every day of a year."""
    first = date(year, 1, 1)
    return [day for number in range(366) if (day := first + number * ONE).year == year]


def easter(year: int) -> date:
    """Return Easter Sunday: the first Sunday after the paschal full moon, by golden number and epact."""
    golden = year % 19 + 1
    century = year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    moon = 44 - epact if 44 - epact >= 21 else 74 - epact  # as a day of March
    full_moon = date(year, 3, 1) + (moon - 1) * ONE
    after = full_moon + ONE
    while after.weekday() != 6:
        after += ONE
    return after


def bank_holidays(year: int) -> set[date]:
    """Return the bank holidays of England and Wales in a year, each on the day that it is kept."""
    sunday = easter(year)
    mondays = [day for day in days_of(year) if day.weekday() == 0]
    kept = {sunday - 2 * ONE, sunday + ONE}
    kept |= {next(day for day in mondays if day.month == 5)}
    kept |= {max(day for day in mondays if day.month == month) for month in (5, 8)}
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        if day.weekday() < 5:
            kept.add(day)
    for day in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        substitute = day
        while day.weekday() >= 5 and (substitute.weekday() >= 5 or substitute in kept):
            substitute += ONE
        kept.add(substitute)
    return (kept - MOVED_AWAY) | {day for day in PROCLAIMED if day.year == year}


def school_holidays() -> Iterator[tuple[date, date]]:
    """Yield the holidays of an invented school, first and last day of each."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        monday = next(day for day in days_of(year) if day >= date(year, 2, 12) and day.weekday() == 0)
        yield monday, monday + 4 * ONE
        yield easter(year) - 9 * ONE, easter(year) + 5 * ONE
        spring = max(day for day in days_of(year) if day.month == 5 and day.weekday() == 0)
        yield spring, spring + 4 * ONE
        yield date(year, 7, 22), date(year, 9, 3)
        autumn = max(day for day in days_of(year) if day.month == 10 and day.weekday() == 0)
        yield autumn - 7 * ONE, autumn - 3 * ONE
        yield date(year, 12, 19), date(year + 1, 1, 2)


ALL_DAYS = [day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in days_of(year)]
BANK_HOLIDAYS = {day for year in range(FIRST_YEAR, LAST_YEAR + 1) for day in bank_holidays(year)}
WORKING_DAYS = {day for day in ALL_DAYS if day.weekday() < 5} - BANK_HOLIDAYS
SHUT = {
    day
    for first, last in school_holidays()
    for day in ALL_DAYS[(first - ALL_DAYS[0]).days :][: (last - first).days + 1]
}
SCHOOL_DAYS = WORKING_DAYS - SHUT
CHRISTMAS = {day for day in ALL_DAYS if (day.month == 12 and day.day >= 25) or (day.month == 1 and day.day == 1)}
AUGUST = {day for day in ALL_DAYS if day.month == 8}


# The pieces, and how days are counted.


@cache
def months_later(day: date, months: int) -> date:
    """Return the corresponding date: walk to the month, then to the day of the same number, or to the month's end."""
    there = day
    for _ in range(months):
        there += ONE
        while there.day != 1:
            there += ONE
    while there.day != day.day and (there + ONE).month == there.month:
        there += ONE
    return there


@cache
def months_before(day: date, months: int) -> date:
    """Return the corresponding date of an earlier month."""
    there = day
    for _ in range(months):
        while there.day != 1:
            there -= ONE
        there -= ONE
    while there.day > day.day:
        there -= ONE
    return there


def months_that_start_with(day: date, months: int) -> date:
    """Return the last day of a period whose first day is this one."""
    later = months_later(day, months)
    return later - ONE if later.day == day.day else later


def nth(day: date, number: int, among: set[date]) -> date:
    """Return the nth day of a set after a day."""
    met = 0
    while met < number:
        day += ONE
        met += day in among
    return day


def days_later(day: date, number: int) -> date:
    """Return the day so many days later."""
    for _ in range(number):
        day += ONE
    return day


def first_from(day: date, among: set[date]) -> date:
    """Return the first day of a set that is not before a day."""
    while day not in among:
        day += ONE
    return day


def last_until(day: date, among: set[date]) -> date:
    """Return the last day of a set that is not after a day."""
    while day not in among:
        day -= ONE
    return day


# The answers.


@dataclass(frozen=True)
class Answer:
    """The day to show, the latest reading's, the outer limit, and the working day that is advised."""

    shown: date
    latest: date
    limit: date
    advised: date


def plain(day: date) -> Answer:
    """A date that a body has to keep: nothing moves it."""
    return Answer(day, day, day, day)


def family(day: date, latest: date | None = None) -> Answer:
    """A date that a family has to keep: on a day when offices are shut, the working day before is advised."""
    return Answer(day, latest or day, day, last_until(day, WORKING_DAYS))


def limited(day: date, limit: date) -> Answer:
    """A date with an outer limit."""
    return Answer(day, day, limit, day)


def two_readings(first: date, second: date) -> Answer:
    """The earlier is shown, the later held."""
    return replace(plain(min(first, second)), latest=max(first, second))


def in_time(end: date) -> tuple[date, date]:
    """Return the last day on which a SEN appeal is in time that ends on this day, and the latest reading (R-4, R-5)."""
    for closed in (CHRISTMAS, AUGUST):
        if end in closed:
            while end in closed:
                end += ONE
            opened = first_from(end, WORKING_DAYS)
            return opened, opened
    following = first_from(end, WORKING_DAYS)
    if following in CHRISTMAS | AUGUST:
        return last_until(end, WORKING_DAYS), following
    return following, following


def appeal(notice: date, certificate: date | None = None) -> Answer:
    """R-1: two months from the notice, or one from the certificate, whichever is later."""
    end = months_later(notice, 2)
    if certificate is not None:
        end = max(end, months_later(certificate, 1))
    shown, latest = in_time(end)
    return Answer(shown, latest, shown, shown)


def section_i(notice: date, certificate: date | None = None) -> Answer:
    """R-2: two months from the notice; that a certificate gives more is the later reading."""
    return replace(appeal(notice), latest=max(appeal(notice).latest, appeal(notice, certificate).latest))


def adviser(notice: date) -> Answer:
    """R-7: two months, plain; that the Tribunal's rules move it is the later reading."""
    return family(months_later(notice, 2), appeal(notice).latest)


def claim(act: date) -> Answer:
    """R-12: the day before the corresponding date, or the working day before that."""
    end = months_later(act, 6) - ONE
    shown = last_until(end, WORKING_DAYS)
    latest = first_from(months_that_start_with(act, 6), WORKING_DAYS)
    return Answer(shown, latest, shown, shown)


def county_court(act: date) -> Answer:
    """R-12, in the county court: the same without a later reading."""
    shown = last_until(months_later(act, 6) - ONE, WORKING_DAYS)
    return plain(shown)


def council_answer(complaint: date | None = None, acknowledged: date | None = None) -> Answer:
    """R-14, stage 1: 5 working days to acknowledge, then 10, and up to 10 more."""
    starts = [nth(complaint, 5, WORKING_DAYS)] if complaint else []
    start = min([*starts, *([acknowledged] if acknowledged else [])])
    return limited(nth(start, 10, WORKING_DAYS), nth(start, 20, WORKING_DAYS))


def council_answer_2(request: date | None = None, acknowledged: date | None = None) -> Answer:
    """R-14, stage 2: 5 working days to acknowledge, then 20."""
    starts = [nth(request, 5, WORKING_DAYS)] if request else []
    return plain(nth(min([*starts, *([acknowledged] if acknowledged else [])]), 20, WORKING_DAYS))


def year_from_the_later(first: date | None = None, second: date | None = None) -> Answer:
    """R-16 and R-18: 12 months from the later of two days."""
    return family(max(months_later(day, 12) for day in (first, second) if day))


def ask_stage_2(reply: date) -> Answer:
    """R-15: 20 working days [C7] or 28 days [C6]."""
    ends = nth(reply, 20, WORKING_DAYS), days_later(reply, 28)
    return family(min(ends), max(ends))


def review_panel(given: date | None = None, posted: date | None = None) -> Answer:
    """R-19: 15 school days after notice is given; posted first class, it is given on the second working day after."""
    starts = [given] if given else []
    starts += [nth(posted, 2, WORKING_DAYS)] if posted else []
    return family(min(nth(start, 15, SCHOOL_DAYS) for start in starts))


def final_plan(changes: date | None = None, review: date | None = None) -> Answer:
    """R-22: 8 weeks after the notice, so at most 12 weeks after the meeting."""
    ends = [days_later(changes, 56)] if changes else []
    ends += [days_later(review, 84)] if review else []
    return plain(min(ends))


def before(month: int, day: int) -> Callable[[date], Answer]:
    """R-23: before a day of the year of the move; most pages say by that day."""

    def rule(move: date) -> Answer:
        named = next(each for each in days_of(move.year) if (each.month, each.day) == (month, day))
        return two_readings(named - ONE, named)

    return rule


def body(kind: str, number: int) -> Callable[[date], Answer]:
    """A rule of one period that binds a body."""
    return lambda start: plain(_later(kind, start, number))


def of_family(kind: str, number: int) -> Callable[[date], Answer]:
    """A rule of one period that binds the family."""
    return lambda start: family(_later(kind, start, number))


def longer(number: int, most: int) -> Callable[[date], Answer]:
    """A rule of working days that may be made longer."""
    return lambda start: limited(nth(start, number, WORKING_DAYS), nth(start, most, WORKING_DAYS))


def _later(kind: str, start: date, number: int) -> date:
    if kind == "WD":
        return nth(start, number, WORKING_DAYS)
    if kind == "SD":
        return nth(start, number, SCHOOL_DAYS)
    return (
        months_later(start, number) if kind == "months" else days_later(start, number * {"days": 1, "weeks": 7}[kind])
    )


@dataclass(frozen=True)
class Reference:
    """One rule: its inputs, which can be given alone or not, and what it answers.

    `since`: the first day of a notice or act for which it holds.
    """

    inputs: tuple[str, ...]
    answer: Callable[..., Answer]
    optional: tuple[str, ...] = ()
    since: date = date.min


_CODE = date(2026, 4, 1)
"""The Ombudsman's complaint handling code is applied from this day."""


def _one(input_: str, answer: Callable[[date], Answer], since: date = date.min) -> Reference:
    return Reference((input_,), answer, since=since)


RULES: dict[str, Reference] = {
    "R-1": Reference(("notice", "certificate"), appeal, ("certificate",)),
    "R-2": Reference(("notice", "certificate"), section_i, ("certificate",)),
    "R-7": _one("notice", adviser),
    "R-8": _one("no-mediation", body("WD", 3)),
    "R-9-meeting": _one("mediation-request", body("days", 30)),
    "R-9-certificate": _one("cannot-arrange", body("WD", 3)),
    "R-9-certificate-after-meeting": _one(
        "mediation", lambda day: two_readings(days_later(day, 3), nth(day, 3, WORKING_DAYS))
    ),
    "A17-agreement": _one("agreement", body("weeks", 2)),
    "R-12": _one("act", claim),
    "R-12-county-court": _one("act", county_court),
    "R-13-6-weeks": _one("request", body("weeks", 6)),
    "R-13-16-weeks": _one("request", body("weeks", 16)),
    "R-13-20-weeks": _one("request", body("weeks", 20)),
    "R-13-advice": _one("advice-request", body("weeks", 6)),
    "R-13-draft-comments": _one("draft", lambda day: family(nth(day - ONE, 15, set(ALL_DAYS)))),
    "R-14-acknowledge": _one("complaint", body("WD", 5), _CODE),
    "R-14-answer": Reference(("complaint", "acknowledged"), council_answer, ("complaint", "acknowledged"), since=_CODE),
    "R-14-stage-2-acknowledge": _one("stage-2-request", body("WD", 5), _CODE),
    "R-14-stage-2-answer": Reference(
        ("stage-2-request", "acknowledged"), council_answer_2, ("stage-2-request", "acknowledged"), since=_CODE
    ),
    "B4-referral": _one("referral", body("WD", 1)),
    "R-15-stage-1": _one("complaint", longer(10, 20)),
    "R-15-ask-stage-2": _one("stage-1-reply", ask_stage_2),
    "R-15-stage-2": _one("statement", longer(25, 65)),
    "R-15-ask-stage-3": _one("stage-2-reply", of_family("WD", 20)),
    "R-15-panel": _one("stage-3-request", body("WD", 30)),
    "R-15-panel-report": _one("panel", body("WD", 5)),
    "R-15-council-reply": _one("panel-report", body("WD", 15)),
    "R-16-complain": Reference(("event", "noticed"), year_from_the_later, ("event", "noticed")),
    "R-16-acknowledge": _one("complaint", body("WD", 3)),
    "R-16-explain": _one("complaint", body("months", 6)),
    "R-17": _one("known", lambda day: family(months_that_start_with(day, 12), months_later(day, 12))),
    "R-17-council-time": _one("complaint", body("weeks", 12)),
    "R-18": Reference(("event", "known"), year_from_the_later, ("event", "known")),
    "R-19-governors": _one("governors-told", body("SD", 15)),
    "R-19-governors-if-asked": _one("governors-told", body("SD", 50)),
    "R-19-panel": Reference(("given", "posted"), review_panel, ("given", "posted")),
    "R-19-panel-after-claim": _one("claim-decision", of_family("SD", 15)),
    "R-19-panel-meets": _one("panel-request", body("SD", 15)),
    "R-20-appeal": _one("decision", of_family("SD", 20)),
    "R-20-hearing": _one("appeals-close", body("SD", 40)),
    "R-20-hearing-in-year": _one("appeal", body("SD", 30)),
    "R-20-decision": _one("hearing", body("SD", 5)),
    "R-21-ask-stage-1": _one("decision", of_family("WD", 20)),
    "R-21-stage-1-answer": _one("stage-1-request", body("WD", 20)),
    "R-21-ask-stage-2": _one("stage-1-reply", of_family("WD", 20)),
    "R-21-panel": _one("stage-2-request", body("WD", 40)),
    "R-21-letter": _one("panel", body("WD", 5)),
    "R-22-school-report": _one("review", body("weeks", 2)),
    "R-22-decision": _one("review", body("weeks", 4)),
    "R-22-final-plan": Reference(("changes", "review"), final_plan, ("changes", "review")),
    "R-22-yearly": _one("plan", body("months", 12)),
    "R-23-school": _one("move", before(2, 15)),
    "R-23-post-16": _one("move", before(3, 31)),
    "R-23-later": _one("move", lambda move: plain(months_before(move, 5))),
    "R-24": _one("request", body("days", 15)),
    "R-25-confirm": _one("not-opposed", body("weeks", 2)),
    "R-25-no-plan": _one("not-opposed", body("weeks", 10)),
    "R-25-final-plan": _one("not-opposed", body("weeks", 14)),
    "R-25-amended-plan": _one("not-opposed", body("weeks", 5)),
    "R-25-recommendations": _one("recommendation", body("weeks", 5)),
    "R-26": _one("act", of_family("months", 3)),
    "R-27": _one("event", of_family("months", 12)),
    "S18-answer": _one("complaint", body("days", 28)),
}
"""Every rule, by the id that the program gives it."""
