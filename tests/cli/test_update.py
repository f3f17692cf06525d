"""`send-kiosk update`: one look at the central file, and one sentence about what came of it."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kiosk import paths
from kiosk.cli import main
from kiosk.cli.update import POLITE
from kiosk.content.releases import Releases
from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, content_of

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (24, 25, 26))
NEW = "The content of {} November 2026 is here and was checked. It is shown as soon as nobody is at the screen."
SAME = "There is nothing new: the content of {} November 2026 is the newest."
STAYS = "The content stays as it is."


@pytest.fixture
def central(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Central:
    """A central folder, for a program that has older content inside."""
    bundled = tmp_path / "program.db"
    bundled.write_bytes(content_of(BUNDLED))
    monkeypatch.setattr(paths, "content_database", lambda: bundled)
    central = Central(tmp_path / "central")
    publish(central, FIRST)
    (tmp_path / "root.json").write_bytes(central.root)
    return central


def publish(central: Central, published: date) -> None:
    central.publish(content_of(published), published.isoformat())


@pytest.fixture
def settings(central: Central, tmp_path: Path) -> Path:
    """Settings whose paths all start at their own folder."""
    path = tmp_path / "kiosk.toml"
    path.write_text('[updates]\nsource = "central"\nroot = "root.json"\nreleases = "kept"\nsticks = "sticks"\n')
    (tmp_path / "sticks").mkdir()
    return path


def update(settings: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["update", "--config", str(settings), *options])


def waits(settings: Path) -> date | None:
    staged = Releases(settings.parent / "kept").staged()
    return staged.published if staged else None


def refusal(result: Result, exit_code: int = 5) -> str:
    """Return the one line that says why nothing was taken."""
    assert result.exit_code == exit_code, result.output
    assert result.stdout == ""
    [line] = result.stderr.splitlines()
    return line.removeprefix("send-kiosk: ")


def test_what_is_new_is_taken_and_the_next_time_it_is_the_newest(settings: Path) -> None:
    assert update(settings).stdout == NEW.format(24) + "\n"
    assert waits(settings) == FIRST
    assert update(settings).stdout == SAME.format(24) + "\n"


def test_another_program_reads_what_came_of_it(settings: Path) -> None:
    for result in ("new", "same"):
        said = json.loads(update(settings, "--json").stdout)
        assert said["result"] == result
        assert said["published"] == "2026-11-24"
        assert said["sentence"] == (NEW if result == "new" else SAME).format(24)


def test_another_program_reads_why_nothing_came_of_it(settings: Path) -> None:
    result = update(settings, "--json", "--from", "nowhere")
    assert result.exit_code == 5
    assert json.loads(result.stdout) == {
        "result": "kept",
        "published": "",
        "sentence": "There is no folder and no bundle nowhere.",
    }


def test_the_command_line_goes_before_the_settings(settings: Path, central: Central, tmp_path: Path) -> None:
    other = Central(tmp_path / "other")
    publish(other, SECOND)
    (tmp_path / "other.json").write_bytes(other.root)
    given = ["--from", str(other.folder), "--root", str(tmp_path / "other.json"), "--releases", str(tmp_path / "mine")]
    assert update(settings, *given).stdout == NEW.format(25) + "\n"
    assert waits(settings) is None
    refused = refusal(update(settings, "--authority", "E09000001"))
    assert "authority E09000001: The settings name this authority, and the content does not know it" in refused


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ("{}/nowhere", "There is no folder and no bundle {}/nowhere."),
        ("{}/root.json", "{}/root.json is damaged, or no bundle. Copy the bundle again."),
        ("{}/kiosk.toml", "{}/kiosk.toml is damaged, or no bundle. Copy the bundle again."),
        ("{}/sticks", "{}/sticks lacks a file that a central folder has. Is this the right place, and all of it?"),
        (
            "{}/central/metadata",
            "{}/central/metadata lacks a file that a central folder has. Is this the right place, and all of it?",
        ),
        ("http://example.org/send", "http://example.org/send is not safe: an address begins with https://."),
        (
            "gopher://example.org",
            "gopher://example.org is not a web address of a central folder. It looks like https://example.org/send.",
        ),
        ("usb", "No stick with content is in this machine. It has send-kiosk-content.zip on it."),
    ],
)
def test_a_source_that_is_none(source: str, says: str, settings: Path) -> None:
    here = settings.parent
    assert refusal(update(settings, "--from", source.format(here))) == f"{says.format(here)} {STAYS}"
    assert waits(settings) is None


def test_no_source_at_all(settings: Path) -> None:
    asked = 'There is no source: write [updates] source = "https://…" in the settings, or say --from.'
    assert refusal(update(settings, "--from", ""), 3) == asked
    assert refusal(CliRunner().invoke(main, ["update"]), 3) == asked


@pytest.mark.parametrize("root", ["nowhere.json", "kiosk.toml"])
def test_a_root_that_is_none(root: str, settings: Path) -> None:
    said = refusal(update(settings, "--root", str(settings.parent / root)), 3)
    assert said.endswith(('write [updates] root = "root.json" in the settings.', "Ask the publisher for root.json."))


@pytest.mark.parametrize(
    "options",
    [
        ("--from",),
        ("central",),
        ("--form", "central"),
        ("--root", "."),
        ("--releases", "pyproject.toml"),
        ("--sticks",),
    ],
)
def test_a_wrong_word_is_named(options: tuple[str, ...], settings: Path) -> None:
    result = update(settings, *options)
    assert result.exit_code == 2
    assert "Error: " in result.stderr


def test_settings_that_are_none(tmp_path: Path) -> None:
    said = refusal(update(tmp_path / "nowhere.toml"), 3)
    assert said == f"{tmp_path / 'nowhere.toml'}: the settings cannot be read: No such file or directory."


# Sticks --------------------------------------------------------------------------------------------------------------


def stick(settings: Path, name: str) -> Path:
    folder = settings.parent / "sticks" / name
    folder.mkdir()
    return folder


def test_a_stick(settings: Path, central: Central) -> None:
    central.bundle(stick(settings, "A"))
    assert update(settings, "--from", "usb").stdout == NEW.format(24) + "\n"


@pytest.mark.parametrize("names", [("A", "B"), ("B", "A")])
def test_of_several_sticks_the_newest_wins(names: tuple[str, str], settings: Path, central: Central) -> None:
    """Whichever is looked at first."""
    for name, published in zip(names, (SECOND, THIRD), strict=True):
        publish(central, published)
        central.bundle(stick(settings, name))
    assert update(settings, "--from", "usb").stdout == NEW.format(26) + "\n"
    assert waits(settings) == THIRD


def test_a_bundle_and_a_folder_on_one_stick(settings: Path, central: Central) -> None:
    """The one is damaged, and the other is good."""
    both = stick(settings, "A")
    (both / "send-kiosk-content.zip").write_bytes(b"PK half")
    central.copy(both / "send-kiosk-content")
    assert update(settings, "--from", "usb").stdout == NEW.format(24) + "\n"


def test_where_nothing_is_new_what_is_wrong_with_another_stick_is_said(settings: Path, central: Central) -> None:
    """It may be the one that somebody has just brought."""
    central.bundle(stick(settings, "A"))
    update(settings, "--from", "usb")
    damaged = stick(settings, "B") / "send-kiosk-content (1).zip"
    damaged.write_bytes(b"PK half")
    said = update(settings, "--from", "usb").stdout
    assert said == f"{SAME.format(24)} {damaged} is damaged, or no bundle. Copy the bundle again.\n"


def test_sticks_that_are_all_wrong(settings: Path) -> None:
    for name in ("A", "B"):
        (stick(settings, name) / "send-kiosk-content.zip").write_bytes(b"PK half")
    first = settings.parent / "sticks" / "A" / "send-kiosk-content.zip"
    said = refusal(update(settings, "--from", "usb"))
    assert said == f"{first} is damaged, or no bundle. Copy the bundle again. {STAYS}"


# Beside a running kiosk ----------------------------------------------------------------------------------------------


def test_beside_a_kiosk_it_takes_what_the_screen_leaves(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(os, "nice", asked.append)
    update(settings, "--beside")
    assert asked == [POLITE]


def test_it_goes_on_where_it_may_not_be_polite(settings: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows, which knows no niceness."""
    monkeypatch.delattr(os, "nice")
    assert update(settings, "--beside").exit_code == 0


def test_a_real_process_of_its_own(settings: Path, tmp_path: Path) -> None:
    """As the window starts it: nothing but the sentence is said."""
    command = [*paths.program(), "update", "--config", str(settings), "--json", "--beside"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=paths.ROOT, check=False)
    assert json.loads(done.stdout)["result"] in ("new", "kept")  # older than the program's own, where one is built
    assert "Traceback" not in done.stderr


def test_a_setting_that_is_wrong_is_told_to_another_program_too(settings: Path) -> None:
    """Or the kiosk's log would only know that the update ended without a word."""
    result = update(settings, "--root", "nowhere.json", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout)["result"] == "kept"
    assert "nowhere.json: the trusted root cannot be read" in json.loads(result.stdout)["sentence"]
