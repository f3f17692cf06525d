"""Mending: what a spreadsheet or a web page left in a text, and nobody meant."""

from __future__ import annotations

import re
from dataclasses import dataclass

_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
"""What marks where a word may be parted; it comes along when words are copied from a web page."""
_HARD_SPACE = 0xA0
"""At which no line is broken; it looks like any space, and is none to whoever compares."""
_BREAK = re.compile(r"\s*[\n\r\x0b\x0c\x85\u2028\u2029]\s*")
_SPACES = re.compile(r"[ \x00-\x1f\x7f-\x9f]{2,}|[\x00-\x1f\x7f-\x9f]")
_OPENING_DOUBLE = re.compile(r'(?:^|(?<=[\s(\[/–—‘]))"')
_OPENING_SINGLE = re.compile(r"(?:^|(?<=[\s(\[/–—“]))'(?=\w)(?![0-9]0s|twas|tis|til|em\b|cause\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Mended:
    """A text as it is to be said, and what was mended in it, in words."""

    text: str
    what: tuple[str, ...]


def words(text: str) -> Mended:
    """Return what families read: on one line, with single spaces and curly quotes."""
    line = name(text)
    curly = _curly(line.text)
    return Mended(curly, (*line.what, *(("straight quotes are curly now",) if curly != line.text else ())))


def name(text: str) -> Mended:
    """Return a name as it is, but on one line and with single spaces."""
    seen = _stripped(text)
    joined = _BREAK.sub(" ", seen)
    spaced = _stripped(_SPACES.sub(" ", joined))
    steps = (("line breaks are spaces now", joined != seen), ("spaces too many are taken out", spaced != joined))
    done = [what for what, changed in steps if changed]
    return Mended(spaced, tuple(done) or (("spaces too many are taken out",) if seen != text else ()))


def code(text: str) -> Mended:
    """Return an address, a number or an id: as a name, and without letters that nobody sees."""
    seen = text.translate({**dict.fromkeys(map(ord, _INVISIBLE)), _HARD_SPACE: " "})
    line = name(seen)
    return Mended(line.text, (*line.what, *(("letters that cannot be seen are taken out",) if seen != text else ())))


def is_blank(text: str) -> bool:
    """Whether nothing that can be seen stands in a text."""
    return not _stripped(text)


def _stripped(text: str) -> str:
    before = ""
    while before != text:
        before, text = text, text.strip().strip(_INVISIBLE)
    return text


def _curly(text: str) -> str:
    doubles = _OPENING_DOUBLE.sub("“", text).replace('"', "”")
    return _OPENING_SINGLE.sub("‘", doubles).replace("'", "’")
