"""Rules of plain English: a screen can be read by somebody who left school early."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.reading_level.grade import Level, level
from kiosk.content.reading_level.screens import Screen, screens
from kiosk.content.reading_level.unavoidable import Unavoidables
from kiosk.errors import Problem

MOST_YEARS = 6
"""Years of school that a screen may ask for, by Flesch and Kincaid."""


def reading_level(content: Content) -> Iterator[Problem]:
    """Every screen reads at grade 6 or under; terms of unavoidable.toml, and a service’s own name, are short."""
    known = [term.words for term in content.unavoidable]
    everywhere = Unavoidables(known)
    for screen in screens(content):
        short = Unavoidables([*known, *screen.names]) if screen.names else everywhere
        hardest, audience = _hardest(content, screen, short)
        if hardest.grade > MOST_YEARS:
            longest = ", ".join(hardest.longest)
            much = f"Reads at grade {hardest.grade:.1f}; {MOST_YEARS} is the most."
            said = f"{much} Write shorter words and sentences. The longest words are: {longest}."
            yield content.problem(screen.key, f"({audience}) {said}" if audience else said)


def terms_are_used(content: Content) -> Iterator[Problem]:
    """Every term that counts as a short word is said somewhere."""
    said = "\n".join(content.words[ENGLISH].values()).casefold()
    for term in content.unavoidable:
        if term.words.casefold() not in said:
            yield content.problem(f"unavoidable.{term.words}", "Nothing says this term. Take it out.")


def _hardest(content: Content, screen: Screen, short: Unavoidables) -> tuple[Level, str]:
    """Return the level of what is hardest to read, and to whom it is said; empty for everybody."""
    levels = ((level(texts, short), audience) for audience, texts in screen.said(content).items())
    return max(levels, key=lambda found: found[0].grade)
