"""`send-kiosk` itself: its commands, its version, and the same program as a module."""

from __future__ import annotations

import importlib
import runpy
import sys

import pytest
from click.testing import CliRunner

from kiosk import __version__
from kiosk.cli import COMMANDS, main


def test_help_names_every_command_and_what_it_does() -> None:
    """Whoever does not know where to begin finds each command with a sentence."""
    for flag in ("--help", "-h"):
        shown = CliRunner().invoke(main, [flag])
        lines = {line.split()[0]: line.split()[1:] for line in shown.stdout.splitlines() if line.startswith("  ")}
        assert shown.exit_code == 0
        assert all(lines[name] for name in COMMANDS)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (["rum"], "No such command 'rum'. Did you mean 'run'?"),
        (["content", "imprt", "a.xlsx"], "No such command 'imprt'. Did you mean 'import'?"),
        (["content", "chek"], "No such command 'chek'. Did you mean 'check'?"),
        (["central", "publsh"], "No such command 'publsh'. Did you mean 'publish'?"),
        (["zzz"], "No such command 'zzz'."),
    ],
)
def test_a_command_that_is_not_there_leads_to_the_nearest(given: list[str], says: str) -> None:
    """Also where commands are loaded only when they are called."""
    result = CliRunner().invoke(main, given)
    assert result.exit_code == 2
    assert says in result.stderr


def test_it_says_its_version() -> None:
    """The name and the number, for a report."""
    result = CliRunner().invoke(main, ["--version"])
    assert (result.exit_code, result.stdout) == (0, f"send-kiosk {__version__}\n")


def test_the_module_is_the_same_program(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m kiosk` runs the command; importing it runs nothing."""
    monkeypatch.delitem(sys.modules, "kiosk.__main__", raising=False)
    assert importlib.import_module("kiosk.__main__").main is main
    monkeypatch.delitem(sys.modules, "kiosk.__main__")
    monkeypatch.setattr(sys, "argv", ["send-kiosk", "--version"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("kiosk", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.endswith(f" {__version__}\n")
