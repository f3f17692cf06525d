"""Building the content database: the same bytes for the same sources, and nothing at all while there are problems."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from importlib.resources import files
from pathlib import Path

from kiosk.content.checks import Verdict, check
from kiosk.content.content import Content
from kiosk.content.database import APPLICATION_ID, SCHEMA_VERSION
from kiosk.content.findings import Findings
from kiosk.content.recheck import proved
from kiosk.content.sources import read
from kiosk.content.tables import (
    authorities,
    directory,
    disagreements,
    facts,
    flows,
    glossary,
    outcomes,
    rules,
    signoffs,
    texts,
    unavoidable,
)
from kiosk.errors import ContentError, KioskError, Problem

_SETTINGS = f"""
    PRAGMA page_size = 4096;
    PRAGMA encoding = 'UTF-8';
    PRAGMA auto_vacuum = NONE;
    PRAGMA journal_mode = OFF;
    PRAGMA application_id = {APPLICATION_ID};
    PRAGMA user_version = {SCHEMA_VERSION};
"""
_HEADER = {24: 1, 92: 1, 96: 3_040_000}
"""Counters and the version of SQLite that wrote the file: four bytes each in its header, the same on every machine."""


def build(data: Path, database: Path, today: date, public: bool = False) -> Verdict:
    """Read, check and build the content of a folder; return what the check found.

    Raises ContentError where there are problems, and for the public also where a review is overdue; KioskError where
    the database cannot be written. Until it is whole, what stood at `database` stays there.
    """
    content = read(data)
    verdict = check(content, today)
    problems = verdict.against(public)
    if problems:
        raise ContentError(f"The content in {data} is not right.", problems)
    _put(content, database)
    return verdict


def try_build(data: Path, database: Path, today: date, public: bool = False) -> Findings:
    """Read, check and, where nothing speaks against it, build the content of a folder; say all that was found.

    Raises KioskError where the database cannot be written.
    """
    try:
        content = read(data)
    except ContentError as error:
        return Findings(error.problems or (Problem(data.name, "", str(error)),))
    verdict = check(content, today)
    problems = verdict.against(public)
    warnings = tuple(each for each in (*verdict.overdue, *verdict.incomplete) if each not in problems)
    if problems:
        return Findings(problems, warnings)
    try:
        _put(content, database)
    except ContentError as error:  # it names the database, which no author knows
        return Findings(tuple(replace(each, file=data.name) for each in error.problems), warnings)
    return Findings(warnings=warnings, proof=str(verdict.proof))


def _put(content: Content, database: Path) -> None:
    try:
        with _replaced(database) as temporary:
            _write(content, temporary)
            proved(temporary)
    except (OSError, sqlite3.Error) as error:
        raise KioskError(f"{database} cannot be written ({error}).") from error


@contextmanager
def _replaced(target: Path) -> Iterator[Path]:
    """Give a new file beside the target, and put it in the target's place once it is safe on the disk."""
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    os.close(handle)
    temporary = Path(name)
    try:
        yield temporary
        temporary.chmod(0o644)
        temporary.replace(target)
        _sync_folder(target.parent)
    finally:
        temporary.unlink(missing_ok=True)


def _write(content: Content, database: Path) -> None:
    schema = files("kiosk.content").joinpath("schema.sql").read_text(encoding="utf-8")
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.executescript(f"{_SETTINGS} BEGIN; {schema}")
        _fill(connection, content)
        connection.execute("COMMIT")
        connection.execute("VACUUM")
    _settle(database)


def _fill(connection: sqlite3.Connection, content: Content) -> None:
    texts.write(connection, content)
    facts.write_sources(connection, content)
    rules.write(connection, content)
    glossary.write(connection, content)
    authorities.write(connection, content)
    directory.write(connection, content)
    outcomes.write(connection, content)
    flows.write(connection, content)
    disagreements.write(connection, content)
    unavoidable.write(connection, content)
    signoffs.write(connection, content)
    about = (1, content.title.id, content.published.isoformat(), content.first_flow)
    connection.execute("INSERT INTO content VALUES (?, ?, ?, ?)", about)


def _settle(database: Path) -> None:
    """Put fixed numbers where SQLite counts changes and names its own version, and see the file safe on the disk."""
    with database.open("r+b") as file:
        for offset, number in _HEADER.items():
            file.seek(offset)
            file.write(number.to_bytes(4, "big"))
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    with suppress(PermissionError):  # Windows opens no folders, and needs none of this
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
