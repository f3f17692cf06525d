"""The terms that nobody can do without in the database."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.reading_level.unavoidable import Unavoidable
from kiosk.content.tables.insertion import insert

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every term that counts as one short word."""
    insert(connection, "unavoidable", ((term.words, n, term.reason) for n, term in enumerate(content.unavoidable)))


def read_unavoidable(database: Database) -> tuple[Unavoidable, ...]:
    """Return every term that counts as one short word."""
    found = database.rows("SELECT * FROM unavoidable ORDER BY position")
    return tuple(Unavoidable(row["words"], row["reason"]) for row in found)
