"""The map of disagreements in the database."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kiosk.content.database import Database, condition
from kiosk.content.disagreements import DisagreementMap, Row
from kiosk.content.tables.facts import read_citations, write_citations
from kiosk.content.tables.insertion import condition_json, insert
from kiosk.domain.outcome import RouteKind

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every row, its rights, and which answers use one up."""
    for position, row in enumerate(content.disagreements.rows.values()):
        insert(connection, "map_row", [(row.id, position, row.title)])
        insert(connection, "map_right", ((row.id, n, right) for n, right in enumerate(row.rights)))
        write_citations(connection, f"row.{row.id}", row.sources)
    used = content.disagreements.used.items()
    insert(connection, "used_right", ((right, n, condition_json(when)) for n, (right, when) in enumerate(used)))


def read_disagreements(database: Database) -> DisagreementMap:
    """Return the whole map."""
    rows = database.rows("SELECT * FROM map_row ORDER BY position")
    used = database.rows("SELECT * FROM used_right ORDER BY position")
    return DisagreementMap(
        rows={row["id"]: _row(database, row) for row in rows},
        used={RouteKind(right["kind"]): condition(right["condition"]) for right in used},
    )


def _row(database: Database, row: sqlite3.Row) -> Row:
    found = database.rows("SELECT kind FROM map_right WHERE map_row = ? ORDER BY position", row["id"])
    rights = tuple(RouteKind(right["kind"]) for right in found)
    return Row(row["id"], row["title"], rights, read_citations(database, f"row.{row['id']}"))
