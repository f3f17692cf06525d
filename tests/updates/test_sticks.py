"""Sticks: found wherever the system shows them, whatever else is on them."""

from __future__ import annotations

import getpass
from pathlib import Path

import pytest

from kiosk.updates.sticks import contents, places
from tests.helpers.central import Central
from tests.helpers.sticks import given, nobody

NAME = "send-kiosk-content.zip"


def put(path: Path) -> Path:
    """Put a file on a stick."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    "name",
    [
        NAME,
        "SEND-KIOSK-CONTENT.ZIP",
        "Send-Kiosk-Content.zip",
        "send-kiosk-content (1).zip",
        "send-kiosk-content-2.zip",
    ],
)
def test_a_bundle_is_found_by_its_name(name: str, tmp_path: Path) -> None:
    """As a file system of old writes it, and as a browser calls what it has fetched before."""
    path = put(tmp_path / "STICK" / name)
    assert contents([tmp_path]) == [path]
    assert contents([tmp_path / "STICK"]) == [path]


@pytest.mark.parametrize(
    "name", [f"._{NAME}", f".{NAME}", "content.zip", "send-kiosk-content.zip.part", "send-kiosk-content.db", "x/y.zip"]
)
def test_what_is_called_otherwise_is_none(name: str, tmp_path: Path) -> None:
    put(tmp_path / "STICK" / name)
    assert contents([tmp_path]) == []


def test_a_folder_by_the_name_of_a_bundle_is_none(tmp_path: Path) -> None:
    (tmp_path / "STICK" / NAME).mkdir(parents=True)
    assert contents([tmp_path]) == []


def test_a_central_folder_is_found(central: Central, tmp_path: Path) -> None:
    """The whole stick may be one, or what an unpacked bundle is called on it."""
    stick = tmp_path / "media" / "STICK"
    central.copy(stick)
    assert contents([tmp_path / "media"]) == [stick]
    central.copy(tmp_path / "media" / "OTHER" / "send-kiosk-content")
    assert contents([tmp_path / "media"]) == [tmp_path / "media" / "OTHER" / "send-kiosk-content", stick]


def test_all_of_every_stick_is_found_once(central: Central, tmp_path: Path) -> None:
    media = tmp_path / "media"
    bundle, other = put(media / "A" / NAME), put(media / "B" / NAME)
    central.copy(media / "A" / "send-kiosk-content")
    put(media / "C" / "holiday.jpg")
    (media / "empty").mkdir()
    put(media / "file")
    assert contents([media, media / "A", media / "nowhere"]) == [bundle, media / "A" / "send-kiosk-content", other]


def test_a_stick_that_may_not_be_read_is_passed_over(tmp_path: Path) -> None:
    """Somebody else's, among those of everybody."""
    other = put(tmp_path / "media" / "B" / NAME)
    put(tmp_path / "media" / "A" / NAME)
    given(tmp_path / "media" / "B")
    (tmp_path / "media" / "A").chmod(0)
    with nobody():
        found = contents([tmp_path / "media"])
    (tmp_path / "media" / "A").chmod(0o700)
    assert found == [other]


def test_the_places_are_those_of_the_settings_or_where_systems_show_sticks(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert places(str(tmp_path)) == [tmp_path]
    monkeypatch.setattr(getpass, "getuser", lambda: "kiosk")
    usual = places("")
    for place in ("/media", "/media/kiosk", "/run/media/kiosk", "/mnt", "/Volumes", "D:/", "Z:/"):
        assert Path(place) in usual
    assert Path("C:/") not in usual


@pytest.mark.parametrize("error", [KeyError("uid not found"), OSError("no such user"), ImportError("pwd")])
def test_a_user_without_a_name_has_no_places_of_its_own(error: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_name() -> str:
        raise error

    monkeypatch.setattr(getpass, "getuser", no_name)
    assert places("")[:2] == [Path("/media"), Path("/mnt")]
