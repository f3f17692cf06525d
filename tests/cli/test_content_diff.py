"""`send-kiosk content diff`: what changed, in sentences for the people who answer for it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import main
from kiosk.content.build import build
from kiosk.content.signoffs import SignOff, fingerprint, sign
from tests.samples import TODAY, Sample


@pytest.fixture
def old(tmp_path: Path) -> Sample:
    return Sample(tmp_path / "old").write()


@pytest.fixture
def new(tmp_path: Path) -> Sample:
    return Sample(tmp_path / "new").write()


def asked(old: Path, new: Path) -> Result:
    return CliRunner().invoke(main, ["content", "diff", str(old), str(new)])


def said(old: Sample, new: Sample) -> list[str]:
    result = asked(old.folder, new.folder)
    assert result.exit_code == 0, result.stderr
    return result.stdout.splitlines()


def test_where_nothing_changed_it_says_so(old: Sample, new: Sample) -> None:
    assert said(old, new) == ["Nothing that the kiosk says has changed."]


def test_a_folder_and_the_database_built_from_it_say_the_same(old: Sample, tmp_path: Path) -> None:
    build(old.folder, tmp_path / "content.db", TODAY)
    for pair in ((old.folder, tmp_path / "content.db"), (tmp_path / "content.db", old.folder)):
        assert asked(*pair).stdout == "Nothing that the kiosk says has changed.\n"


def test_so_do_the_folder_and_the_database_that_we_ship(shipped_content: Path) -> None:
    assert asked(paths.DATA, shipped_content).stdout == "Nothing that the kiosk says has changed.\n"


def test_a_number_that_changed_is_told_with_what_it_was(old: Sample, new: Sample) -> None:
    new.change("authorities/E06000021.toml", "01782 000001", "01782 000009")
    assert said(old, new)[:2] == [
        "Changed: service stoke-advice (“Advice in Stoke”).",
        "  phones, 1, number: was “01782 000001”, is now “01782 000009”.",
    ]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ('add = 2\nunit = "months"', "2 months"),
        ('subtract = 3\nunit = "weeks"', "3 weeks before"),
        ('add = 10\nunit = "working-days"\nat_most = 20', "10 working-days, at most 20"),
        ('add = 15\nunit = "days"\nfirst_day_counts = true', "15 days, the first day counted"),
    ],
)
def test_how_long_a_rule_gives_is_told_with_its_unit(old: Sample, new: Sample, written: str, told: str) -> None:
    rule = old.read("rules.toml")
    assert 'add = 2\nunit = "months"' in rule
    old.change("rules.toml", 'add = 2\nunit = "months"', 'add = 9\nunit = "days"')
    new.change("rules.toml", 'add = 2\nunit = "months"', written)
    assert f"  reading, limbs, 1, periods, 1: was “9 days”, is now “{told}”." in said(old, new)


def test_a_line_of_opening_times_is_told_by_its_number(old: Sample, new: Sample) -> None:
    new.change("services/helpline.toml", "Monday to Friday", "Every day")
    assert "  schedules, 1: was “Monday to Friday”, is now “Every day”." in said(old, new)


def test_what_there_was_not_or_is_no_more_is_told(old: Sample, new: Sample) -> None:
    new.change("services/helpline.toml", 'email = "ask@helpline.example.org"\n', "")
    assert "  email: was “ask@helpline.example.org”; there is none now." in said(old, new)
    assert "  email: is “ask@helpline.example.org”; there was none." in said(new, old)


def test_words_for_an_audience_are_told_by_whom_they_speak_to(old: Sample, new: Sample) -> None:
    new.change(
        "outcomes/talk.toml", 'summary = "It helps."', 'summary = { parent = "It helps you.", any = "It helps." }'
    )
    assert "  summary, to a parent: is “It helps you.”; there was none." in said(old, new)


def test_a_step_is_told_once_and_not_for_every_route_it_stands_in(old: Sample, new: Sample) -> None:
    new.change("steps/send-appeal.toml", 'text = "Send it early."', 'text = "Send it now."')
    told = [line for line in said(old, new) if "Send it" in line]
    assert told == ["  text: was “Send it early.”, is now “Send it now.”."]


def test_what_is_new_and_what_is_gone(old: Sample, new: Sample) -> None:
    new.remove("glossary/appeal.toml")
    assert said(old, new) == ["Gone: word appeal (“Appeal”)."]
    assert said(new, old) == ["New: word appeal (“Appeal”)."]


def test_what_nobody_has_looked_at_since_is_listed(old: Sample, new: Sample) -> None:
    new.change("steps/send-appeal.toml", 'text = "Send it early."', 'text = "Send it now."')
    assert said(old, new)[-2:] == [
        "Changed, and nobody has looked at it since:",
        "  step send-appeal: the last review is still that of 2026-11-23.",
    ]
    new.add("steps/send-appeal.toml", "reviewed_on = 2026-11-24\n" + new.read("steps/send-appeal.toml"))
    assert not [line for line in said(old, new) if "nobody has looked" in line]


def test_what_has_no_review_is_not_listed(old: Sample, new: Sample) -> None:
    new.change("flows/letter.toml", "When was it sent?", "When did it come?")
    assert said(old, new) == [
        "Changed: question letter-date (“When did it come?”).",
        "  text: was “When was it sent?”, is now “When did it come?”.",
    ]


def test_an_outcome_that_was_signed_and_has_changed_is_listed(old: Sample, new: Sample) -> None:
    content = new.content()
    sign(new.folder, SignOff("talk", fingerprint(content, content.outcomes["talk"]), "the SENDIASS manager", TODAY))
    assert said(old, new) == ["Nothing that the kiosk says has changed."]
    new.change("outcomes/talk.toml", "It helps.", "It often helps.")
    assert said(old, new)[-2:] == [
        "Signed before, and not as it is now:",
        "  outcome talk: what the SENDIASS manager read on 2026-11-23 has changed.",
    ]


def test_a_path_that_is_not_there_is_named(old: Sample, tmp_path: Path) -> None:
    result = asked(old.folder, tmp_path / "nowhere")
    assert result.exit_code == 2
    assert result.stderr == f"send-kiosk: There is no folder and no content database {tmp_path / 'nowhere'}.\n"


def test_a_file_that_is_no_database_is_named(old: Sample) -> None:
    result = asked(old.folder / "content.toml", old.folder)
    assert result.exit_code == 1
    assert "content.toml" in result.stderr
    assert "Traceback" not in result.stderr
