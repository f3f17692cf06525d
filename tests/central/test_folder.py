"""Files of a central folder are written once, or replaced in one step; who loses a race is told."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.central.folder import CentralFolder
from kiosk.disk import Disk
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk
from tests.central.office import CONTENT, OLD, Office


def test_what_is_written_once_is_not_written_again(office: Office) -> None:
    office.folder.write_once("metadata/9.targets.json", b"one")
    office.folder.write_once("metadata/9.targets.json", b"one")
    with pytest.raises(CentralError, match=r"Somebody else has written metadata/9\.targets\.json"):
        office.folder.write_once("metadata/9.targets.json", b"two")
    assert office.folder.read("metadata/9.targets.json", 10) == b"one"
    assert not [name for name in office.folder.names() if ".new-" in name]


def test_so_it_is_where_there_are_no_links(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", unknown)
    test_what_is_written_once_is_not_written_again(office)
    office.publish(OLD)
    assert office.shows() == OLD.data


def test_a_timestamp_that_is_not_the_one_begun_with_stays(office: Office) -> None:
    stamp = office.chain().stamp
    with pytest.raises(CentralError, match=r"Somebody else has published into .* meanwhile\. Nothing was changed"):
        office.folder.replace_timestamp(b"mine", b"another")
    with pytest.raises(CentralError, match="meanwhile"):
        office.folder.replace_timestamp(b"mine", None)
    assert office.chain().stamp == stamp


def test_a_timestamp_that_is_replaced_at_the_same_moment_is_noticed(office: Office) -> None:
    class Raced(Disk):
        def sync_folder(self, folder: Path) -> None:
            (folder / "timestamp.json").write_bytes(b"theirs")

    with pytest.raises(CentralError, match="at the same moment"):
        CentralFolder(office.folder.path, Raced()).replace_timestamp(b"mine", office.chain().stamp)


def test_numbers_are_above_whatever_is_there(office: Office) -> None:
    assert office.folder.next_number("targets", 1) == 2
    office.folder.write_once("metadata/7.targets.json", b"left by somebody")
    office.folder.write_once(f"metadata/{'9' * 30}.targets.json", b"by a vandal")
    assert office.folder.next_number("targets", 1) == 8
    assert office.folder.next_number("snapshot", 1) == 2
    office.publish(OLD)
    assert office.chain().targets.signed.version == 8


def test_a_folder_that_cannot_be_read_is_one_sentence(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(path: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(os, "scandir", refused)
    with pytest.raises(CentralError, match=r"cannot be read or written \(Permission denied\)"):
        office.chain()


def test_a_full_disk_is_left_no_fuller(office: Office) -> None:
    before = office.folder.names()
    for write in (CentralFolder.write_content, CentralFolder.write_once):
        with pytest.raises(OSError, match="No space left on device"):
            write(CentralFolder(office.folder.path, FailingDisk(1)), CONTENT, b"content")
    assert office.folder.names() == before


def test_a_first_root_that_is_gone_is_missed_and_a_folder_of_another_kind_is_none(office: Office) -> None:
    (office.folder.path / "metadata/1.root.json").unlink()
    with pytest.raises(CentralError, match=r"metadata/1\.root\.json is missing in .*\. Put back a good copy of it"):
        office.folder.prove_central()
    with pytest.raises(CentralError, match=r"There is no central folder .* Look at its name"):
        CentralFolder(office.keys).prove_central()


def test_content_that_is_there_already_is_not_written_again(office: Office) -> None:
    name = office.folder.write_content(CONTENT, b"content")
    before = (office.folder.path / name).stat().st_mtime_ns
    assert office.folder.write_content(CONTENT, b"content") == name
    assert (office.folder.path / name).stat().st_mtime_ns == before
