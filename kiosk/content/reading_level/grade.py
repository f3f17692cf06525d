"""The grade: Flesch and Kincaid's formula, which sees how long sentences and words are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.content.reading_level.syllables import syllables
from kiosk.content.reading_level.unavoidable import Unavoidables

_SENTENCE_END = re.compile(r"(?<=[.!?])[”’)]*\s+")
_NAMED_LONGEST = 3


@dataclass(frozen=True)
class Level:
    """How hard something is to read: years of school, and the longest words in it."""

    grade: float
    longest: tuple[str, ...]


def sentences(words: str) -> list[str]:
    """Return the sentences of a text; what has no full stop, such as a title, is one."""
    return _SENTENCE_END.split(words)


def level(texts: Iterable[str], short: Unavoidables) -> Level:
    """Return how hard texts are to read that stand on a screen together; there has to be a word."""
    said = [short.shortened(sentence) for text in texts for sentence in sentences(text)]
    counts = {word: _syllables(word) for sentence in said for word in sentence}
    words = sum(map(len, said))
    spoken = sum(counts[word] for sentence in said for word in sentence)
    grade = 0.39 * words / len(said) + 11.8 * spoken / words - 15.59
    longest = sorted(counts, key=lambda word: -counts[word])[:_NAMED_LONGEST]
    return Level(grade, tuple(longest))


def _syllables(word: str) -> int:
    """Return the syllables of a word; a number, a form's name or an address is short to whoever looks for it."""
    return syllables(word) if word.replace("’", "").isalpha() else 1
