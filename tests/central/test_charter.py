"""For how long signatures are good stands in the folder of keys, where somebody may change it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central.charter import Charter, load
from kiosk.disk import Disk
from kiosk.errors import CentralError
from tests.helpers.central import NOW


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    charter = Charter(100, 50, 40, 7)
    charter.write(Disk(), tmp_path)
    assert load(tmp_path) == charter
    assert (tmp_path / "central.toml").stat().st_mode & 0o777 == 0o600


def test_without_settings_there_are_defaults(tmp_path: Path) -> None:
    assert load(tmp_path) == Charter(730, 365, 365, 35)
    (tmp_path / "central.toml").write_text("[expiry_days]\ntimestamp = 70\n")
    assert load(tmp_path) == Charter(timestamp=70)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[expiry_days", "is no TOML file"),
        ("\x00", "is no TOML file"),
        ("[expiry_days]\nroots = 1", r"may hold \[expiry_days\] with root, snapshot, targets, timestamp, and nothing"),
        ("[expiry]\nroot = 1", "and nothing else"),
        ("expiry_days = 4", "and nothing else"),
        ("[expiry_days]\nroot = 0", "root must be a whole number of days from 1 to 3650"),
        ("[expiry_days]\nroot = true", "root must be a whole number"),
        ("[expiry_days]\nroot = 3651", "root must be a whole number"),
        ("[expiry_days]\nroot = '7'", "root must be a whole number"),
    ],
)
def test_what_is_wrong_is_one_sentence(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "central.toml").write_text(text)
    with pytest.raises(CentralError, match=said):
        load(tmp_path)


def test_settings_that_cannot_be_read_are_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "central.toml").mkdir()
    with pytest.raises(CentralError, match=r"central\.toml cannot be read \(Is a directory\)"):
        load(tmp_path)
    (tmp_path / "central.toml").rmdir()
    (tmp_path / "central.toml").write_bytes(b"\xff\xff")
    with pytest.raises(CentralError, match="is no TOML file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("role", "days", "warns", "renews"),
    [
        ("root", 61, False, False),
        ("root", 60, False, True),
        ("root", 14, True, True),
        ("timestamp", 18, False, False),
        ("timestamp", 17, False, True),
        ("timestamp", 14, True, True),
        ("timestamp", -1, True, True),
    ],
)
def test_what_expires_soon_is_renewed_and_then_warned_of(role: str, days: int, warns: bool, renews: bool) -> None:
    expires = NOW + timedelta(days=days)
    assert (Charter().warns(role, expires, NOW), Charter().renews(role, expires, NOW)) == (warns, renews)


def test_a_short_life_warns_only_when_half_of_it_is_over() -> None:
    charter = Charter(timestamp=10)
    assert not charter.warns("timestamp", charter.expires("timestamp", NOW), NOW)
    assert charter.warns("timestamp", charter.expires("timestamp", NOW), NOW + timedelta(days=5))
