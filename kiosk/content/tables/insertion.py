"""Putting rows into tables."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date

from kiosk.domain.response import Condition
from kiosk.domain.text import Text

Stored = str | int | None
Row = Sequence[Stored]


def insert(connection: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that have a value for every column of the table."""
    for row in rows:
        marks = ", ".join("?" * len(row))
        connection.execute(f"INSERT INTO {table} VALUES ({marks})", row)


def text_id(text: Text | None) -> str | None:
    """Return what stands for a text in a column."""
    return None if text is None else text.id


def day(value: date | None) -> str | None:
    """Return what stands for a day in a column."""
    return None if value is None else value.isoformat()


def condition_json(condition: Condition) -> str:
    """Return what stands for a condition in a column."""
    return json.dumps(condition.wanted, separators=(",", ":"))
