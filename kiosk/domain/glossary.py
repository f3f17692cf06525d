"""The glossary: words of law and of services, explained where they are met."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.domain.fact import Fact
from kiosk.domain.text import Text, Words

OR = "|"
"""Parts the forms of a term."""


@dataclass(frozen=True)
class Term:
    """A word to explain. `forms` are the ways it is written, parted by `OR`; `more` explains at greater length.

    `question` is what many ask about it, where it is worth an explainer of its own: "What is mediation?"
    """

    id: str
    name: Text
    forms: Text
    meaning: Text
    fact: Fact
    more: Text | None = None
    question: Text | None = None

    def stands_in(self, said: str, words: Words) -> bool:
        """Say whether any form of the term stands in what is said, as whole words and in small or large letters."""
        forms = "|".join(re.escape(form.strip()) for form in words(self.forms).split(OR))
        return re.search(rf"\b(?:{forms})\b", said, re.IGNORECASE) is not None


def terms_in(terms: Iterable[Term], said: Iterable[str], words: Words) -> tuple[Term, ...]:
    """Return the terms that stand in what is said, in the order of the glossary."""
    together = "\n".join(said)
    return tuple(term for term in terms if term.stands_in(together, words))
