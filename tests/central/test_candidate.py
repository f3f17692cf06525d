"""Content is proved before anybody signs it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from kiosk.central.candidate import Candidate
from kiosk.content.database import SCHEMA_VERSION
from kiosk.errors import CentralError, ContentError
from tests.helpers.machine import BUNDLED, content_of
from tests.samples import TODAY


@pytest.fixture
def database(tmp_path: Path) -> Path:
    path = tmp_path / "content.db"
    path.write_bytes(content_of(BUNDLED))
    return path


def test_content_says_its_date_and_format(database: Path) -> None:
    candidate = Candidate.read(database, TODAY)
    assert candidate == Candidate(database.read_bytes(), BUNDLED, SCHEMA_VERSION)


def test_what_is_overdue_for_review_is_refused(database: Path) -> None:
    with pytest.raises(ContentError, match="may not go before the public on 2027-01-02") as raised:
        Candidate.read(database, date(2027, 1, 2))
    assert [str(problem) for problem in raised.value.problems] == [
        "content.db: service stoke-advice: Should have been looked at again by 2027-01-01. Read its sources anew."
    ]


def test_what_breaks_a_rule_is_refused(tmp_path: Path, database: Path) -> None:
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE words SET words = 'It  helps.' WHERE words = 'It helps.'")
    with pytest.raises(ContentError, match="may not go before the public") as raised:
        Candidate.read(database, TODAY)
    assert "Has a space too many." in str(raised.value.problems[0])


def test_what_is_no_content_is_refused(tmp_path: Path, database: Path) -> None:
    with pytest.raises(ContentError, match="There is no content database"):
        Candidate.read(tmp_path / "none.db", TODAY)
    for data in (b"", b"text", database.read_bytes()[:-1], database.read_bytes()[:5000]):
        (tmp_path / "broken.db").write_bytes(data)
        with pytest.raises(ContentError, match=r"broken\.db"):
            Candidate.read(tmp_path / "broken.db", TODAY)


def test_content_that_changes_while_it_is_read_is_refused(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = iter([database.read_bytes(), b"something else"])
    monkeypatch.setattr(Path, "read_bytes", lambda _: next(read))
    with pytest.raises(CentralError, match="changed while it was read"):
        Candidate.read(database, TODAY)


def test_content_that_cannot_be_read_is_one_sentence(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refused)
    with pytest.raises(CentralError, match=r"cannot be read \(Permission denied\)"):
        Candidate.read(database, TODAY)
