"""Choices: what a drop-down offers, in words that an officer reads, and the id of each."""

from __future__ import annotations

from collections.abc import Mapping


class Choices:
    """Some words, each standing for an id; two ids with the same word are told apart by the ids."""

    def __init__(self, words: Mapping[str, str]) -> None:
        seen = [_plain(word) for word in words.values()]
        self._words = {id_: word if seen.count(_plain(word)) == 1 else f"{word} ({id_})" for id_, word in words.items()}
        self._ids = {_plain(id_): id_ for id_ in words} | {_plain(word): id_ for id_, word in self._words.items()}

    @property
    def words(self) -> tuple[str, ...]:
        """What is offered, in its order."""
        return tuple(self._words.values())

    def word(self, id_: str) -> str:
        """Return the word of an id; the id itself where it has none."""
        return self._words.get(id_, id_)

    def id(self, word: str) -> str | None:
        """Return the id of a word, whatever its capitals; the id itself will do too. None where nothing is meant."""
        return self._ids.get(_plain(word))


def _plain(word: str) -> str:
    return " ".join(word.casefold().split())


FIXED: Mapping[str, Choices] = {
    "type": Choices({"voice": "Phone", "textphone": "Textphone", "text": "Text message"}),
    "confidence": Choices({"high": "High", "medium": "Medium"}),
}
"""What is offered everywhere, by the key of its column; roles come from the content."""
