"""Plain words: what a feed says, without mark-up and odd characters, as the kiosk can show it."""

from __future__ import annotations

import html
import re
from unicodedata import category, normalize

_LONGEST = 20_000
"""Letters of a text that are looked at; a screen holds some hundreds."""
_UNSAID = re.compile(r"<(script|style|template)\b.*?</\1\s*>|<!--.*?-->", re.IGNORECASE | re.DOTALL)
_BLOCK = re.compile(r"</?(?:p|br|div|li|ul|ol|h[1-6]|tr|td|th|table|section|article|hr|dd|dt|dl)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>|<![a-z][^<>]*>", re.IGNORECASE)
_ENDED = re.compile(r"[.!?:;,…–-][”’)\]]?$")
_BREAK = "\n"
_DROPPED = ("Cs", "Cf", "Co", "Cn")
_QUOTES = (
    (re.compile(r"(^|[\s(\[–—])\"(?=\S)"), r"\1“"),
    (re.compile(r"\""), "”"),
    (re.compile(r"(^|[\s(\[“–—])'(?=\S)"), r"\1‘"),
    (re.compile(r"'"), "’"),
)


def plain_words(text: str) -> str:
    """Return a text on one line: no tags, no entities, no control characters, curly quotes, single spaces.

    What stood in blocks of its own, such as the points of a list, becomes sentences of its own.
    """
    stripped = _without_tags(text[:_LONGEST])
    if "&" in stripped:
        stripped = _without_tags(html.unescape(stripped))
    lines = [one_line(line) for line in stripped.split(_BREAK)]
    words = " ".join(line if _ENDED.search(line) else f"{line}." for line in lines[:-1] if line)
    words = f"{words} {lines[-1]}".strip()
    for straight, curly in _QUOTES:
        words = straight.sub(curly, words)
    return words


def one_line(text: str) -> str:
    """Return a text with every run of blanks and control characters as one space, and nothing that cannot be shown."""
    normal = normalize("NFC", text)
    kept = "".join(" " if category(letter) == "Cc" else letter for letter in normal if category(letter) not in _DROPPED)
    return " ".join(kept.split())


def _without_tags(text: str) -> str:
    return _TAG.sub("", _BLOCK.sub(_BREAK, _UNSAID.sub(" ", text)))
