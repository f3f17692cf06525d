"""The glossary in the database."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.tables.facts import read_fact, write_fact
from kiosk.content.tables.insertion import insert, text_id
from kiosk.domain.glossary import Term

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every term."""
    for position, term in enumerate(content.terms):
        words = (term.name.id, term.forms.id, term.meaning.id, text_id(term.more), text_id(term.question))
        insert(connection, "term", [(term.id, position, *words)])
        write_fact(connection, f"term.{term.id}", term.fact)


def read_terms(database: Database) -> tuple[Term, ...]:
    """Return every term, in order."""
    return tuple(
        Term(
            id=row["id"],
            name=database.text(row["name"]),
            forms=database.text(row["forms"]),
            meaning=database.text(row["meaning"]),
            more=database.optional_text(row["more"]),
            question=database.optional_text(row["question"]),
            fact=read_fact(database, f"term.{row['id']}"),
        )
        for row in database.rows("SELECT * FROM term ORDER BY position")
    )
