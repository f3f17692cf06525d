"""Rules of the glossary: every term is met somewhere, and explains itself without itself."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.domain.text import Words
from kiosk.errors import Problem

_SAID = ("flow.", "outcome.", "step.", "role.", "rule.")


def terms_are_met(content: Content) -> Iterator[Problem]:
    """Every term stands in some question, outcome, step, role or rule: otherwise nobody can ask for it."""
    english = content.words[ENGLISH]
    words = Words(ENGLISH, english.__getitem__)
    said = "\n".join(each for words_id, each in english.items() if words_id.startswith(_SAID))
    for term in content.terms:
        if not term.stands_in(said, words):
            yield content.problem(f"term.{term.id}", "Nothing that is said has this word in it. Take it out.")
