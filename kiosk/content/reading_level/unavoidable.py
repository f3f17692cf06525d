"""Terms that nobody can do without: each counts as one short word, however long it is."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHORT = "it"
"""What a term counts as."""

_PIECE = re.compile(r"\w+(?:[’.@]\w+)*")


@dataclass(frozen=True)
class Unavoidable:
    """A name or a word of the law, and why the kiosk cannot do without it."""

    words: str
    reason: str


class Unavoidables:
    """Names and words of the law, found in a sentence whatever their capitals, alone or as several with an s."""

    def __init__(self, terms: Iterable[str]) -> None:
        self._terms: set[tuple[str, ...]] = set()
        self._lengths: defaultdict[str, set[int]] = defaultdict(set)
        for term in terms:
            words = tuple(_plain(piece) for piece in pieces(term))
            for found in (words, (*words[:-1], f"{words[-1]}s")):
                self._terms.add(found)
                self._lengths[found[0]].add(len(found))

    def shortened(self, sentence: str) -> list[str]:
        """Return the words of a sentence, with a short one for each term."""
        return list(self._shortened(pieces(sentence)))

    def _shortened(self, words: Sequence[str]) -> Iterator[str]:
        plain = [_plain(word) for word in words]
        place = 0
        while place < len(words):
            length = self._length_at(plain, place)
            yield SHORT if length else words[place]
            place += length or 1

    def _length_at(self, plain: Sequence[str], place: int) -> int:
        """Return how many words the longest term has that begins at a place; 0 where none does."""
        lengths = self._lengths.get(plain[place], ())
        return max((each for each in lengths if tuple(plain[place : place + each]) in self._terms), default=0)


def pieces(sentence: str) -> list[str]:
    """Return the words of a sentence; one with a hyphen in it is two."""
    return _PIECE.findall(sentence)


def _plain(piece: str) -> str:
    return piece.casefold().removesuffix("’s")
