"""Settings: defaults that work, and one clear sentence for everything that is wrong."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path
from typing import get_type_hints

import pytest

from kiosk.config import Config, Content, Display, Inactivity, Kiosk, Person, load
from kiosk.errors import ConfigError

SHIPPED = Path(__file__).parent.parent / "packaging" / "kiosk.toml"
SECTIONS = get_type_hints(Config)
SETTINGS = [(name, each.name) for name, section in SECTIONS.items() for each in fields(section)]


def write(folder: Path, text: str) -> Path:
    path = folder / "kiosk.toml"
    path.write_text(text, encoding="utf-8")
    return path


def complaint(folder: Path, text: str) -> str:
    path = write(folder, text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    said = str(caught.value)
    assert said.startswith(f"{path}: ")
    assert "\n" not in said
    return said.removeprefix(f"{path}: ")


def test_without_a_file_everything_has_its_default() -> None:
    assert load(None) == Config()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert load(write(tmp_path, "")) == Config()


def test_every_setting_can_be_set(tmp_path: Path) -> None:
    settings = load(
        write(
            tmp_path,
            """
            [kiosk]
            authority = "E06000021"
            [person]
            where = "Desk 2"
            when = "Monday to Friday"
            phone = "01782 234701"
            [out_of_service]
            phone = "01782 234567"
            [display]
            pixels_per_mm = 4
            viewing_distance_mm = 650.5
            renderer = "software"
            [inactivity]
            idle_seconds = 60
            warning_seconds = 120
            """,
        )
    )
    assert settings.kiosk == Kiosk("E06000021")
    assert settings.person == Person("Desk 2", "Monday to Friday", "01782 234701")
    assert settings.out_of_service.phone == "01782 234567"
    assert settings.display == Display(4.0, 650.5, "software")
    assert isinstance(settings.display.pixels_per_mm, float)
    assert settings.inactivity == Inactivity(60, 120)


def test_a_database_is_looked_for_beside_the_settings(tmp_path: Path) -> None:
    settings = load(write(tmp_path, '[content]\ndatabase = "content.db"'))
    assert settings.content == Content(str(tmp_path / "content.db"))
    absolute = tmp_path / "elsewhere.db"
    settings = load(write(tmp_path, f"[content]\ndatabase = '{absolute}'"))
    assert settings.content == Content(str(absolute))


def test_a_file_from_notepad_can_be_read(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text('[person]\nwhere = "Desk 2"', encoding="utf-8-sig")
    assert load(path).person.where == "Desk 2"


@pytest.mark.parametrize("code", ["", "E06000021", "provisional-west-surrey"])
def test_a_code_is_an_ons_code_or_ours_or_none(tmp_path: Path, code: str) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_text(f'[kiosk]\nauthority = "{code}"', encoding="utf-8")
    assert load(path).kiosk.authority == code


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[kisok]", "there is no setting kisok. Did you mean [kiosk]?"),
        ('authority = "E06000021"', "there is no setting authority. Did you mean [kiosk] authority?"),
        (
            "[inactivity]\nidle_second = 60",
            "there is no setting [inactivity] idle_second. Did you mean [inactivity] idle_seconds?",
        ),
        ("kiosk = 3", "[kiosk] is a section: write its settings on the lines below it."),
        (
            '[kiosk]\nauthority = "Stoke"',
            '[kiosk] authority must be a code of E and eight digits, such as "E06000021", or ""; it is "Stoke".',
        ),
        ("[person]\nwhere = 3", "[person] where must be a text in quotes; it is 3."),
        (
            "[inactivity]\nidle_seconds = 59",
            "[inactivity] idle_seconds must be a number from 60 to 1200 without a fraction; it is 59.",
        ),
        (
            "[inactivity]\nidle_seconds = 60.5",
            "[inactivity] idle_seconds must be a number from 60 to 1200 without a fraction; it is 60.5.",
        ),
        (
            "[inactivity]\nwarning_seconds = true",
            "[inactivity] warning_seconds must be a number from 20 to 120 without a fraction; it is true.",
        ),
        (
            '[display]\nviewing_distance_mm = "500"',
            '[display] viewing_distance_mm must be a number from 300 to 1500; it is "500".',
        ),
        (
            "[display]\nviewing_distance_mm = nan",
            "[display] viewing_distance_mm must be a number from 300 to 1500; it is nan.",
        ),
        ("[display]\npixels_per_mm = 1", "[display] pixels_per_mm must be a number from 1.5 to 16, or 0; it is 1."),
        (
            '[display]\nrenderer = "gpu"',
            '[display] renderer must be one of "auto", "software"; it is "gpu".',
        ),
    ],
)
def test_what_is_wrong_is_named_with_what_is_allowed(tmp_path: Path, text: str, said: str) -> None:
    assert complaint(tmp_path, text) == said


def test_what_is_not_toml_says_where(tmp_path: Path) -> None:
    assert complaint(tmp_path, "[person]\nwhere = \n").startswith("this is not TOML: ")
    assert "line 2" in complaint(tmp_path, "[person]\nwhere = \n")


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"nowhere\.toml: the settings cannot be read: No such file or directory\."):
        load(tmp_path / "nowhere.toml")


def test_a_file_that_is_not_text_says_so(tmp_path: Path) -> None:
    path = tmp_path / "kiosk.toml"
    path.write_bytes(b'[person]\nwhere = "Caf\xe9"')
    with pytest.raises(ConfigError, match="are not saved as UTF-8 text"):
        load(path)


def test_the_file_we_ship_shows_every_setting_with_its_default() -> None:
    shown = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))
    assert [(name, key) for name, section in shown.items() for key in section] == SETTINGS
    assert load(SHIPPED) == Config()


def test_the_file_we_ship_says_something_about_every_setting() -> None:
    """The line before a setting, or before its section, is a comment."""
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        if re.match(r"\w+ =", line):
            before = lines[number - 2] if lines[number - 1].startswith("[") else lines[number - 1]
            assert before.startswith("# "), line


@pytest.mark.parametrize(("section", "setting"), SETTINGS)
def test_every_setting_says_what_it_is_and_whether_it_may_be_logged(section: str, setting: str) -> None:
    source = (Path(__file__).parent.parent / "kiosk" / "config.py").read_text(encoding="utf-8")
    of_section = source.partition(f"class {SECTIONS[section].__name__}:")[2]
    documented = re.search(rf'^    {setting}: [^\n]*\n    """(.+?)"""', of_section, re.MULTILINE | re.DOTALL)
    assert documented
    assert re.search(r"(May|Must not) be logged\.", documented[1])
