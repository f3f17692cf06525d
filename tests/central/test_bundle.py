"""A bundle is the current set in one file: the same bytes each time, and what a kiosk would take."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from kiosk.central import renewal
from kiosk.central.bundle import bundle
from kiosk.central.candidate import Candidate
from kiosk.central.folder import CentralFolder
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk
from tests.central.office import OLD, Office
from tests.helpers.central import NOW, shown
from tests.helpers.machine import BUNDLED, Machine, content_of

TINY = Candidate(content_of(BUNDLED), BUNDLED)


@pytest.fixture
def stocked(office: Office) -> Office:
    """An office that has published real content, and has had another online key since."""
    office.publish(TINY)
    office.rotate("online")
    return office


def test_it_holds_the_current_set(stocked: Office, tmp_path: Path) -> None:
    path, chain = bundle(stocked.folder, tmp_path / "out.zip", NOW)
    with ZipFile(path) as file:
        assert file.namelist() == chain.names()
        assert {info.compress_type for info in file.infolist()} == {ZIP_STORED}
        file.extractall(tmp_path / "out")
    assert shown(tmp_path / "out", stocked.root) == TINY.data


def test_a_kiosk_takes_it(stocked: Office, tmp_path: Path) -> None:
    path, _ = bundle(stocked.folder, tmp_path / "out.zip", NOW)
    machine = Machine(tmp_path / "machine", stocked.root)
    machine.refresh(path)
    assert machine.starts() == BUNDLED


def test_the_same_set_gives_the_same_bytes(stocked: Office, tmp_path: Path) -> None:
    first, second = (bundle(stocked.folder, tmp_path / name, NOW)[0].read_bytes() for name in ("a.zip", "b.zip"))
    assert first == second


def test_on_a_stick_it_has_the_name_that_kiosks_look_for(stocked: Office, tmp_path: Path) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    assert bundle(stocked.folder, stick, NOW)[0] == stick / "send-kiosk-content.zip"


def test_it_is_called_as_a_zip_file(stocked: Office, tmp_path: Path) -> None:
    """So nobody writes over their notes."""
    notes = tmp_path / "notes.txt"
    notes.write_text("mine")
    with pytest.raises(CentralError) as refused:
        bundle(stocked.folder, notes, NOW)
    assert str(refused.value) == f"A bundle’s name ends in .zip: call it {tmp_path / 'notes.zip'}."
    assert notes.read_text() == "mine"


def test_a_stick_that_is_not_in_is_told_of(stocked: Office, tmp_path: Path) -> None:
    """Nobody shall be told to write the bundle beside the place where the stick would be."""
    with pytest.raises(CentralError) as refused:
        bundle(stocked.folder, tmp_path / "stick", NOW)
    assert str(refused.value) == (
        f"There is no folder {tmp_path / 'stick'}. Look whether the stick is in; else name a file that ends in .zip."
    )
    assert not (tmp_path / "stick").exists()


def test_what_has_expired_is_not_bundled(stocked: Office, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    out.write_bytes(b"before")
    then = NOW + timedelta(days=400)
    with pytest.raises(CentralError, match="the signature of targets and snapshot and timestamp has expired"):
        bundle(stocked.folder, out, then)
    assert out.read_bytes() == b"before"
    renewal.renew(stocked.publisher(now=then, clock_is_right=True))
    bundle(stocked.folder, out, then)


def test_nothing_is_no_bundle(office: Office, tmp_path: Path) -> None:
    with pytest.raises(CentralError, match=r"Nothing is published in .* yet"):
        bundle(office.folder, tmp_path / "out.zip", NOW)


def test_broken_content_is_not_bundled(stocked: Office, tmp_path: Path) -> None:
    [name] = stocked.chain().files()
    (stocked.folder.path / name).write_bytes(TINY.data[:-1] + b"?")
    with pytest.raises(CentralError, match="is not what was signed"):
        bundle(stocked.folder, tmp_path / "out.zip", NOW)


def test_content_that_no_kiosk_can_open_is_not_bundled(office: Office, tmp_path: Path) -> None:
    office.publish(OLD)
    with pytest.raises(CentralError, match="A kiosk would not take this bundle, so that it was not written: "):
        bundle(office.folder, tmp_path / "out.zip", NOW)
    assert not [path for path in tmp_path.iterdir() if "out.zip" in path.name]


def test_it_is_not_written_into_the_central_folder(stocked: Office) -> None:
    for out in (stocked.folder.path, stocked.folder.path / "metadata/timestamp.json"):
        with pytest.raises(CentralError, match="lies in the central folder"):
            bundle(stocked.folder, out, NOW)


def test_a_place_that_cannot_be_written_is_one_sentence(stocked: Office, tmp_path: Path) -> None:
    with pytest.raises(CentralError, match=r"out\.zip cannot be written \(No such file or directory\)"):
        bundle(stocked.folder, tmp_path / "none" / "out.zip", NOW)


def test_whatever_fails_what_was_there_stays(stocked: Office, tmp_path: Path) -> None:
    out = tmp_path / "out.zip"
    disk = FailingDisk(0)
    bundle(CentralFolder(stocked.folder.path, disk), out, NOW)
    out.write_bytes(b"before")
    for at in range(1, disk.count + 1):
        with pytest.raises(CentralError, match="cannot be written"):
            bundle(CentralFolder(stocked.folder.path, FailingDisk(at)), out, NOW)
        assert out.read_bytes() == b"before" or at > 2
