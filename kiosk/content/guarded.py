"""A content database that may hold anything: opened without trust, and read only within a measure.

Whatever the file holds, opening and verifying it ends soon, in what is ours or in a ContentError.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from kiosk.content.database import Database
from kiosk.errors import ContentError

MOST_BYTES = 64 * 1024 * 1024
"""How large a content database may be: forty times what all of England needs today."""
MOST_ROWS: Mapping[str, int] = MappingProxyType(
    {
        "text": 20_000,
        "language": 60,
        "words": 250_000,
        "source": 10_000,
        "fact": 12_000,
        "citation": 40_000,
        "flow": 50,
        "question": 400,
        "option": 2_000,
        "branch": 4_000,
        "subject": 20,
        "rule_group": 200,
        "rule": 400,
        "rule_version": 800,
        "bank_holiday": 2_000,
        "term": 100,
        "role_group": 30,
        "role": 200,
        "fallback_role": 1_000,
        "step": 1_000,
        "step_input": 4_000,
        "outcome": 500,
        "outcome_row": 2_000,
        "route": 2_000,
        "route_step": 8_000,
        "watch_out": 3_000,
        "law": 3_000,
        "authority": 1_000,
        "organization": 8_000,
        "service": 8_000,
        "service_role": 20_000,
        "phone": 16_000,
        "schedule": 16_000,
        "map_row": 500,
        "map_right": 2_000,
        "used_right": 10,
        "unavoidable": 300,
        "sign_off": 5_000,
        "content": 1,
    }
)
"""How many rows of a table are read: several times what all of England needs today."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 40,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 50,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 2,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
"""What SQLite itself is held to: bytes of a value, a row or a statement, and how a schema may be nested."""
_CAUTIONS = ("trusted_schema = OFF", "cell_size_check = ON", "query_only = ON", "temp_store = MEMORY", "mmap_size = 0")
_STEPS_TO_OPEN = 20_000
"""Steps of SQLite's virtual machine: enough to read our schema. One of many thousand tables would take hours."""
_STEPS_TO_READ = 40_000_000
"""A second or two: a hundred times what our own content takes."""
_LOOK_EVERY = 1_000
_REMEDY = " Put a good copy in its place."
_OBJECTS = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT 200"


class GuardedDatabase(Database):
    """The rows of one content database, of exactly our schema and within the measure."""

    def __init__(self, path: Path) -> None:
        """Open a database read-only.

        Raises ContentTooNewError for a newer format, ContentError for what is missing, damaged, not ours, or more than
        any content is.
        """
        self._steps_left = _STEPS_TO_OPEN
        _prove_size(path)
        super().__init__(path)

    def rows(self, query: str, *values: str | None) -> list[sqlite3.Row]:
        """Return every row of a query; raise ContentError where it goes on and on."""
        try:
            return super().rows(query, *values)
        except sqlite3.OperationalError as error:
            if self._steps_left > 0:
                raise
            raise ContentError(f"{self._path} takes more work to read than any content.{_REMEDY}") from error

    def _prove_ours(self) -> None:
        for limit, most in _LIMITS.items():
            self._connection.setlimit(limit, most)
        self._connection.set_progress_handler(self._look, _LOOK_EVERY)
        for caution in _CAUTIONS:
            self.rows(f"PRAGMA {caution}")
        super()._prove_ours()
        self._prove_schema()
        self._steps_left = _STEPS_TO_READ
        self._prove_measure()

    def _look(self) -> bool:
        """Say whether SQLite has to stop."""
        self._steps_left -= _LOOK_EVERY
        return self._steps_left <= 0

    def _prove_schema(self) -> None:
        """A view, a trigger or another table would run statements of somebody else."""
        if [tuple(row) for row in self.rows(_OBJECTS)] != _our_objects():
            raise ContentError(f"{self._path} does not have the tables of a content database.{_REMEDY}")

    def _prove_measure(self) -> None:
        for table, most in MOST_ROWS.items():
            count = self.row(f"SELECT count(*) FROM {table}")[0]
            if count > most:
                raise ContentError(f"{self._path} has {count} rows of “{table}”; {most} is the most.{_REMEDY}")


def _prove_size(path: Path) -> None:
    try:
        size = path.stat().st_size if path.is_file() else 0
    except OSError as error:
        raise ContentError(f"{path} cannot be opened ({error.strerror}).") from error
    if size > MOST_BYTES:
        raise ContentError(f"{path} has {size} bytes; no content has more than {MOST_BYTES}.{_REMEDY}")


@cache
def _our_objects() -> list[tuple[str, ...]]:
    """Return what our own schema makes in a database that is new."""
    schema = files("kiosk.content").joinpath("schema.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema)
        return connection.execute(_OBJECTS).fetchall()
