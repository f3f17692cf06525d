"""Reading the terms that nobody can do without."""

from __future__ import annotations

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading_level.unavoidable import Unavoidable


def unavoidable(draft: Draft) -> tuple[Unavoidable, ...]:
    """Return every term that counts as one short word."""
    entry = files.file(draft, "unavoidable.toml")
    found = tuple(_term(below) for below in entry.entries("term"))
    entry.close()
    return found


def _term(entry: Entry) -> Unavoidable:
    term = Unavoidable(entry.string("words"), entry.string("reason"))
    entry.claim(f"unavoidable.{term.words}")
    entry.close()
    return term
