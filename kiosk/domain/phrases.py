"""The phrases that the program needs of the content: names of months, workings of dates, labels of contact details.

Each is a text of `data/phrases.toml`; content without one of them, or with another placeholder, is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

MONTHS = range(1, 13)
WEEKDAYS = range(1, 8)
"""Monday is 1."""

_NAMES = {
    **{f"month-{number}": "" for number in MONTHS},
    **{f"date-month-{number}": "" for number in MONTHS},  # in a date: some languages bend the name there
    **{f"weekday-{number}": "" for number in WEEKDAYS},
    **{f"weekday-short-{number}": "" for number in WEEKDAYS},
}
_DATES = {
    "date-long": "weekday day month year",
    "date-short": "day month year",
    "month-year": "month year",
}
_STEPS = {"necessity-must": "", "necessity-can": "", "necessity-choice": ""}
_OPEN_DAYS = ("working-days", "school-days")
_UNITS = ("days", "weeks", "months")
_COUNTED = [f"{way}-{unit}" for way in ("add", "span", "less") for unit in _UNITS]
_COUNTED += [f"{way}-{unit}" for way in ("add", "span") for unit in _OPEN_DAYS]  # open days are never taken off
_WORKINGS = {
    **{f"{counted}-one": "end" for counted in _COUNTED},
    **{f"{counted}-many": "count end" for counted in _COUNTED},
    "day-of-year": "end",
    "take-latest": "date",
    "take-earliest": "date",
    "moved-closure": "start end",
    "moved-not-working": "start end",
    "moved-unsure": "start end",
    "moved-cautious": "start end outer",
    "limit": "date",
    "other-reading": "outer",
    "beyond": "",
    "check-age": "",
    "advised": "date advised",
    "advised-unsure": "date advised",
    "aim-early": "",
    "act-now": "",
    "they-must": "",
}
_DAYS_LEFT = {
    **{f"{whose}-many": "count" for whose in ("days-left", "their-days-left")},
    **{f"{whose}-{when}": "" for whose in ("days-left", "their-days-left") for when in ("one", "today", "passed")},
    **{f"{whose}-perhaps": "date" for whose in ("days-left", "their-days-left")},
}
_UNDATED = {"undated-input": "asked", "undated-school-calendar": "", "undated-law": ""}
_CONTACTS = {
    "phone-voice": "",
    "phone-textphone": "",
    "phone-text": "",
    "contact-email": "",
    "contact-web": "",
    "contact-address": "",
    "contact-schedule": "",
    "contact-process": "",
    "contact-fees": "",
    "provenance": "date",
    "provenance-age": "age",
    "card-note": "day month year",
    "card-note-council": "council day month year",
}
_REPORT = {
    "report-say": "",
    "report-answers": "",
    "report-why": "",
    "report-watch-outs": "",
    "report-law": "",
    "report-sources": "",
    "report-help": "",
    "report-read": "title date",
    "report-content-date": "date",
}
_DEADLINES = {"deadline-rule": "", "deadline-working": "", "deadline-if-passed": ""}
_CALCULATOR = dict.fromkeys(
    (
        "calculator",
        "calculator-subject",
        "calculator-group",
        "calculator-event",
        "calculator-unknown",
        "calculator-unknown-chip",
        "calculator-none",
        "calculator-none-chip",
    ),
    "",
)
_SCREENS = (_NAMES, _DATES, _STEPS, _WORKINGS, _DAYS_LEFT, _UNDATED, _CONTACTS, _CALCULATOR)
_PRINTED = (_REPORT, _DEADLINES)

PHRASES: Mapping[str, frozenset[str]] = MappingProxyType(
    {name: frozenset(placeholders.split()) for group in (*_SCREENS, *_PRINTED) for name, placeholders in group.items()}
)
"""Each phrase's name, and the placeholders that its words have to hold, in every language.

For each input of a deadline rule there are three more: see `phrases_with`.
"""


def phrases_with(inputs: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Return every phrase that content with these inputs of rules needs.

    `event-x` names what an input is the date of, `input-x` asks for it, and `start-x` says in a working what was
    answered.
    """
    named = tuple(inputs)
    asked = {f"{kind}-{name}": frozenset[str]() for kind in ("event", "input") for name in named}
    return {**PHRASES, **asked, **{f"start-{name}": frozenset({"date"}) for name in named}}
