"""The law changes by data alone: an invented rule set from September 2029 gives other dates from that day on."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from kiosk import paths
from kiosk.cli import main
from kiosk.content.build import build
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.flow import ToOutcome
from kiosk.domain.walk import shortest
from tests.conftest import TODAY

OLD = 'id = "R-1"\n'
NEW_LAW = """\
# Invented for a drill: from September 2029 there are 30 working days, and August counts like any month.
[[rule]]
id = "R-1"
version = "from-2029"
group = "R-1"
title = "Your appeal must arrive by this day"
words = "You have 30 working days from the day the council sent its letter."
passed = "This day has passed, but it is not over. Ask the Tribunal to accept a late appeal."
advise_working_day = true
effective_from = 2029-09-01
sources = ["L1"]

[[rule.limb]]
input = "notice"
add = 30
unit = "working-days"
"""


@pytest.fixture(scope="module")
def after_the_reform(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The content that we ship, with one rule of a law that nobody has made."""
    folder = tmp_path_factory.mktemp("reform")
    data = Path(shutil.copytree(paths.DATA, folder / "data"))
    appeals = data / "rules" / "appeals.toml"
    as_it_was = appeals.read_text(encoding="utf-8")
    assert as_it_was.count(OLD) == 1
    appeals.write_text(as_it_was.replace(OLD, f"{OLD}effective_to = 2029-08-31\n"), encoding="utf-8")
    (data / "rules" / "reform.toml").write_text(NEW_LAW, encoding="utf-8")
    build(data, folder / "content.db", TODAY)
    return folder / "content.db"


def said(content: Path, *options: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, [*options, "--json", "--content", str(content)])
    assert result.exit_code == 0, result.output
    report: dict[str, Any] = json.loads(result.stdout)
    return report


def appeal(content: Path, notice: str, as_of: str) -> dict[str, Any]:
    report = said(content, "deadline", "R-1", "--input", f"notice={notice}", "--as-of", as_of)
    [deadline] = report["deadlines"]
    return dict(deadline)


@pytest.mark.parametrize(
    ("notice", "version", "last_day"),
    [
        ("2026-11-20", "", "2027-01-20"),
        ("2029-06-10", "", "2029-09-03"),
        ("2029-08-31", "", "2029-10-31"),
        ("2029-09-01", "from-2029", "2029-10-12"),
        ("2029-11-05", "from-2029", "2029-12-17"),
    ],
)
@pytest.mark.parametrize("as_of", ["2026-11-23", "2029-09-15"])
def test_a_letter_goes_by_the_law_of_its_day_whatever_day_it_is(
    after_the_reform: Path, notice: str, version: str, last_day: str, as_of: str
) -> None:
    deadline = appeal(after_the_reform, notice, as_of)
    assert (deadline["version"], deadline["last_day"]) == (version, last_day)
    assert deadline["words"].startswith("You have 30 working days" if version else "You have 2 months")


def test_dates_beyond_the_bank_holidays_that_are_known_say_so(after_the_reform: Path) -> None:
    deadline = appeal(after_the_reform, "2029-09-01", "2029-09-15")
    assert deadline["beyond"]
    assert any("bank holidays" in line for line in deadline["working"])


@pytest.mark.parametrize(
    ("letter", "last_day"), [(date(2029, 8, 31), date(2029, 10, 31)), (date(2029, 9, 3), date(2029, 10, 15))]
)
def test_every_outcome_goes_by_the_law_of_the_letter(after_the_reform: Path, letter: date, last_day: date) -> None:
    with ContentStore(after_the_reform) as store:
        edition = Edition(store, "")
        ends = [(each.at, each.responses) for each in shortest(edition.graph, store.first_flow, letter)]
        steps = [
            step
            for at, responses in ends
            if isinstance(at, ToOutcome)
            for step in edition.guidance(at.outcome, responses).deadlines()
        ]
    appeals = [step.deadline.last_day for step in steps if step.deadline and step.deadline.rule.id == "R-1"]
    assert len(appeals) > 3
    assert set(appeals) == {last_day}


def test_the_list_of_rules_shows_each_as_it_stands_on_the_day(after_the_reform: Path) -> None:
    for as_of, words in (("2029-08-31", "You have 2 months"), ("2029-09-01", "You have 30 working days")):
        result = CliRunner().invoke(main, ["deadline", "--json", "--as-of", as_of, "--content", str(after_the_reform)])
        [rule] = json.loads(result.stdout)[0]["rules"]
        assert rule["words"].startswith(words)
