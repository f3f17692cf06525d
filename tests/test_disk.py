"""The disk: what is written is there whole or not at all. Power cuts stand in `tests/updates/test_power.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kiosk.disk import TEMPORARY, Disk


def test_a_file_is_replaced_and_leaves_nothing_beside(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for data in (b"old", b"new"):
        Disk().replace_file(path, data)
        assert path.read_bytes() == data
    assert list(tmp_path.iterdir()) == [path]


def test_what_could_not_be_written_leaves_the_old(tmp_path: Path) -> None:
    """The name that it would be written under first is taken by a folder."""
    path = tmp_path / "file"
    Disk().replace_file(path, b"old")
    (tmp_path / f"{TEMPORARY}file").mkdir()
    with pytest.raises(OSError, match="Is a directory"):
        Disk().replace_file(path, b"new")
    assert path.read_bytes() == b"old"


def test_a_copy_is_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "source").write_bytes(b"data")
    Disk().copy_file(tmp_path / "source", tmp_path / "target")
    (tmp_path / "source").write_bytes(b"other")
    assert (tmp_path / "target").read_bytes() == b"data"


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    for _ in range(2):
        Disk().make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()


def test_a_folder_that_a_file_is_in_the_way_of(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileExistsError):
        Disk().make_folder(tmp_path / "file")
    with pytest.raises(NotADirectoryError):
        Disk().make_folder(tmp_path / "file" / "below")


def test_anything_is_removed_that_is_there(tmp_path: Path) -> None:
    """A folder with what is in it; of a link, the link alone; and nothing where there is nothing."""
    folder, link, file = tmp_path / "folder", tmp_path / "link", tmp_path / "file"
    (folder / "inner").mkdir(parents=True)
    file.write_bytes(b"data")
    link.symlink_to(folder, target_is_directory=True)
    Disk().remove(link)
    assert folder.is_dir()
    for path in (folder, file, tmp_path / "nothing"):
        Disk().remove(path)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_no_file_has_is_given(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"data")
    Disk().rename_new(source, target)
    assert target.read_bytes() == b"data"
    assert list(tmp_path.iterdir()) == [target]


def test_a_name_that_a_file_has_is_not_given(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"new")
    target.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        Disk().rename_new(source, target)
    assert (source.read_bytes(), target.read_bytes()) == (b"new", b"old")


@pytest.mark.parametrize("taken", [True, False])
def test_a_stick_that_knows_no_links_gives_names_all_the_same(
    taken: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    source, target = tmp_path / "source", tmp_path / "target"
    source.write_bytes(b"new")
    if taken:
        target.write_bytes(b"old")
        with pytest.raises(FileExistsError):
            Disk().rename_new(source, target)
    else:
        Disk().rename_new(source, target)
    assert target.read_bytes() == (b"old" if taken else b"new")


def test_where_folders_cannot_be_opened_their_names_are_safe_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, which opens no folders."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    Disk().sync_folder(tmp_path)
    with pytest.raises(FileNotFoundError):
        monkeypatch.undo()
        Disk().sync_folder(tmp_path / "nowhere")


def test_a_folder_that_has_nothing_to_sync_is_safe_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system image that is never written knows no syncing; a disk that fails is told of."""
    errors = iter([OSError(22, "Invalid argument"), OSError(5, "Input/output error")])

    def fail(_: int) -> None:
        raise next(errors)

    monkeypatch.setattr(os, "fsync", fail)
    Disk().sync_folder(tmp_path)
    with pytest.raises(OSError, match="Input/output error"):
        Disk().sync_folder(tmp_path)
