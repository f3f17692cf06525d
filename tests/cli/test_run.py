"""`send-kiosk run`: the kiosk starts, or says in one sentence why not."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from PySide6.QtCore import QTimer, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication

from kiosk import paths
from kiosk.cli import main
from kiosk.cli.display import has_display

TOO_LONG = 99
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def terminal(qapp: QGuiApplication) -> Iterator[CliRunner]:
    """A terminal; what a running kiosk takes over is put back afterwards, and nothing runs for ever."""
    messages, hook = qInstallMessageHandler(None), sys.excepthook
    qInstallMessageHandler(messages)
    watchdog = QTimer(singleShot=True)
    watchdog.timeout.connect(lambda: qapp.exit(TOO_LONG))
    watchdog.start(10_000)
    yield CliRunner()
    qInstallMessageHandler(messages)
    sys.excepthook = hook


@pytest.fixture
def no_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without a graphical session."""
    for name in DISPLAYS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")


def one_sentence(result: Result) -> str:
    """Return what is said on stderr: one line, from the program itself."""
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    assert line.startswith("send-kiosk: ")
    assert line.endswith((".", "?"))
    return line


def test_it_says_when_the_first_screen_is_shown(terminal: CliRunner, shipped_content: Path) -> None:
    """Whoever measures or packages it waits for these words; then it ends well."""
    options = ["--until-attract", "--windowed", "--as-of", "2026-11-23", "--authority", "E06000021"]
    result = terminal.invoke(main, ["run", "--content", str(shipped_content), *options])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "attract screen shown\n", "")


def test_without_a_display_it_says_what_to_do(terminal: CliRunner, no_display: None) -> None:
    """One clear sentence, instead of Qt's abort."""
    result = terminal.invoke(main, ["run"])
    assert result.exit_code == 2
    assert "There is no display here" in one_sentence(result)
    assert "send-kiosk tour FOLDER" in one_sentence(result)


@pytest.mark.parametrize("name", DISPLAYS)
def test_each_kind_of_display_is_a_display(no_display: None, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """X11, Wayland, or a platform that Qt is told; an empty name is none."""
    monkeypatch.setenv(name, "")
    assert not has_display()
    monkeypatch.setenv(name, "something")
    assert has_display()


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_other_systems_always_have_a_display(no_display: None, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    """Only Linux starts without one."""
    monkeypatch.setattr(sys, "platform", platform)
    assert has_display()


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (["--authority", "E06009921"], 2, "No authority has the code 'E06009921'. Did you mean E"),
        (["--config", "nowhere.toml"], 3, "nowhere.toml: the settings cannot be read"),
    ],
    ids=["council", "settings"],
)
def test_what_is_wrong_is_said_in_a_sentence(
    terminal: CliRunner, shipped_content: Path, options: list[str], code: int, words: str
) -> None:
    """A council that is not known, settings that are not there."""
    result = terminal.invoke(main, ["run", "--windowed", "--content", str(shipped_content), *options])
    assert result.exit_code == code
    assert words in one_sentence(result)


@pytest.mark.parametrize("day", ["tomorrow", "2026-02-30", "23/11/2026"])
def test_a_day_that_is_none_is_named_with_how_to_write_one(terminal: CliRunner, day: str) -> None:
    """The option and the form it takes."""
    result = terminal.invoke(main, ["run", "--as-of", day])
    assert result.exit_code == 2
    assert "--as-of" in result.stderr
    assert day in result.stderr
    assert "%Y-%m-%d" in result.stderr or "YYYY-MM-DD" in result.stderr


def test_settings_are_read_and_the_council_of_the_line_goes_before(
    terminal: CliRunner, shipped_content: Path, tmp_path: Path
) -> None:
    """A council that is not known stands in the settings; the one given is known."""
    settings = tmp_path / "kiosk.toml"
    settings.write_text('[kiosk]\nauthority = "E99999999"\n', encoding="utf-8")
    options = ["run", "--until-attract", "--windowed", "--content", str(shipped_content), "--config", str(settings)]
    assert "E99999999" in one_sentence(terminal.invoke(main, options))
    assert terminal.invoke(main, [*options, "--authority", "E06000021"]).exit_code == 0


def test_started_as_a_module_it_says_nothing_but_what_is_asked(shipped_content: Path) -> None:
    """`python -m kiosk` is the same program: no warning of Python or Qt on the way to the first screen."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONWARNINGS": "error", "PYTHONDEVMODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "run", "--until-attract", "--windowed", "--content", str(shipped_content)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=paths.ROOT,
        env=environment,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "attract screen shown\n", "")
