"""Phone numbers as spreadsheets and people leave them, put as they are said in the United Kingdom."""

from __future__ import annotations

import re

_INTERNATIONAL = re.compile(r"(?:\+|00) ?44[ -.]?(?:\(0\))? ?")
_JOINED = re.compile(r"[-().–/ ]+")
_DIGITS = re.compile(r"(\+44 ?)?[0-9 ]+")


def of_digits(number: int) -> str:
    """Return the phone number that a spreadsheet took for a number, and so lost its first 0 or its +.

    Without its 0 a number of the United Kingdom has 9 or 10 digits; with the country's 44 before it, 2 more. Empty
    where it can be neither.
    """
    digits = str(number)
    if len(digits) in (9, 10):
        return f"0{digits}"
    if len(digits) in (11, 12) and digits.startswith("44"):
        return f"+44 {digits[2:]}"
    return ""


def of_text(text: str) -> str:
    """Return a number without brackets and hyphens; as it is where nothing, or something else, is wrong with it."""
    if _DIGITS.fullmatch(text) and not text.startswith("00"):
        return text
    country = "+44 " if _INTERNATIONAL.match(text) else ""
    number = country + _JOINED.sub(" ", _INTERNATIONAL.sub("", text, count=1) if country else text).strip()
    return number if _DIGITS.fullmatch(number) else text
