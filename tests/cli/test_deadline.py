"""`send-kiosk deadline`: every date with its working, and one clear sentence for what cannot be worked out."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import main
from kiosk.content.build import build
from tests.samples import TODAY, Sample

ALONE = """\
[[rule]]
id = "X-1"
title = "Do this by this day"
words = "You have 10 days."
passed = "You can still ask."
sources = ["L1"]
[[rule.limb]]
input = "notice"
add = 10
unit = "days"
"""


class Terminal:
    """Somebody at a terminal on 23 November 2026."""

    def __init__(self, database: Path) -> None:
        self._database = str(database)

    def runs(self, *options: str, as_of: str = TODAY.isoformat()) -> Result:
        return CliRunner().invoke(main, ["deadline", *options, "--content", self._database, "--as-of", as_of])

    def reads(self, *options: str, as_of: str = TODAY.isoformat()) -> str:
        result = self.runs(*options, as_of=as_of)
        assert result.exit_code == 0, result.output
        return result.stdout

    def reads_json(self, *options: str) -> Any:
        return json.loads(self.reads("--json", *options))

    def is_told(self, *options: str) -> str:
        result = self.runs(*options)
        assert result.exit_code == 2, result.output
        assert result.stdout == ""
        return result.stderr.removeprefix("send-kiosk: ")


@pytest.fixture
def terminal(shipped_content: Path) -> Terminal:
    return Terminal(shipped_content)


def test_a_date_comes_with_its_weekday_its_working_and_the_honest_path(terminal: Terminal) -> None:
    said = terminal.reads("R-1", "--input", "notice=2026-11-02", "--input", "certificate=2026-12-18")
    order = [
        "Your appeal must arrive by this day: Monday 18 January 2027.",
        "56 days left.",
        "The rule",
        "- You have 2 months",
        "How this was worked out",
        "- The letter is dated Monday 2 November 2026.",
        "- 2 months later is Saturday 2 January 2027.",
        "- Your mediation certificate is dated Friday 18 December 2026.",
        "- 1 month later is Monday 18 January 2027.",
        "- The later date counts: Monday 18 January 2027.",
        "several days earlier.",
        "If this day passes",
        "but it is not over.",
        "Where we read this",
    ]
    for each in order:
        _, found, said = said.partition(each)
        assert found, f"{each!r} is missing, or stands before what should come before it"


def test_both_readings_are_named_where_the_law_can_be_read_in_two_ways(terminal: Terminal) -> None:
    said = terminal.reads("R-1", "--input", "notice=2027-05-31")
    assert "Friday 30 July 2027." in said
    assert "The other reading gives Monday 2 August 2027." in " ".join(said.split())


def test_json_has_every_date(terminal: Terminal) -> None:
    report = terminal.reads_json("R-12", "--input", "act=2026-08-31")
    [claim] = report["deadlines"]
    assert (claim["rule"], claim["binds"], claim["group"]) == ("R-12", "family", "R-12")
    assert (claim["last_day"], claim["outer_day"], claim["ambiguous"]) == ("2027-02-26", "2027-03-01", True)
    assert claim["inputs"] == {"act": "2026-08-31"}
    assert claim["days_left"] == 95
    assert "not over" in claim["if_passed"]
    assert report["as_of"] == "2026-11-23"
    assert {"L16", "A1"} <= {source["id"] for source in report["sources"]}
    assert report["undated"] == []


def test_once_a_date_has_passed_the_working_ends_with_what_can_still_be_done(terminal: Terminal) -> None:
    said = terminal.reads("R-1", "--input", "notice=2026-11-02", as_of="2027-01-05")
    assert "This day has passed." in said
    assert "- This day has passed, but it is not over." in said
    assert "If this day passes" not in said


def test_a_number_gives_every_date_under_it(terminal: Terminal) -> None:
    report = terminal.reads_json("R-13", "--input", "request=2026-09-07")
    assert {each["rule"]: each["last_day"] for each in report["deadlines"]} == {
        "R-13-6-weeks": "2026-10-19",
        "R-13-16-weeks": "2026-12-28",
        "R-13-20-weeks": "2027-01-25",
    }
    said = terminal.reads("R-13", "--input", "request=2026-09-07")
    assert "R-13-6-weeks. The council must decide" in said
    assert "They are late." in said
    assert "They have 63 days left." in said


def test_a_number_without_rules_says_what_others_rest_on(terminal: Terminal) -> None:
    assert terminal.reads("R-3").startswith("R-3  How months are counted\n")
    [months] = terminal.reads_json("R-3")
    assert months["rules"] == []


def test_without_a_rule_every_rule_is_listed_with_the_dates_that_it_counts_from(terminal: Terminal) -> None:
    said = terminal.reads()
    assert said.startswith("R-1  An appeal to the SEND Tribunal\n")
    assert "    --input notice=YYYY-MM-DD [--input certificate=YYYY-MM-DD]\n" in said
    assert "    [--input given=YYYY-MM-DD] [--input posted=YYYY-MM-DD] --holiday FIRST..LAST\n" in said
    groups = terminal.reads_json()
    assert [group["id"] for group in groups][:27] == [f"R-{number}" for number in range(1, 28)]
    [appeal] = groups[0]["rules"]
    assert appeal["inputs"][0] == {
        "id": "notice",
        "asked": "What is the date on the council’s letter?",
        "optional": False,
    }


def test_a_rule_that_stands_alone_is_listed_at_the_end(tmp_path: Path) -> None:
    sample = Sample(tmp_path / "data").write()
    sample.add("rules/alone.toml", ALONE)
    build(sample.folder, tmp_path / "content.db", TODAY)
    terminal = Terminal(tmp_path / "content.db")
    assert [group["id"] for group in terminal.reads_json()] == ["R-1", "X-1"]
    assert "X-1  Do this by this day\n------------------------\n- X-1: Do this by this day.\n" in terminal.reads()


PANEL = ("R-19-panel", "--input", "given=2026-12-08")


def test_the_school_s_holidays_are_left_out(terminal: Terminal) -> None:
    assert "Tuesday 12 January 2027." in terminal.reads(*PANEL, "--holiday", "2026-12-21..2027-01-01")
    assert "Thursday 31 December 2026." in terminal.reads(*PANEL, "--holiday", "none")


def test_without_them_the_school_s_own_calendar_decides(terminal: Terminal) -> None:
    said = terminal.reads(*PANEL)
    assert "Ask for the review panel by this day: The school’s own calendar decides this date." in said
    report = terminal.reads_json(*PANEL)
    assert report["deadlines"] == []
    [undated] = report["undated"]
    assert (undated["rule"], undated["lack"], undated["inputs"]) == ("R-19-panel", "school-calendar", [])


def test_several_that_have_no_date_are_told_apart(terminal: Terminal) -> None:
    said = terminal.reads("R-19", "--input", "governors-told=2026-11-24", "--input", "given=2026-11-24")
    for rule in ("R-19-governors.", "R-19-governors-if-asked.", "R-19-panel."):
        assert f"\n{rule} " in f"\n{said}"


def test_a_date_and_one_that_the_school_decides_stand_apart(tmp_path: Path) -> None:
    sample = Sample(tmp_path / "data").write()
    school = ALONE.replace("X-1", "R-1-school").replace('unit = "days"', 'unit = "school-days"')
    sample.add("rules/school.toml", school.replace("[[rule.limb]]", 'group = "R-9"\n[[rule.limb]]'))
    sample.change("rules.toml", 'id = "R-1"\ntitle = "An appeal"', 'id = "R-9"\ntitle = "An appeal"')
    sample.change("rules.toml", 'group = "R-1"', 'group = "R-9"')
    build(sample.folder, tmp_path / "content.db", TODAY)
    said = Terminal(tmp_path / "content.db").reads("R-9", "--input", "notice=2026-11-02")
    assert said.startswith("R-1. It must arrive by this day: ")
    assert "\n\n\nR-1-school. Do this by this day: undated-school-calendar\n" in said


def test_a_day_before_the_rule_held_has_no_date(terminal: Terminal) -> None:
    said = terminal.reads("R-14-acknowledge", "--input", "complaint=2026-03-31")
    assert "We do not know which rule held on that day." in " ".join(said.split())
    assert "Friday 10 April 2026." in terminal.reads("R-14-acknowledge", "--input", "complaint=2026-04-01")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (("R-77",), "There is no rule 'R-77'. Did you mean R-7?\n"),
        (("R-1", "--input", "notic=2026-11-02"), "There is no input 'notic' of the rule 'R-1'. Did you mean notice?\n"),
        (("R-1", "--input", "notice"), "--input 'notice' is not of the form NAME=YYYY-MM-DD.\n"),
        (
            ("R-1", "--input", "notice=2026-11-02", "--input", "notice=2026-11-03"),
            "The input 'notice' is given twice.\n",
        ),
        (
            ("R-1", "--input", "notice=2026-02-30"),
            "'2026-02-30' is no date. Write it as YYYY-MM-DD, such as 2026-11-23.\n",
        ),
        (
            ("R-1", "--input", "notice=9999-12-31"),
            "9999-12-31 is too far off: dates are worked out from 1990 to 2199.\n",
        ),
        (
            ("R-1",),
            "R-1 needs a date:\n  --input notice=YYYY-MM-DD   What is the date on the council’s letter?\n",
        ),
        (
            ("R-22-final-plan",),
            "R-22-final-plan needs one of these dates:\n"
            "  --input changes=YYYY-MM-DD   What is the date on the notice of changes to the EHC plan?\n"
            "  --input review=YYYY-MM-DD   When was the review meeting?\n",
        ),
        (
            ("R-23",),
            "R-23 needs one of these dates:\n"
            "  --input move=YYYY-MM-DD   When is the move to the new school or college?\n",
        ),
        (
            (*PANEL, "--holiday", "2026-12-21"),
            "--holiday '2026-12-21' is not of the form FIRST..LAST, such as 2026-12-21..2027-01-01.\n",
        ),
        (
            (*PANEL, "--holiday", "2026-12-21..2026-02-30"),
            "'2026-02-30' is no date. Write it as YYYY-MM-DD, such as 2026-11-23.\n",
        ),
        (
            (*PANEL, "--holiday", "2027-01-01..2026-12-21"),
            "--holiday '2027-01-01..2026-12-21' has to end after it begins, and within a year.\n",
        ),
        (
            (*PANEL, "--holiday", "2026-12-21..2028-12-21"),
            "--holiday '2026-12-21..2028-12-21' has to end after it begins, and within a year.\n",
        ),
        (
            (*PANEL, "--language", "xx"),
            "There is no language 'xx'. Did you mean en?\n",
        ),
    ],
)
def test_what_cannot_be_worked_out_is_one_clear_sentence(
    terminal: Terminal, options: tuple[str, ...], sentence: str
) -> None:
    assert terminal.is_told(*options) == sentence
