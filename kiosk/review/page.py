"""The page that is printed: an index, each outcome on pages of its own, and the words they share."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kiosk.content.checks.survey import walk_every_path
from kiosk.content.content import Content
from kiosk.domain.authority import Authority
from kiosk.review import appendix, dates, index, outcome, services
from kiosk.review.style import STYLE
from kiosk.review.voices import Voices
from kiosk.review.ways import ways

_HOW = (
    "Each outcome begins on a new page: who gets there, every word that each audience reads, the rules and what they"
    " give for a sample letter, who helps, and where it was read. Read it against the law and your own practice."
    " If it is right, sign it; whoever keeps the content then writes the sign-off down. A sign-off is bound to these"
    " words and rules: when one changes, the outcome is unsigned again."
)


def page(content: Content, authority: Authority | None, only: Iterable[str]) -> str:
    """Return outcomes on one HTML page that needs nothing else; all of them, with what they share, for none named."""
    voices, found = Voices(content), ways(walk_every_path(content))
    named = list(only)
    outcomes = [each for each in content.outcomes.values() if each.id in named or not named]
    pages = "\n".join(outcome.html(voices, each, found, authority) for each in outcomes)
    title = escape(f"{voices.plain(content.title)}: for review")
    where = f" Services are also those of {escape(authority.name)}." if authority else ""
    front = f"<h1>{title}</h1><p>Content of {content.published}.{where} {_HOW}</p>{index.html(voices, outcomes)}"
    roles = services.roles_of(voices, outcomes) if named else content.roles
    shared = services.in_full(voices, roles, authority)
    shared += "" if named else dates.in_full(voices) + appendix.html(voices)
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n<style>{STYLE}</style>\n'
        f"<header>{front}</header>\n{pages}\n{shared}\n</html>\n"
    )
