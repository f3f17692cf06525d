"""Authorities in the database."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kiosk.content.database import Database, optional_day
from kiosk.content.tables.insertion import day, insert, text_id
from kiosk.domain.authority import Authority

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every authority."""
    for position, authority in enumerate(content.authorities.values()):
        names = (authority.name, authority.official_name, authority.kind, authority.region)
        valid = (day(authority.valid_from), day(authority.valid_to))
        other = (authority.succeeds or None, authority.provisional, text_id(authority.notice))
        insert(connection, "authority", [(authority.code, position, *names, *valid, *other)])


def read_authorities(database: Database) -> tuple[Authority, ...]:
    """Return every authority."""
    return tuple(_authority(database, row) for row in database.rows("SELECT * FROM authority ORDER BY position"))


def read_authority(database: Database, code: str) -> Authority | None:
    """Return the authority with this code, or None."""
    found = database.rows("SELECT * FROM authority WHERE code = ?", code)
    return next((_authority(database, row) for row in found), None)


def _authority(database: Database, row: sqlite3.Row) -> Authority:
    return Authority(
        code=row["code"],
        name=row["name"],
        official_name=row["official_name"],
        kind=row["kind"],
        region=row["region"],
        valid_from=optional_day(row["valid_from"]),
        valid_to=optional_day(row["valid_to"]),
        succeeds=row["succeeds"] or "",
        provisional=bool(row["provisional"]),
        notice=database.optional_text(row["notice"]),
    )
