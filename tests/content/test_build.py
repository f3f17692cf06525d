"""Building: the same bytes for the same sources, and nothing at all while there are problems."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.content.build import build, try_build
from kiosk.content.database import Database
from kiosk.content.findings import Findings
from kiosk.content.signoffs import SignOff, sign
from kiosk.errors import ContentError, KioskError, Problem
from tests.samples import TODAY, Sample


def test_two_builds_are_the_same_bytes(sample: Sample, tmp_path: Path) -> None:
    other = Sample(tmp_path / "a copy" / "of the data").write()
    build(sample.folder, tmp_path / "one" / "content.db", TODAY)
    build(other.folder, tmp_path / "two" / "here.db", TODAY)
    assert (tmp_path / "one" / "content.db").read_bytes() == (tmp_path / "two" / "here.db").read_bytes()


def test_the_day_of_the_build_changes_nothing(sample: Sample, tmp_path: Path) -> None:
    build(sample.folder, tmp_path / "one.db", TODAY)
    build(sample.folder, tmp_path / "two.db", TODAY.replace(day=24))
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()


def test_another_word_is_another_database(sample: Sample, tmp_path: Path) -> None:
    build(sample.folder, tmp_path / "one.db", TODAY)
    sample.change("outcomes/talk.toml", "It helps.", "It helps you.")
    build(sample.folder, tmp_path / "two.db", TODAY)
    assert (tmp_path / "one.db").read_bytes() != (tmp_path / "two.db").read_bytes()


def test_nothing_but_the_database_is_left(sample: Sample, tmp_path: Path) -> None:
    target = tmp_path / "build" / "content.db"
    verdict = build(sample.folder, target, TODAY)
    assert verdict.proof.paths == 7
    assert list(target.parent.iterdir()) == [target]
    assert target.stat().st_mode & 0o777 == 0o644


def test_with_a_problem_nothing_is_written(sample: Sample, tmp_path: Path) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    with pytest.raises(ContentError) as caught:
        build(sample.folder, tmp_path / "build" / "content.db", TODAY)
    assert [str(problem) for problem in caught.value.problems] == ["outcomes/talk.toml: summary: Has a space too many."]
    assert not (tmp_path / "build").exists()


def test_with_a_problem_what_stood_there_stays(sample: Sample, tmp_path: Path) -> None:
    target = tmp_path / "content.db"
    build(sample.folder, target, TODAY)
    before = target.read_bytes()
    sample.add("rules.toml", "[[rule")
    with pytest.raises(ContentError):
        build(sample.folder, target, TODAY)
    assert target.read_bytes() == before


def test_what_cannot_be_written_is_one_sentence(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(KioskError, match=r"file.content\.db cannot be written"):
        build(sample.folder, tmp_path / "file" / "content.db", TODAY)


def test_a_database_that_does_not_verify_is_not_put_in_place(
    sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_: Database) -> None:
        raise ContentError("It is damaged.")

    monkeypatch.setattr(Database, "verify", broken)
    with pytest.raises(ContentError):
        build(sample.folder, tmp_path / "build" / "content.db", TODAY)
    assert list((tmp_path / "build").iterdir()) == []


def test_every_table_is_filled(sample: Sample, tmp_path: Path) -> None:
    sample.change("map.toml", "[[row]]", '[used]\nappeal = { decision = "rude" }\n[[row]]')
    sign(sample.folder, SignOff("talk", "0123456789abcdef", "a reviewer", TODAY))
    build(sample.folder, tmp_path / "content.db", TODAY)
    with closing(sqlite3.connect(tmp_path / "content.db")) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        counts = {table: database.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}
    assert [table for table, count in counts.items() if count == 0] == []


OVERDUE = Problem(
    "authorities/E06000021.toml",
    "service stoke-advice",
    "Should have been looked at again by 2027-01-01. Read its sources anew.",
)
LATER = TODAY.replace(year=2027, month=2)


def test_trying_says_what_was_proved_and_what_to_look_at_in_time(sample: Sample, tmp_path: Path) -> None:
    findings = try_build(sample.folder, tmp_path / "content.db", LATER)
    assert (findings.problems, findings.warnings) == ((), (OVERDUE,))
    assert findings.proof.startswith("7 complete paths")
    assert (tmp_path / "content.db").is_file()


def test_trying_what_is_wrong_says_all_of_it_and_builds_nothing(sample: Sample, tmp_path: Path) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    doubled = Problem("outcomes/talk.toml", "summary", "Has a space too many.")
    assert try_build(sample.folder, tmp_path / "content.db", LATER) == Findings((doubled,), (OVERDUE,))
    public = try_build(sample.folder, tmp_path / "content.db", LATER, public=True)
    assert public == Findings((doubled, OVERDUE))
    assert not (tmp_path / "content.db").exists()


def test_trying_what_no_kiosk_would_take_says_where_it_is(sample: Sample, tmp_path: Path) -> None:
    """A measure that only the database has."""
    sample.change("steps/get-advice.toml", "It is free.", "It is free. " * 99)
    sample.change("steps/get-advice.toml", '. "', '."')
    message = "Has 1187 letters; 1000 is the most."
    problem = Problem("data", "words en.step.get-advice.text", message)
    assert try_build(sample.folder, tmp_path / "content.db", TODAY) == Findings((problem,))
    assert not (tmp_path / "content.db").exists()


def test_trying_what_cannot_be_read_says_why(sample: Sample, tmp_path: Path) -> None:
    sample.add("rules.toml", "[[rule")
    [problem] = try_build(sample.folder, tmp_path / "content.db", TODAY).problems
    assert (problem.file, problem.message[:16]) == ("rules.toml", "This is not TOML")
    gone = tmp_path / "nowhere"
    message = f"There is no folder {gone} to read content from."
    assert try_build(gone, tmp_path / "content.db", TODAY) == Findings((Problem("nowhere", "", message),))
