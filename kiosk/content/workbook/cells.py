"""Cells: what stands in one, as a listing needs it. What is wrong is found; what can only mean one thing is mended."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime
from math import isfinite

from kiosk.content.reading.entry import nearest
from kiosk.content.workbook import mending, phone_numbers
from kiosk.content.workbook.choices import Choices
from kiosk.content.workbook.file import Cell
from kiosk.content.workbook.findings import Findings, listed
from kiosk.content.workbook.mending import Mended

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR_FIRST = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})(?:[T ]00:00(?::00)?)?")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ]([0-9]{4}|[0-9]{2})")
_IN_WORDS = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})\.?,?[ -]([0-9]{4}|[0-9]{2})")
_DIGITS_OF_A_YEAR = 4
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>|&(?:[A-Za-z]{2,8}|#x?[0-9A-Fa-f]+);")
"""What came along when the source of a web page was copied; the screen shows it as it stands."""
_CHOOSE = "Click the cell, and choose from its list."


def words(cell: Cell, findings: Findings) -> str:
    """Return what families read; what is meant for web browsers is a problem."""
    text = _mended(cell, findings, mending.words)
    if markup := _MARKUP.search(text):
        findings.complain(cell.place, f"Families would read “{markup[0]}” as it stands. Take it out.")
    return text


def name(cell: Cell, findings: Findings) -> str:
    """Return a name, or a remark, as it is called."""
    return _mended(cell, findings, mending.name)


def code(cell: Cell, findings: Findings) -> str:
    """Return an address, a postcode or an id."""
    return _mended(cell, findings, mending.code)


def choice(cell: Cell, choices: Choices, findings: Findings) -> str:
    """Return the id of what is chosen, and a problem with the nearest word where it is none of the choices."""
    word = _mended(cell, findings, mending.name)
    id_ = choices.id(word) if word else ""
    if id_ is None:
        findings.complain(cell.place, f"“{word}” is not on the list. {nearest(word, choices.words) or _CHOOSE}")
    return id_ or ""


def phone(cell: Cell, findings: Findings) -> str:
    """Return a phone number; a first 0 that a spreadsheet took away is put back, and that is noted."""
    value = cell.value
    if isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value):
        number = phone_numbers.of_digits(int(value))
        if number:
            findings.note(cell.place, f"The spreadsheet took this for a number; it is read as “{number}”.")
        else:
            findings.complain(
                cell.place, "The spreadsheet took this for a number. Write ' and then all of it, with its 0."
            )
        return number
    text = code(cell, findings)
    number = phone_numbers.of_text(text)
    if number != text:
        findings.note(cell.place, f"“{text}” is written “{number}”.")
    return number


def day(cell: Cell, findings: Findings) -> date | None:
    """Return a day: as spreadsheets keep one, or written out, the day before the month."""
    value = cell.value
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    found = cell.day or (_day(value.strip()) if isinstance(value, str) else None)
    if found is not None:
        findings.note(cell.place, f"“{_plain(value)}” is read as {said(found)}.")
    else:
        what = cell.unknown or f"“{_plain(value)}”"
        findings.complain(cell.place, f"{what} is not a day. Write it like 23/11/2026.")
    return found


def said(day: date) -> str:
    """Return a day in words."""
    return f"{day.day} {day:%B %Y}"


def _mended(cell: Cell, findings: Findings, mend: Callable[[str], Mended]) -> str:
    text = _text(cell, findings)
    done = mend(text)
    if done.what:
        findings.note(cell.place, f"{listed(done.what).capitalize()}: “{done.text}”.")
    return done.text


def _text(cell: Cell, findings: Findings) -> str:
    """Return the words in a cell; a number or a day that a spreadsheet made of them, in words again."""
    value = cell.value
    if isinstance(value, str):
        return value
    if cell.unknown:
        findings.complain(cell.place, f"Here stands {cell.unknown}. Write the words, or paste them as values.")
        return ""
    if isinstance(value, datetime | date):
        text = said(value)
        findings.note(cell.place, f"The spreadsheet took this for a day; it is read as “{text}”.")
        return text
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _plain(value)
    findings.complain(cell.place, f"“{_plain(value)}” is not what words are. Set the cell to Text and write them anew.")
    return ""


def _plain(value: object) -> str:
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value)


def _day(text: str) -> date | None:
    if found := _YEAR_FIRST.fullmatch(text):
        return _date(found[1], int(found[2]), found[3])
    if found := _DAY_FIRST.fullmatch(text):
        return _date(found[3], int(found[2]), found[1])
    found = _IN_WORDS.fullmatch(text)
    if found and found[2][:3].casefold() in _MONTHS:
        return _date(found[3], _MONTHS.index(found[2][:3].casefold()) + 1, found[1])
    return None


def _date(year: str, month: int, day: str) -> date | None:
    try:
        return date(int(year if len(year) == _DIGITS_OF_A_YEAR else f"20{year}"), month, int(day))
    except ValueError:
        return None
