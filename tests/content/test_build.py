"""Building: the same bytes for the same sources, and nothing at all while there are problems."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.signoffs import SignOff, sign
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError, KioskError
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
    def broken(_: ContentStore) -> None:
        raise ContentError("It is damaged.")

    monkeypatch.setattr(ContentStore, "verify", broken)
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
