"""The model of the disk allows what file systems allow, and nothing that was made safe is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.disk import Disk
from tests.helpers.platter import State
from tests.helpers.power import KilledError, PowerDisk

WHOLE, EMPTY = b"123456", b""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "disk").mkdir()
    return tmp_path / "disk"


def found(disk: PowerDisk, step: int | None = None) -> set[State]:
    """Return what may be found after a cut before a step; else after the last."""
    number = len(disk.steps) if step is None else step
    return {cut.state for cut in disk.cuts() if cut.step == number}


def contents(states: set[State], name: str) -> set[bytes | None]:
    """Return what a file may hold; None for a file that is not there."""
    return {dict(state.names).get(name) for state in states}


def test_a_file_that_was_not_synced_may_be_torn_in_any_way(root: Path) -> None:
    disk = PowerDisk(root)
    disk.write(root / "file", WHOLE)
    before_the_sync = contents(found(disk, 4), "file")
    assert {None, EMPTY, b"12", b"1234", WHOLE, b"\0\x003456", b"12\0\x0056", b"1234\0\0", bytes(6)} < before_the_sync
    assert contents(found(disk), "file") == {None, WHOLE}


def test_a_name_is_safe_once_its_folder_was_synced(root: Path) -> None:
    disk = PowerDisk(root)
    disk.write(root / "file", WHOLE)
    disk.sync_folder(root)
    assert found(disk) == {State((("file", WHOLE),))}


def test_a_folder_that_is_safe_may_be_empty(root: Path) -> None:
    disk = PowerDisk(root)
    disk.make_folder(root / "folder")
    disk.write(root / "folder" / "file", WHOLE)
    assert found(disk) == {State((("folder", None),)), State((("folder", None), ("folder/file", WHOLE)))}


def test_a_file_that_is_written_over_may_be_lost(root: Path) -> None:
    """Which is why nothing is."""
    (root / "file").write_bytes(b"old")
    disk = PowerDisk(root)
    disk.write(root / "file", WHOLE)
    assert {b"old", EMPTY, b"12"} < contents(found(disk, 3), "file")


def test_a_file_that_is_replaced_is_the_old_or_the_new(root: Path) -> None:
    (root / "file").write_bytes(b"old")
    disk = PowerDisk(root)
    disk.replace_file(root / "file", WHOLE)
    for step in range(len(disk.steps)):
        assert contents(found(disk, step), "file") <= {b"old", WHOLE}
    assert contents(found(disk), "file") == {WHOLE}


def test_what_came_from_another_folder_may_be_in_both_or_in_neither(root: Path) -> None:
    for name in ("a", "b"):
        (root / name).mkdir()
    (root / "a" / "file").write_bytes(WHOLE)
    disk = PowerDisk(root)
    disk.rename(root / "a" / "file", root / "b" / "file")
    places = {tuple(name for name, held in state.names if held) for state in found(disk)}
    assert places == {(), ("a/file",), ("b/file",), ("a/file", "b/file")}
    disk.sync_folder(root / "b")
    assert contents(found(disk), "b/file") == {WHOLE}


def test_each_file_of_a_tree_that_is_removed_may_be_there(root: Path) -> None:
    (root / "folder").mkdir()
    for name in ("a", "b"):
        (root / "folder" / name).write_bytes(WHOLE)
    disk = PowerDisk(root)
    disk.remove(root / "folder")
    assert {len(state.names) for state in found(disk)} == {0, 1, 2, 3}
    assert not (root / "folder").exists()
    disk.sync_folder(root)
    assert found(disk) == {State(())}


def test_where_there_is_too_much_to_list_some_is_taken_by_lot(root: Path) -> None:
    disk = PowerDisk(root)
    for number in range(12):
        disk.write(root / f"{number}", b"")
    states = found(disk)
    assert 2 * 12 + 2 < len(states) < 2**12
    assert {len(state.names) for state in states} > {0, 1, 11, 12}


def test_what_others_have_written_may_be_left(root: Path) -> None:
    disk = PowerDisk(root)
    disk.make_folder(root / "work")
    (root / "work" / "others").write_bytes(WHOLE)
    disk.sync_folder(root)
    held = {held for seed in range(20) for cut in disk.cuts(seed=seed) for name, held in cut.state.names if held}
    assert held == {WHOLE, WHOLE[:3]}


def test_whoever_is_killed_writes_no_more_and_goes_on_with_what_was_written(root: Path) -> None:
    disk = PowerDisk(root, kill_at=5)
    with pytest.raises(KilledError):
        disk.replace_file(root / "file", WHOLE)
    with pytest.raises(KilledError):
        disk.sync_folder(root)
    assert (root / ".new-file").read_bytes() == WHOLE
    disk.restart()
    disk.replace_file(root / "file", WHOLE)
    assert contents(found(disk), "file") == {WHOLE}
    assert len(disk.promises) == 1


def test_a_state_is_made_real_as_it_is(root: Path, tmp_path: Path) -> None:
    Disk().make_folder(root / "folder")
    Disk().write(root / "folder" / "file", WHOLE)
    state = State.read(root)
    assert State.read(state.write(tmp_path / "again")) == state
    assert hash(State.read(root)) == hash(state)
