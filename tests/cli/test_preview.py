"""`send-kiosk preview`: it starts, or says in one sentence why not."""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk.cli import authors, main
from tests.samples import Sample


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder."""
    return Sample(tmp_path / "data").write().folder


def says(*options: object) -> Result:
    """Return what the command says to these options."""
    return CliRunner().invoke(main, ["preview", *map(str, options)])


def one_sentence(result: Result, code: int) -> str:
    """Return what is said on stderr: one line, from the program itself."""
    assert (result.exit_code, result.stdout) == (code, "")
    [line] = result.stderr.splitlines()
    assert line.startswith("send-kiosk: ")
    assert line.endswith(".")
    return line


def test_without_a_display_it_says_what_to_do(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence as the kiosk itself."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert "There is no display here" in one_sentence(says("--data", data), 2)


def test_without_what_authors_install_it_says_what_to_run(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same sentence as the commands for content."""

    def find_spec(name: str) -> ModuleSpec | None:
        return None if name == "polib" else ModuleSpec(name, None)

    monkeypatch.setattr(authors, "find_spec", find_spec)
    line = one_sentence(says("--data", data), 2)
    assert line == "send-kiosk: This needs what authors install (polib): run `make set-up-dev` in the source."


def test_a_folder_of_something_else_is_none_of_content(tmp_path: Path) -> None:
    """The file that is missed is named, and the option."""
    line = one_sentence(says("--data", tmp_path), 2)
    assert f"{tmp_path} is no folder of content: there is no content.toml in it." in line
    assert "--data" in line


def test_a_folder_that_cannot_be_read_is_said_to_be_so(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the reason that the system gives."""

    def iterdir(path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", iterdir)
    line = one_sentence(says("--data", data), 2)
    assert line == f"send-kiosk: The folder {data} cannot be read (Permission denied)."


def test_settings_that_are_wrong_are_named(data: Path, tmp_path: Path) -> None:
    """Before anything is opened."""
    assert "nowhere.toml" in one_sentence(says("--data", data, "--config", tmp_path / "nowhere.toml"), 3)


@pytest.mark.parametrize(
    "options", [("--data", "nowhere"), ("--as-of", "soon"), ("--authority",)], ids=["folder", "day", "no council"]
)
def test_wrong_options_are_wrong_usage(options: tuple[str, ...]) -> None:
    """The option is named."""
    result = says(*options)
    assert result.exit_code == 2
    assert options[0] in result.stderr


def test_it_starts_with_what_it_was_told(data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The council of the line goes before that of the settings."""
    from kiosk import preview

    asked: list[preview.Desk] = []
    monkeypatch.setattr(preview, "preview", lambda desk: asked.append(desk) or 7)
    settings = tmp_path / "kiosk.toml"
    settings.write_text('[kiosk]\nauthority = "E06000003"\n', encoding="utf-8")
    options = ("--data", data, "--config", settings, "--as-of", "2027-04-01")
    assert says(*options).exit_code == 7
    assert says(*options, "--authority", "E06000021").exit_code == 7
    assert [desk.config.kiosk.authority for desk in asked] == ["E06000003", "E06000021"]
    assert {(desk.data, str(desk.as_of)) for desk in asked} == {(data, "2027-04-01")}
