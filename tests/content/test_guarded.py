"""A guarded database: of exactly our schema and within the measure, or refused in a sentence, whatever a file holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.content import guarded
from kiosk.content.build import build
from kiosk.content.database import APPLICATION_ID, SCHEMA_VERSION
from kiosk.content.guarded import MOST_BYTES, MOST_ROWS, GuardedDatabase
from kiosk.errors import ContentError, ContentTooNewError
from tests.samples import TODAY, Sample

ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
TABLES = "does not have the tables of a content database"

Change = Callable[[sqlite3.Connection], object]


@pytest.fixture
def database(sample: Sample, tmp_path: Path) -> Path:
    build(sample.folder, tmp_path / "content.db", TODAY)
    return tmp_path / "content.db"


def changed(database: Path, change: Change) -> Path:
    """Change a database as somebody may who keeps to none of its rules."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        change(connection)
    return database


def script(statements: str) -> Change:
    return lambda connection: connection.executescript(statements)


def opened(database: Path) -> None:
    """Open, verify, close."""
    with closing(GuardedDatabase(database)) as found:
        found.verify()


def test_what_was_built_is_opened(database: Path) -> None:
    opened(database)


STRANGE = {
    "another table": "CREATE TABLE more (id TEXT)",
    "another index": "CREATE INDEX more ON words (words)",
    "an index on an expression": "CREATE INDEX more ON words (upper(words))",
    "a view": "CREATE VIEW more AS SELECT 1",
    "a view that never ends": f"CREATE VIEW more AS {ENDLESS}",
    "a view in place of a table": f"DROP TABLE content; CREATE VIEW content AS {ENDLESS}",
    "a trigger": "CREATE TRIGGER more AFTER INSERT ON words BEGIN DELETE FROM words; END",
    "a virtual table": "CREATE VIRTUAL TABLE more USING dbstat",
    "a virtual table in place of a table": "DROP TABLE content; CREATE VIRTUAL TABLE content USING dbstat",
    "a module that is not there": "INSERT INTO sqlite_schema VALUES"
    " ('table', 'more', 'more', 0, 'CREATE VIRTUAL TABLE more USING absent(a)')",
    "a column that is worked out": "ALTER TABLE words ADD COLUMN more TEXT GENERATED ALWAYS AS (upper(words)) VIRTUAL",
    "one more column": "ALTER TABLE words ADD COLUMN more TEXT",
    "a column with another name": "ALTER TABLE words RENAME COLUMN words TO said",
    "a column less": "ALTER TABLE sign_off DROP COLUMN hash",
    "a table with another name": "ALTER TABLE words RENAME TO said",
    "a table less": "DROP TABLE sign_off",
    "an index less": "DROP INDEX text_with_variants",
    "statistics": "ANALYZE",
    "a table that is not strict": "DROP TABLE bank_holiday; CREATE TABLE bank_holiday (day TEXT PRIMARY KEY)",
    "another comment": "UPDATE sqlite_schema SET sql = replace(sql, '--', '-- really')",
}


@pytest.mark.parametrize("statements", STRANGE.values(), ids=STRANGE)
def test_another_schema_is_refused(database: Path, statements: str) -> None:
    with pytest.raises(ContentError, match=TABLES):
        opened(changed(database, script(statements)))


@pytest.mark.parametrize(
    "statements",
    [
        "UPDATE sqlite_schema SET sql = 'nonsense' WHERE name = 'words'",
        "UPDATE sqlite_schema SET rootpage = 99999 WHERE name = 'words'",
        "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'text')"
        " WHERE name = 'words'",
        "UPDATE sqlite_schema SET sql = NULL, name = x'00ff' WHERE name = 'words'",
    ],
)
def test_a_schema_that_is_damaged_is_refused(database: Path, statements: str) -> None:
    with pytest.raises(ContentError):
        opened(changed(database, script(statements)))


