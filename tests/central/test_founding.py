"""A central folder is founded with keys for everybody, in folders that were empty, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.founding import Founding
from kiosk.central.roles import keys_of, listed
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk
from tests.central.office import THREE, Office, passphrase
from tests.helpers.central import NOW


def founding(home: Path, people: tuple[str, ...] = (), disk: FailingDisk | None = None) -> Founding:
    return Founding(CentralFolder(home / "central", disk), home / "keys", Charter(), people, NOW)


def test_one_person_has_a_key_for_root_and_one_for_targets(office: Office) -> None:
    root = office.chain().root
    who = {role: (listed(keys_of(root, role)), root.roles[role].threshold) for role in root.roles}
    assert who == {
        "root": ("root", 1),
        "targets": ("targets", 1),
        "snapshot": ("online", 1),
        "timestamp": ("online", 1),
    }
    assert office.shows() is None


def test_two_of_three_have_to_sign(three: Office) -> None:
    root = three.chain().root
    assert all(
        (listed(keys_of(root, role), "and"), root.roles[role].threshold) == ("amina, ben and carys", 2)
        for role in ("root", "targets")
    )
    assert three.shows() is None


def test_everything_is_signed_now_and_good_for_as_long_as_the_charter_says(tmp_path: Path) -> None:
    office = Office(tmp_path, charter=Charter(100, 50, 40, 7))
    days = {
        role: (office.chain().made(role).signed.expires - NOW).days
        for role in ("root", "targets", "snapshot", "timestamp")
    }
    assert days == {"root": 100, "targets": 50, "snapshot": 40, "timestamp": 7}
    assert office.chain().signed_on == NOW


@pytest.mark.parametrize("name", ["central", "keys"])
def test_a_folder_that_is_not_empty_is_left_alone(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    (tmp_path / name / "letter.txt").write_text("mine")
    with pytest.raises(CentralError, match=f"{name} is there already, and is not empty"):
        founding(tmp_path).found(passphrase)
    (tmp_path / name / "letter.txt").unlink()
    founding(tmp_path).found(passphrase)


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    (tmp_path / "central").write_text("mine")
    with pytest.raises(CentralError, match="is there already"):
        founding(tmp_path).prove()


def test_a_place_that_cannot_be_written_is_told_before_any_passphrase(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Root may write everywhere, so that the answer of the system is made up."""
    monkeypatch.setattr(os, "access", lambda path, _: path != tmp_path)
    with pytest.raises(CentralError) as refused:
        founding(tmp_path / "srv").prove()
    assert str(refused.value) == (
        f"{tmp_path / 'srv/central'} cannot be made: this account may not write into {tmp_path}. "
        "Let it, or name another place."
    )


@pytest.mark.parametrize(
    "people", [("amina", "ben"), ("amina", "ben", "ben"), ("amina", "ben", "online"), (*THREE, "d")]
)
def test_three_people_need_three_names(tmp_path: Path, people: tuple[str, ...]) -> None:
    with pytest.raises(CentralError, match="Three people need three names"):
        founding(tmp_path, people).prove()


def test_a_passphrase_that_is_too_short_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(CentralError, match="16 characters"):
        founding(tmp_path).found(lambda _: "short")
    assert not list(tmp_path.iterdir())


def test_whatever_fails_it_can_be_founded_again(tmp_path: Path) -> None:
    disk = FailingDisk(0)
    founding(tmp_path / "once", disk=disk).found(passphrase)
    for at in range(1, disk.count + 1):
        home = tmp_path / str(at)
        with pytest.raises(CentralError, match=r"cannot be read or written \(No space left on device\)"):
            founding(home, disk=FailingDisk(at)).found(passphrase)
        founding(home).prove()
