"""Plain words: what a feed says, without mark-up and odd characters, as the kiosk can show it."""

from __future__ import annotations

import html
import re
from datetime import date
from unicodedata import category, normalize

from kiosk.content.workbook import mending

_LONGEST = 20_000
"""Letters of a text that are looked at; a screen holds some hundreds."""
_UNSAID = re.compile(r"<(script|style|template)\b.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL)
"""What no browser shows; where its end is missing, all that follows."""
_BLOCKS = "p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|section|article|hr|dd|dt|dl"
_BLOCK = re.compile(rf"</?(?:{_BLOCKS})\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>|<![a-z][^<>]*>", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;,…–-][”’)\]]?$")
_PARAGRAPH = re.compile(r"\n\s*\n")
_BREAK = "\x1e"
"""The control character that separates records in ASCII; none of a text’s own is left when it is put in."""
_DROPPED = ("Cs", "Cf", "Co", "Cn")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def plain_words(text: str) -> str:
    """Return a text on one line: no tags, no entities, no control characters, curly quotes, single spaces.

    What stood in blocks of its own, such as the points of a list, becomes sentences of its own.
    """
    paragraphs = text[:_LONGEST].replace(_BREAK, " ").replace("\r", "")
    stripped = _without_tags(_PARAGRAPH.sub(_BREAK, paragraphs))
    if "&" in stripped:
        stripped = _without_tags(html.unescape(stripped))
    *blocks, last = [one_line(block) for block in stripped.split(_BREAK)]
    ended = (block if _ENDED.search(block) else f"{block}." for block in blocks if block)
    return mending.words(" ".join((*ended, last))).text


def one_line(text: str) -> str:
    """Return a text with every run of blanks and control characters as one space, and nothing that cannot be shown."""
    normal = normalize("NFC", text)
    kept = "".join(" " if category(letter) == "Cc" else letter for letter in normal if category(letter) not in _DROPPED)
    return " ".join(kept.split())


def day_in_words(day: date) -> str:
    """Return a day as the kiosk says it: 23 November 2026."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _without_tags(text: str) -> str:
    return _TAG.sub("", _BLOCK.sub(_BREAK, _UNSAID.sub(" ", text)))
