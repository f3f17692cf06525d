"""Reading the glossary."""

from __future__ import annotations

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading.facts import fact
from kiosk.content.reading.texts import optional_text, plain, text
from kiosk.domain.glossary import Term


def terms(draft: Draft) -> tuple[Term, ...]:
    """Return every term of the glossary, by the name of its file."""
    return tuple(_term(stem, entry) for stem, entry in files.folder(draft, "glossary"))


def _term(stem: str, entry: Entry) -> Term:
    id_ = entry.identity()
    if id_ and id_ != stem:
        entry.complain(f"The id is “{id_}”, but the file is called “{stem}”. Make them the same.")
    entry.claim(f"term.{id_}")
    term = Term(
        id=id_,
        name=text(entry, "name", f"term.{id_}.name"),
        forms=plain(entry, "forms", f"term.{id_}.forms"),
        meaning=text(entry, "meaning", f"term.{id_}.meaning"),
        more=optional_text(entry, "more", f"term.{id_}.more"),
        question=optional_text(entry, "question", f"term.{id_}.question"),
        fact=fact(entry),
    )
    entry.close()
    return term
