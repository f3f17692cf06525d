"""Rechecking: a kiosk puts a content database to the rules, and nothing in it makes anything but our own error."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.build import _write, build
from kiosk.content.checks import Verdict
from kiosk.content.recheck import check_database
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError
from tests.content.test_store import everything
from tests.fuzz.database import seeds, target
from tests.samples import TODAY, Sample

STOKE = "E06000021"
LATER = date(2040, 1, 1)


@pytest.fixture
def database(sample: Sample, tmp_path: Path) -> Path:
    build(sample.folder, tmp_path / "content.db", TODAY)
    return tmp_path / "content.db"


def written(sample: Sample, tmp_path: Path) -> Path:
    """Write content whatever is wrong with it."""
    _write(sample.content(), tmp_path / "content.db")
    return tmp_path / "content.db"


def changed(database: Path, *statements: str) -> Path:
    """Change a database as somebody may who keeps to none of its rules."""
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for statement in statements:
            connection.execute(statement)
    return database


def said(verdict: Verdict) -> list[str]:
    return [str(problem) for problem in verdict.problems]


def test_good_content_is_proved(database: Path) -> None:
    verdict = check_database(database, TODAY, STOKE)
    assert verdict.problems == verdict.overdue == ()
    assert verdict.proof.paths == 7


def test_what_we_ship_is_proved(shipped_content: Path) -> None:
    verdict = check_database(shipped_content, TODAY, STOKE)
    assert verdict.problems == ()
    assert verdict.proof.outcomes > 60


def test_bad_content_is_refused(sample: Sample, tmp_path: Path) -> None:
    sample.change("outcomes/talk.toml", 'no_deadline = "There is no deadline."\n', "")
    assert said(check_database(written(sample, tmp_path), TODAY)) == [
        "content.db: outcome talk: No step has a deadline here. Say so in “no_deadline”."
        " For example: who = parent, decision = other."
    ]


def test_the_day_refuses_nothing(database: Path) -> None:
    """A review that is overdue is said apart; a list of bank holidays that ends is better than an older one."""
    verdict = check_database(database, LATER, STOKE)
    assert verdict.problems == ()
    assert len(verdict.overdue) > 10


def test_content_of_a_newer_program_is_not_refused(sample: Sample, tmp_path: Path) -> None:
    """It may say and draw more than this program knows of."""
    sample.change("steps/get-advice.toml", 'symbol = "support_agent"', 'symbol = "of_tomorrow"')
    sample.change("phrases.toml", "[phrase]\n", '[phrase]\nof-tomorrow = "Tomorrow"\n')
    assert said(check_database(written(sample, tmp_path), TODAY)) == []


def test_content_without_a_phrase_that_this_program_says_is_refused(sample: Sample, tmp_path: Path) -> None:
    sample.change("phrases.toml", 'month-3 = "month-3"\n', "")
    assert said(check_database(written(sample, tmp_path), TODAY)) == ["phrases.toml: phrase: “month-3” is missing."]


def test_content_that_does_not_know_the_authority_is_refused(database: Path) -> None:
    assert said(check_database(database, TODAY, "E06000022")) == [
        "content.db: authority E06000022:"
        " The settings name this authority, and the content does not know it: correct whichever is wrong."
    ]


def test_a_hundred_problems_are_enough(sample: Sample, tmp_path: Path) -> None:
    sample.add("phrases.toml", "[phrase]\n")
    assert len(check_database(written(sample, tmp_path), TODAY).problems) == 100


def test_what_sources_cannot_say_is_refused(database: Path) -> None:
    changed(database, "UPDATE words SET words = ' ' WHERE id = 'step.get-advice.text'")
    with pytest.raises(ContentError, match=r"is not what content has to be: .*: words en\.step") as caught:
        check_database(database, TODAY)
    assert len(caught.value.problems) == 1


DEEP = "[" * 1900 + "]" * 1900


@pytest.mark.parametrize(
    "statement",
    [
        f"UPDATE option SET condition = '{DEEP}'",
        f"UPDATE rule_version SET reading = '{DEEP}'",
        f"UPDATE option SET condition = '{'[' * 40_000}'",
        "UPDATE option SET condition = '[[[], []]]'",
        "UPDATE option SET condition = '[[{}, [[]]]]'",
        "UPDATE option SET condition = '{\"who\": 1}'",
        "UPDATE option SET condition = '5'",
        "UPDATE option SET condition = 'null'",
        "UPDATE option SET audience = 'nobody'",
        "UPDATE rule_version SET reading = '{}'",
        "UPDATE rule_version SET reading = replace(reading, '2', '1e999')",
        f"UPDATE rule_version SET reading = replace(reading, '2', '1{'0' * 5000}')",
        "UPDATE rule_version SET reading = replace(reading, '[2,\"months\"', '[-2,\"working-days\"')",
        "UPDATE rule_version SET reading = replace(reading, 'notice', '')",
        "UPDATE content SET published = '2026-13-01'",
        "UPDATE content SET first_flow = 'nothing'",
        "UPDATE fact SET review_by = ''",
        "UPDATE bank_holiday SET day = day || 'x'",
        "UPDATE route SET kind = 'war'",
        "UPDATE map_right SET kind = 'war'",
        "UPDATE used_right SET kind = 'war'",
        "UPDATE language SET code = 'cy'",
        "UPDATE step SET necessity = 'maybe'",
        "DELETE FROM words",
        "DELETE FROM text",
        "DELETE FROM language",
        "DELETE FROM fact",
        "DELETE FROM content",
        "DELETE FROM rule_version",
        "DELETE FROM citation",
        "DELETE FROM question",
    ],
)
def test_what_makes_no_sense_is_one_sentence(sample: Sample, tmp_path: Path, statement: str) -> None:
    sample.change("map.toml", "[[row]]", '[used]\ntalk = { letter-date = "unknown" }\n[[row]]')
    with pytest.raises(ContentError) as caught:
        check_database(changed(written(sample, tmp_path), statement), TODAY)
    assert "\n" not in str(caught.value)


@pytest.fixture(scope="module")
def whole() -> bytes:
    """A database in order."""
    return seeds()[1]


@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=9))
def test_bits_that_flipped_raise_nothing_else(whole: bytes, flips: list[tuple[float, int]]) -> None:
    data = bytearray(whole)
    for at, bits in flips:
        data[int(at * len(data))] ^= bits
    target(bytes(data))


NESTED = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=9) | st.just("who"),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=9,
)
VALUES = (
    st.none()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats()
    | st.binary(max_size=20)
    | st.text(max_size=40)
    | NESTED.map(json.dumps)
    | st.sampled_from(["", " ", "[]", "2026-02-30", "0001-01-01", "9999-12-31", "{0}", "{a.b}", "x" * 3000, "a b", "@"])
)
TABLES = """
    SELECT schema.name AS table_name, info.name AS column_name
    FROM sqlite_schema AS schema, pragma_table_info(schema.name) AS info WHERE schema.type = 'table' ORDER BY 1, 2
