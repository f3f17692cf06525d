"""Sources, facts and citations in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from kiosk.content.database import Database, optional_day
from kiosk.content.tables.insertion import day, insert
from kiosk.domain.fact import Fact, Source

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write_sources(connection: sqlite3.Connection, content: Content) -> None:
    """Write the source register."""
    for position, source in enumerate(content.sources.values()):
        about = (source.title, source.address, day(source.read_on), source.apparent_date)
        insert(connection, "source", [(source.id, position, *about)])


def write_fact(connection: sqlite3.Connection, said: str, fact: Fact) -> None:
    """Write the provenance of one thing said."""
    reviewed = (day(fact.reviewed_on), day(fact.review_by), fact.reviewer)
    insert(connection, "fact", [(said, *reviewed, day(fact.effective_from), day(fact.effective_to))])
    write_citations(connection, said, fact.sources)


def write_citations(connection: sqlite3.Connection, said: str, sources: Sequence[str]) -> None:
    """Write which sources one thing said has."""
    insert(connection, "citation", ((said, position, source) for position, source in enumerate(sources)))


def read_sources(database: Database, ids: Iterable[str]) -> tuple[Source, ...]:
    """Return the sources with these ids, in this order."""
    return tuple(_source(database.row("SELECT * FROM source WHERE id = ?", id_)) for id_ in ids)


def read_register(database: Database) -> dict[str, Source]:
    """Return every source by its id."""
    return {row["id"]: _source(row) for row in database.rows("SELECT * FROM source ORDER BY position")}


def read_fact(database: Database, said: str) -> Fact:
    """Return the provenance of one thing said."""
    row = database.row("SELECT * FROM fact WHERE id = ?", said)
    return Fact(
        sources=read_citations(database, said),
        reviewed_on=date.fromisoformat(row["reviewed_on"]),
        review_by=date.fromisoformat(row["review_by"]),
        reviewer=row["reviewer"],
        effective_from=optional_day(row["effective_from"]),
        effective_to=optional_day(row["effective_to"]),
    )


def read_citations(database: Database, said: str) -> tuple[str, ...]:
    """Return the ids of the sources of one thing said."""
    found = database.rows("SELECT source FROM citation WHERE said = ? ORDER BY position", said)
    return tuple(row["source"] for row in found)


def _source(row: sqlite3.Row) -> Source:
    return Source(row["id"], row["title"], row["address"], date.fromisoformat(row["read_on"]), row["apparent_date"])
