"""One content database, opened for reading: that it is ours and of this format, its rows, and what damage becomes."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import date
from functools import cached_property
from pathlib import Path

from kiosk.domain.response import ALWAYS, Condition
from kiosk.domain.text import Text
from kiosk.errors import ContentError, ContentTooNewError

APPLICATION_ID = int.from_bytes(b"SEND", "big")
"""What marks a database as ours."""
SCHEMA_VERSION = 7
"""The format that this program writes and reads; it changes with `schema.sql`."""

_LONGEST_REASON = 200
_SENSELESS = (
    sqlite3.Error,
    OSError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    ArithmeticError,
    RecursionError,
)
"""What is raised where nobody can make sense of what is stored: JSON may be nested too deeply, a number too large."""


class Database:
    """The rows of one content database. What cannot be read becomes a ContentError."""

    def __init__(self, path: Path) -> None:
        """Open a database read-only.

        Raises ContentTooNewError for a newer format, ContentError for what is missing, damaged or not ours.
        """
        self._path = path
        self._connection = _open(path)
        try:
            with self.reading():
                self._prove_ours()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the database; nothing can be read any more."""
        self._connection.close()

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Turn every failure to make sense of what is stored into a ContentError."""
        with reading(self._path):
            yield

    def rows(self, query: str, *values: str | None) -> list[sqlite3.Row]:
        """Return every row of a query."""
        with closing(self._connection.execute(query, values)) as cursor:
            return cursor.fetchall()

    def row(self, query: str, *values: str | None) -> sqlite3.Row:
        """Return the one row of a query; raise LookupError where there is none."""
        found = self.rows(query, *values)
        if not found:
            raise LookupError(f"nothing is stored for {', '.join(map(str, values)) or query}")
        return found[0]

    def text(self, text_id: str) -> Text:
        """Return the text of an id."""
        variants = self._variants.get(text_id)
        return Text(text_id, variants) if variants else Text(text_id)

    def optional_text(self, text_id: str | None) -> Text | None:
        """Return the text of an id, or None for none."""
        return None if text_id is None else self.text(text_id)

    def verify(self) -> None:
        """Read all of the database; raise ContentError where it is damaged or a reference leads nowhere."""
        with self.reading():
            [result] = self.rows("PRAGMA integrity_check(1)")[0]
            if result != "ok":
                raise ValueError(result)
            lost = self.rows("PRAGMA foreign_key_check")
            if lost:
                raise ValueError(f"{lost[0]['table']} refers to what is not there")

    @cached_property
    def _variants(self) -> Mapping[str, frozenset[str]]:
        found = self.rows("SELECT id, variants FROM text WHERE variants <> ''")
        return {row["id"]: frozenset(row["variants"].split()) for row in found}

    def _prove_ours(self) -> None:
        if self._number("application_id") != APPLICATION_ID:
            raise ContentError(f"{self._path} is not a content database. Build one with `send-kiosk content build`.")
        if self._number("page_count") * self._number("page_size") != self._path.stat().st_size:
            raise ContentError(f"{self._path} was cut short. Put a good copy in its place.")
        self._prove_format(self._number("user_version"))

    def _prove_format(self, version: int) -> None:
        known = f"this program reads {SCHEMA_VERSION}"
        if version > SCHEMA_VERSION:
            raise ContentTooNewError(f"{self._path} has format {version}; {known}. Update the program.")
        if version < SCHEMA_VERSION:
            raise ContentError(f"{self._path} has the old format {version}; {known}. Build it again.")

    def _number(self, pragma: str) -> int:
        number: int = self.row(f"PRAGMA {pragma}")[0]
        return number


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Turn every failure to make sense of what a database holds into a ContentError."""
    try:
        yield
    except _SENSELESS as error:
        raise ContentError(f"{path} is damaged ({_told(error)}). Put a good copy in its place.") from error


def condition(stored: str) -> Condition:
    """Return a condition from its JSON."""
    if stored == "[]":
        return ALWAYS
    return Condition(tuple((question, tuple(values)) for question, values in json.loads(stored)))


def optional_day(stored: str | None) -> date | None:
    """Return a day from its column, or None for none."""
    return None if stored is None else date.fromisoformat(stored)


def _told(error: Exception) -> str:
    """Return what an error says on one line: SQLite quotes what is stored, and that may be anything."""
    line = " ".join(str(error).split())
    return "".join(letter for letter in line if letter.isprintable())[:_LONGEST_REASON]


def _open(path: Path) -> sqlite3.Connection:
    try:
        if not path.is_file():
            raise ContentError(f"There is no content database {path}. Build one with `send-kiosk content build`.")
        address = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
        # New content is opened off the screen's thread and then handed to it: one thread at a time, but not the same.
        connection = sqlite3.connect(address, uri=True, check_same_thread=False)
    except (sqlite3.Error, OSError) as error:
        raise ContentError(f"{path} cannot be opened ({error}).") from error
    connection.row_factory = sqlite3.Row
    return connection
