"""Rereading: what was built is read back whole, and put to the rules it is judged as its sources are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.build import _write, build
from kiosk.content.checks import check
from kiosk.content.content import Content
from kiosk.content.rereading import Origins, read_database
from kiosk.content.signoffs import SignOff, sign
from kiosk.content.sources import read
from tests.content.checks.broken import break_rule, every_rule
from tests.content.test_translations import WELSH, catalogue
from tests.samples import SPLIT, STOKE_FROM, TODAY, Sample

RULES = every_rule()
DAYS = (TODAY, date(2027, 6, 1), date(2040, 1, 1))


@pytest.fixture
def full(sample: Sample) -> Sample:
    """The tiny content set with all that content can have."""
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    sample.change("map.toml", "[[row]]", '[used]\ntalk = { letter-date = ["unknown", "dated"] }\n[[row]]')
    sample.change(
        "rules.toml",
        "[[rule.limb]]",
        '[rule.other]\n[[rule.other.limb]]\ninput = "notice"\non = "02-15"\n[[rule.limb]]',
    )
    made = catalogue(sample)
    made.pop()
    sample.add(WELSH, str(made))
    for by in ("a parent", "a reviewer"):
        sign(sample.folder, SignOff("talk", "0123456789abcdef", by, TODAY))
    return sample


def rebuilt(content: Content, folder: Path) -> Content:
    """Return content as it is after it was written, whatever is wrong with it."""
    database = folder / "content.db"
    _write(content, database)
    return read_database(database)


def in_order(value: object) -> object:
    """Return a mapping as pairs, in its order; only words have none."""
    return tuple(value.items()) if isinstance(value, Mapping) else value


def differing(content: Content, other: Content) -> list[str]:
    """Return the fields that are not the same, but for the origins."""
    names = [field.name for field in fields(Content) if field.name not in ("origins", "words")]
    found = [name for name in names if in_order(getattr(content, name)) != in_order(getattr(other, name))]
    return found + (["words"] if content.words != other.words else [])


def test_all_that_was_written_is_read_back(full: Sample, tmp_path: Path) -> None:
    content = full.content()
    again = rebuilt(content, tmp_path)
    assert differing(content, again) == []
    assert list(again.graph.questions) == list(content.graph.questions)
    assert list(again.disagreements.rows) == list(content.disagreements.rows)
    assert again.signoffs[0].by == "a parent"
    assert not again.languages[1].complete


def test_all_that_we_ship_is_read_back(shipped_content: Path) -> None:
    assert differing(read(paths.DATA), read_database(shipped_content)) == []


@pytest.mark.parametrize("day", DAYS)
def test_the_verdict_is_that_of_the_sources(full: Sample, tmp_path: Path, day: date) -> None:
    build(full.folder, tmp_path / "content.db", TODAY)
    content = replace(full.content(), origins=Origins("content.db"))
    assert check(read_database(tmp_path / "content.db"), day) == check(content, day)


def test_the_verdict_on_what_we_ship_is_that_of_its_sources(shipped_content: Path) -> None:
    content = replace(read(paths.DATA), origins=Origins("content.db"))
    assert check(read_database(shipped_content), DAYS[-1]) == check(content, DAYS[-1])


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_is_the_same_problem(
    sample: Sample, tmp_path: Path, file: str, before: str, after: str, problem: str
) -> None:
    break_rule(sample, file, before, after)
    [found] = check(rebuilt(sample.content(), tmp_path), TODAY).problems
    assert problem.endswith(f": {found.message}")


@pytest.mark.parametrize(
    ("file", "before", "after", "where"),
    [
        ("steps/get-advice.toml", "It is free.", "It is  free.", "content.db: step get-advice.text: "),
        ("outcomes/appeal.toml", 'text = "It is free."', 'text = "It is  free."', "content.db: outcome appeal."),
        ("rules.toml", 'group = "R-1"', 'group = "R-11"', "content.db: rule R-1: "),
    ],
)
def test_a_problem_names_the_thing_that_it_is_about(
    sample: Sample, tmp_path: Path, file: str, before: str, after: str, where: str
) -> None:
    sample.change(file, before, after)
    [found] = check(rebuilt(sample.content(), tmp_path), TODAY).problems
    assert str(found).startswith(where)
