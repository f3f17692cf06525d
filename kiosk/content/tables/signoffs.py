"""Sign-offs in the database."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.signoffs import SignOff
from kiosk.content.tables.insertion import day, insert

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every sign-off."""
    insert(connection, "sign_off", ((n, s.outcome, s.hash, s.by, day(s.on)) for n, s in enumerate(content.signoffs)))


def read_signoffs(database: Database) -> tuple[SignOff, ...]:
    """Return every sign-off, the oldest first."""
    found = database.rows("SELECT * FROM sign_off ORDER BY position")
    return tuple(
        SignOff(row["outcome"], row["hash"], row["signed_by"], date.fromisoformat(row["signed_on"])) for row in found
    )
