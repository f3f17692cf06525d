"""The phrases that the program needs of the content: names of months, workings of dates, labels of contact details.

Each is a text of `data/phrases.toml`; content without one of them, or with another placeholder, is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
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
_WORKINGS = {
    "start": "date",
    "start-notice": "date",
    "start-certificate": "date",
    **{f"add-{unit}-one": "end" for unit in ("days", "weeks", "months", "working-days")},
    **{f"add-{unit}-many": "count end" for unit in ("days", "weeks", "months", "working-days")},
    "less-days-one": "end",
    "less-days-many": "count end",
    "take-latest": "date",
    "take-earliest": "date",
    "moved-closure": "start end",
    "moved-not-working": "start end",
    "moved-cautious": "start end outer",
    "advised": "date advised",
    "aim-early": "",
    "act-now": "",
}
_DAYS_LEFT = {"days-left-many": "count", "days-left-one": "", "days-left-today": "", "days-left-passed": ""}
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
    "report-answers": "",
    "report-why": "",
    "report-watch-outs": "",
    "report-law": "",
    "report-sources": "",
    "report-help": "",
    "report-read": "title date",
    "report-content-date": "date",
}

PHRASES: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(placeholders.split())
        for group in (_NAMES, _DATES, _STEPS, _WORKINGS, _DAYS_LEFT, _CONTACTS, _REPORT)
        for name, placeholders in group.items()
    }
)
"""Each phrase's name, and the placeholders that its words have to hold, in every language."""