"""


@pytest.fixture(scope="module")
def columns(whole: bytes) -> list[tuple[str, str]]:
    """Every table and column."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(whole)
        return connection.execute(TABLES).fetchall()


def other(whole: bytes, *statements: tuple[str, tuple[object, ...]]) -> bytes:
    """Return a database after statements that SQLite itself does not refuse."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        connection.deserialize(whole)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        for statement, values in statements:
            with suppress(sqlite3.Error, OverflowError, UnicodeEncodeError):
                connection.execute(statement, values)
        return connection.serialize()


def accepted(database: Path) -> bool:
    """Say whether a kiosk would show this; what it then cannot read is a bug."""
    try:
        return not check_database(database, TODAY, STOKE).problems
    except ContentError:
        return False


@given(data=st.data())
def test_any_value_anywhere_is_refused_or_can_be_shown(
    tmp_path_factory: pytest.TempPathFactory, whole: bytes, columns: list[tuple[str, str]], data: st.DataObject
) -> None:
    cells = st.tuples(st.sampled_from(columns), st.integers(0, 200), VALUES)
    database = tmp_path_factory.getbasetemp() / "cells.db"
    database.write_bytes(other(whole, *(_set(*cell) for cell in data.draw(st.lists(cells, min_size=1, max_size=3)))))
    if accepted(database):
        with ContentStore(database) as store:
            everything(store)


def _set(column: tuple[str, str], row: int, value: object) -> tuple[str, tuple[object, ...]]:
    """Set a cell of one row; of whichever row has the same value there."""
    table, name = column
    one = f'SELECT "{name}" FROM "{table}" LIMIT 1 OFFSET ? % (SELECT count(*) FROM "{table}")'
    return f'UPDATE "{table}" SET "{name}" = ? WHERE "{name}" IS ({one})', (value, row)


CHANGES: list[Callable[[str, str], str]] = [
    lambda table, _: f'DROP TABLE "{table}"',
    lambda table, _: f'DELETE FROM "{table}"',
    lambda table, _: f'ALTER TABLE "{table}" RENAME TO other',
    lambda table, column: f'ALTER TABLE "{table}" RENAME COLUMN "{column}" TO other',
    lambda table, column: f'ALTER TABLE "{table}" DROP COLUMN "{column}"',
    lambda table, column: f'CREATE INDEX other ON "{table}" ("{column}")',
    lambda table, column: f'UPDATE "{table}" SET "{column}" = NULL',
    lambda table, column: f'UPDATE "{table}" SET "{column}" = \'\'',
    lambda table, column: f"UPDATE sqlite_schema SET sql = replace(sql, '{column}', 'x') WHERE name = '{table}'",
    lambda table, column: f"UPDATE sqlite_schema SET rootpage = rootpage + 1 WHERE name = '{table}'",
]


@given(data=st.data())
def test_any_other_table_raises_nothing_else(whole: bytes, columns: list[tuple[str, str]], data: st.DataObject) -> None:
    statement = data.draw(st.sampled_from(CHANGES))(*data.draw(st.sampled_from(columns)))
    target(other(whole, (statement, ())))


def test_the_seeds_of_the_fuzzer_are_right() -> None:
    for seed in seeds():
        target(seed)
