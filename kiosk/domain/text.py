"""Texts: what is said, apart from the words it is said in.

A domain object holds a `Text`: a stable id and the audiences that have words of their own. The words themselves, in the
visitor's language, come from `Words`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

AUDIENCES = ("parent", "young-person", "helper")
"""Who may be asking; the first is assumed until the visitor has said."""


@dataclass(frozen=True)
class Text:
    """Something said, by its stable id; `variants` are the audiences with words of their own."""

    id: str
    variants: frozenset[str] = field(default_factory=frozenset)

    def words_id(self, audience: str) -> str:
        """Return the id of the words for this audience: `id`, or `id@audience` where a variant exists."""
        return f"{self.id}@{audience}" if audience in self.variants else self.id


@dataclass(frozen=True)
class Words:
    """The words of one language, for one audience. `lookup` gives the words of a words id."""

    language: str
    lookup: Callable[[str], str]
    audience: str = AUDIENCES[0]

    def for_audience(self, audience: str) -> Words:
        """Return the same language, speaking to another audience."""
        return Words(self.language, self.lookup, audience)

    def __call__(self, text: Text | None) -> str:
        """Return the words of a text; none for no text."""
        return "" if text is None else self.lookup(text.words_id(self.audience))

    def phrase(self, name: str, **values: object) -> str:
        """Return the phrase of `phrases.toml` with its placeholders filled."""
        return self.lookup(f"phrase.{name}").format(**values)