@pytest.mark.parametrize("kind", ["table", "view"])
def test_a_schema_of_many_thousand_things_is_refused_before_it_is_read(database: Path, kind: str) -> None:
    """SQLite takes hours for a large one: for each table it looks at all those before."""
    what = {"table": "CREATE TABLE more{0} (a)", "view": "CREATE VIEW more{0} AS SELECT 1"}[kind]
    rows = ((kind, f"more{n}", f"more{n}", 2 if kind == "table" else 0, what.format(n)) for n in range(20_000))

    def fill(connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO sqlite_schema VALUES (?, ?, ?, ?, ?)", rows)
        connection.execute("COMMIT")

    with pytest.raises(ContentError, match="takes more work to read than any content"):
        opened(changed(database, fill))


def test_a_statement_that_is_too_long_is_refused(database: Path) -> None:
    long = f"CREATE VIEW more AS SELECT '{'x' * 200_000}'"
    with pytest.raises(ContentError, match="too big"):
        opened(changed(database, script(long)))


def test_a_value_that_is_too_large_is_refused(database: Path) -> None:
    changed(database, script("UPDATE words SET words = hex(zeroblob(60000)) WHERE id = 'content.title'"))
    with closing(GuardedDatabase(database)) as found, pytest.raises(ContentError, match="too big"), found.reading():
        found.rows("SELECT words FROM words")


def test_a_value_of_another_kind_is_refused(database: Path) -> None:
    """Though the table is strict: it was written as one that is not."""
    strict = "UPDATE sqlite_schema SET sql = sql || ' STRICT' WHERE name = 'content'"
    loose = "UPDATE sqlite_schema SET sql = replace(sql, ' STRICT', '') WHERE name = 'content'"
    changed(database, script(loose))
    with pytest.raises(ContentError, match=r"is damaged .*content\.published"):
        opened(changed(database, script(f"UPDATE content SET published = x'00'; {strict}")))


def test_the_measure_knows_every_table(database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    assert {name for (name,) in found} == MOST_ROWS.keys()


def test_more_rows_than_any_content_has_are_refused(database: Path) -> None:
    many = f"{ENDLESS} LIMIT 2001"
    with pytest.raises(ContentError, match=r"has \d+ rows of “bank_holiday”; 2000 is the most"):
        opened(changed(database, script(f"DELETE FROM bank_holiday; INSERT INTO bank_holiday {many}")))


def test_a_file_larger_than_any_content_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    with (tmp_path / "content.db").open("wb") as file:
        file.truncate(MOST_BYTES + 1)  # ten thousand times as fast as writing it
    with pytest.raises(ContentError, match="no content has more than"):
        opened(tmp_path / "content.db")


def test_work_without_end_is_stopped(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.guarded._STEPS_TO_READ", 100_000)
    with closing(GuardedDatabase(database)) as found, pytest.raises(ContentError, match="more work to read"):
        found.rows(ENDLESS)


def test_what_fails_otherwise_is_damage(database: Path) -> None:
    with closing(GuardedDatabase(database)) as found, pytest.raises(ContentError, match="is damaged"), found.reading():
        found.rows("SELECT nothing FROM nowhere")


def test_nothing_can_be_written_or_attached(database: Path) -> None:
    with closing(GuardedDatabase(database)) as found:
        for statement in ("DELETE FROM words", "ATTACH ':memory:' AS more"):
            with pytest.raises(ContentError), found.reading():
                found.rows(statement)


def test_a_newer_format_is_told_as_one(database: Path) -> None:
    newer = f"CREATE TABLE more (id TEXT); PRAGMA user_version = {SCHEMA_VERSION + 1}"
    with pytest.raises(ContentTooNewError, match="Update the program"):
        opened(changed(database, script(newer)))


def test_an_empty_database_that_says_it_is_ours_is_refused(tmp_path: Path) -> None:
    says = f"PRAGMA application_id = {APPLICATION_ID}; PRAGMA user_version = {SCHEMA_VERSION}; CREATE TABLE a (b)"
    with pytest.raises(ContentError, match=TABLES):
        opened(changed(tmp_path / "content.db", script(says)))


def test_what_cannot_be_looked_at_is_one_sentence(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refused)
    with pytest.raises(ContentError, match=r"content.db cannot be opened \(Permission denied\)"):
        opened(database)


def test_a_name_that_is_too_long_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="cannot be opened"):
        opened(tmp_path / ("x" * 300))


def test_the_limits_are_limits_that_our_own_content_keeps(shipped_content: Path) -> None:
    with closing(GuardedDatabase(shipped_content)) as found:
        found.verify()
        counts = {table: found.row(f"SELECT count(*) FROM {table}")[0] for table in MOST_ROWS}
    assert [table for table, count in counts.items() if table != "content" and 2 * count > MOST_ROWS[table]] == []
    assert shipped_content.stat().st_size * 10 < MOST_BYTES
    assert guarded.MOST_ROWS["content"] == 1
