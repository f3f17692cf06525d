"""`send-kiosk content` and the command line around it: one clear sentence, and an exit code that means something."""

from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import date
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from kiosk import __version__
from kiosk.cli import COMMANDS, main
from kiosk.cli import content as commands
from kiosk.content.findings import Findings, from_json
from kiosk.errors import ConfigError, ContentError, KioskError, Problem, UsageError
from tests.samples import TODAY, Sample


class WrittenDay(date):
    """A date whose today is the day that the sample was written."""

    @classmethod
    def today(cls) -> date:
        return TODAY


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make it the day that the sample was written."""
    monkeypatch.setattr("kiosk.cli.content.date", WrittenDay)


def says(*arguments: object) -> Result:
    """Return what the command says to these arguments; what is not expected is raised."""
    return CliRunner().invoke(main, [str(each) for each in arguments], catch_exceptions=False)


def test_what_is_right_is_said_in_one_line(sample: Sample) -> None:
    result = says("content", "check", "--data", sample.folder)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("7 complete paths through 3 questions to 2 outcomes, all proved;")


def test_every_problem_has_a_line(sample: Sample) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    sample.change("steps/get-advice.toml", "It is free.", "It's free.")
    result = says("content", "check", "--data", sample.folder)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        f"send-kiosk: 2 problems in {sample.folder}.",
        "  outcomes/talk.toml: summary: Has a space too many.",
        "  steps/get-advice.toml: text: Has a straight quote. Write ‘ ’ or “ ”.",
    ]


def test_content_that_cannot_be_read_is_an_answer_too(sample: Sample) -> None:
    sample.add("rules.toml", "[[rule")
    result = says("content", "check", "--data", sample.folder)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"send-kiosk: The content in {sample.folder} cannot be read.\n  rules.toml: ")


def test_an_overdue_review_warns_an_author_and_stops_a_publisher(sample: Sample) -> None:
    overdue = "service stoke-advice: Should have been looked at again by 2027-01-01. Read its sources anew."
    warned = says("content", "check", "--data", sample.folder, "--as-of", "2027-01-02")
    assert (warned.exit_code, warned.stderr) == (0, f"warning: authorities/E06000021.toml: {overdue}\n")
    stopped = says("content", "check", "--data", sample.folder, "--as-of", "2027-01-02", "--public")
    assert (stopped.exit_code, stopped.stdout) == (1, "")
    assert stopped.stderr.splitlines() == [
        f"send-kiosk: 1 problem in {sample.folder}.",
        f"  authorities/E06000021.toml: {overdue}",
    ]


def test_what_is_built_is_named(sample: Sample, tmp_path: Path) -> None:
    result = says("content", "build", "--data", sample.folder, "--output", tmp_path / "new" / "content.db")
    assert result.exit_code == 0
    assert result.stdout.endswith(f"Built {tmp_path / 'new' / 'content.db'}.\n")
    assert (tmp_path / "new" / "content.db").is_file()


def test_nothing_overdue_is_built_for_the_public(sample: Sample, tmp_path: Path) -> None:
    def built(*options: str) -> Result:
        output = ("--output", tmp_path / "content.db", "--as-of", "2027-01-02")
        return says("content", "build", "--data", sample.folder, *output, *options)

    assert built("--public").exit_code == 1
    assert not (tmp_path / "content.db").exists()
    assert built().exit_code == 0


def test_another_program_is_told_what_was_found(sample: Sample, tmp_path: Path) -> None:
    """On stdout alone; the exit code says whether anything was built."""

    def told() -> tuple[int, Findings]:
        result = says("content", "build", "--data", sample.folder, "--output", tmp_path / "content.db", "--json")
        assert result.stderr == ""
        return result.exit_code, from_json(result.stdout)

    code, findings = told()
    assert (code, findings.problems, findings.proof[:16]) == (0, (), "7 complete paths")
    assert (tmp_path / "content.db").is_file()
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    assert told() == (1, Findings((Problem("outcomes/talk.toml", "summary", "Has a space too many."),)))


def test_the_review_is_written(sample: Sample, tmp_path: Path) -> None:
    def reviewed(*options: object) -> Result:
        return says("content", "review", tmp_path / "out.html", "--data", sample.folder, *options)

    assert reviewed("--authority", "E06000021", "--outcome", "talk").stdout == f"Written {tmp_path / 'out.html'}.\n"
    written = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert "Stoke-on-Trent" in written
    assert 'id="appeal"' not in written
    assert reviewed().exit_code == 0
    assert 'id="appeal"' in (tmp_path / "out.html").read_text(encoding="utf-8")
    wrong = reviewed("--outcome", "tak")
    assert (wrong.exit_code, wrong.stderr) == (2, "send-kiosk: There is no outcome 'tak'. Did you mean “talk”?\n")
    wrong = reviewed("--authority", "E06000022")
    assert wrong.stderr == "send-kiosk: There is no authority 'E06000022'. Did you mean “E06000021”?\n"


def test_an_outcome_is_signed(sample: Sample) -> None:
    result = says("content", "sign", "talk", "--data", sample.folder, "--by", " an adviser ", "--on", "2026-11-20")
    [signoff] = sample.content().signoffs
    assert (signoff.outcome, signoff.by, signoff.on) == ("talk", "an adviser", date(2026, 11, 20))
    assert result.stdout == (f"talk is signed by an adviser on 2026-11-20, for the words and rules {signoff.hash}.\n")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("tak", "--by", "me"), "There is no outcome 'tak'. Did you mean “talk”?"),
        (("talk", "--by", " "), 'Say who read it: --by "SENDIASS manager".'),
        (("talk", "--by", "me\nyou"), 'Say who read it: --by "SENDIASS manager".'),
        (("talk", "--by", "me", "--on", "2999-01-01"), "2999-01-01 is still to come."),
    ],
)
def test_what_cannot_be_signed_is_one_sentence(sample: Sample, options: tuple[str, ...], said: str) -> None:
    result = says("content", "sign", *options, "--data", sample.folder)
    assert (result.exit_code, result.stderr) == (2, f"send-kiosk: {said}\n")
    assert sample.content().signoffs == ()


def test_nobody_signs_the_same_twice(sample: Sample) -> None:
    signing = ("content", "sign", "talk", "--data", sample.folder, "--by", "me", "--on", "2026-11-20")
    assert says(*signing).exit_code == 0
    again = says(*signing)
    said = "send-kiosk: talk is signed by me on 2026-11-20 already. Nothing was written.\n"
    assert (again.exit_code, again.stderr) == (2, said)
    assert len(sample.content().signoffs) == 1


def test_a_day_that_is_none_is_told_how_to_be_written(sample: Sample) -> None:
    said = says("content", "check", "--data", sample.folder, "--as-of", "1.1.2026").stderr
    assert f"'1.1.2026' is no date. Write it as YYYY-MM-DD, such as {date.today().isoformat()}." in said


def test_content_with_a_problem_is_not_signed(sample: Sample) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    assert says("content", "sign", "talk", "--data", sample.folder, "--by", "me").exit_code == 1


def test_a_sign_off_that_cannot_be_written_is_one_sentence(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("kiosk.content.signoffs.sign", full)
    result = says("content", "sign", "talk", "--data", sample.folder, "--by", "me")
    assert result.stderr == "send-kiosk: The sign-off cannot be written (No space left on device).\n"


def test_with_a_problem_nothing_is_built(sample: Sample, tmp_path: Path) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    result = says("content", "build", "--data", sample.folder, "--output", tmp_path / "content.db")
    assert (result.exit_code, result.stdout) == (1, "")
    assert not (tmp_path / "content.db").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    result = says("content", "build", "--data", sample.folder, "--output", tmp_path / "file" / "content.db")
    assert result.exit_code == 1
    [line] = result.stderr.splitlines()
    assert "cannot be written" in line


@pytest.mark.parametrize(
    "arguments",
    [
        ("content", "check", "--data", "nowhere"),
        ("content", "check", "--as-of", "yesterday"),
        ("content", "build", "--output", "."),
        ("content", "graph"),
        ("content", "chek"),
        ("contents",),
    ],
)
def test_wrong_words_are_wrong_usage(arguments: tuple[str, ...]) -> None:
    result = says(*arguments)
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "Error: " in result.stderr


def test_the_authors_packages_are_asked_for(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "govuk_bank_holidays.bank_holidays", None)
    result = says("content", "check", "--data", sample.folder)
    assert result.exit_code == 2
    assert result.stderr == (
        "send-kiosk: This needs what authors install (govuk_bank_holidays): run `make set-up-dev` in the source.\n"
    )


def test_another_module_that_is_missing_is_a_bug(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise ModuleNotFoundError("No module named 'x'", name="x")

    monkeypatch.setattr("kiosk.cli.content.read", broken)
    with pytest.raises(ModuleNotFoundError):
        says("content", "check", "--data", sample.folder)


@pytest.mark.parametrize(
    ("error", "code"), [(KioskError("x"), 1), (UsageError("x"), 2), (ConfigError("x"), 3), (ContentError("x"), 4)]
)
def test_an_expected_error_is_one_line_and_a_code(
    monkeypatch: pytest.MonkeyPatch, error: KioskError, code: int
) -> None:
    @click.command()
    def fails() -> None:
        raise error

    monkeypatch.setattr(commands, "fails", fails, raising=False)
    monkeypatch.setitem(COMMANDS, "fails", "kiosk.cli.content:fails")
    result = says("fails")
    assert (result.exit_code, result.stdout, result.stderr) == (code, "", "send-kiosk: x\n")


def test_problems_follow_an_expected_error(monkeypatch: pytest.MonkeyPatch) -> None:
    @click.command()
    def fails() -> None:
        raise ContentError("x", [Problem("a.toml", "b", "c")])

    monkeypatch.setattr(commands, "fails", fails, raising=False)
    monkeypatch.setitem(COMMANDS, "fails", "kiosk.cli.content:fails")
    assert says("fails").stderr == "send-kiosk: x\n  a.toml: b: c\n"


def test_the_version_is_said() -> None:
    assert says("--version").stdout == f"send-kiosk {__version__}\n"


@pytest.mark.parametrize("arguments", [(), *((name,) for name in COMMANDS), ("content", "check"), ("content", "graph")])
def test_every_command_has_help(arguments: tuple[str, ...]) -> None:
    result = says(*arguments, "--help")
    assert result.exit_code == 0
    assert "Usage: " in result.stdout


def test_building_content_needs_no_qt_and_the_kiosk_no_builder(sample: Sample) -> None:
    script = (
        "import sys; from kiosk.__main__ import main;"
        f"main(['content', 'check', '--data', {str(sample.folder)!r}], standalone_mode=False);"
        "assert not [name for name in sys.modules if name.startswith(('PySide6', 'kiosk.qt'))];"
    )
    subprocess.run([sys.executable, "-c", script], check=True, capture_output=True)
    script = "import sys, kiosk.content.store; assert not {'tomllib', 'click', 'polib'} & sys.modules.keys()"
    subprocess.run([sys.executable, "-c", script], check=True)


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["send-kiosk", "--version"])
    monkeypatch.delitem(sys.modules, "kiosk.__main__", raising=False)  # another test may have imported it
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("kiosk", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"send-kiosk {__version__}\n"
