"""Bundles as nobody should make them. What a zip says of itself is never believed further than its bytes go."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest

from kiosk.errors import UpdateError
from kiosk.refresh import Result
from kiosk.updates import bundle
from kiosk.updates.bundle import BundleFetcher
from tests.helpers.refusals import refused
from tests.updates import zips
from tests.updates.attacks import DAMAGED, LACKING, TOO_LONG, Play
from tests.updates.zips import TIMESTAMP, Files, Trick

NEW = Result.NEW
NO_BUNDLE = "{} is damaged, or no bundle. Copy the bundle again."
UNREADABLE = "{} is damaged, or no bundle: metadata/timestamp.json in it cannot be read. Copy the bundle again."
TOO_MANY = "{} lists too many files for a bundle. Copy the right file onto the stick."


def twice(files: Files, path: Path, last: bytes | None = None) -> None:
    """Two timestamps; the last is the good one unless another is given."""
    good = files[TIMESTAMP]
    zips.a_name_twice(files, path, good if last else b"{}", last or good)


TRICKS: dict[str, tuple[Trick, str | Result]] = {
    "deflated": (zips.deflated, NEW),
    "in the format for large files": (zips.for_large_files, NEW),
    "a bundle within a zip within a zip": (zips.within_another, LACKING),
    "a file that unfolds to 40 MB": (zips.unfolding, TOO_LONG),
    "a million names": (zips.a_million_names, TOO_MANY),
    "two lengths of the list, of which the long one holds": (zips.two_lengths, TOO_MANY),
    "a file that begins beyond all measure": (zips.beyond_all_measure, UNREADABLE),
    "all files in one place": (zips.all_in_one_place, UNREADABLE),
    "paths that lead out": (zips.paths_that_lead_out, NEW),
    "a symbolic link": (zips.a_link, DAMAGED),
    "a name twice, the good one last": (twice, NEW),
    "a name twice, the bad one last": (partial(twice, last=b"{}"), DAMAGED),
    "names in capitals": (zips.names_in_capitals, LACKING),
    "names with backslashes": (zips.names_with_backslashes, LACKING),
    "a name with a zero in it": (zips.names_that_end_early, DAMAGED),
    "all in a folder": (zips.in_a_folder, LACKING),
    "a folder for a file": (zips.folders_for_files, LACKING),
    "encrypted": (zips.encrypted, UNREADABLE),
    "bzip2": (zips.bzip2, UNREADABLE),
    "lzma": (zips.lzma, UNREADABLE),
    "an end within the comment": (zips.an_end_in_the_comment, LACKING),
    "of a version that is not yet": (zips.of_a_newer_version, NO_BUNDLE),
    "one of several files": (zips.on_many_disks, NEW),
}


@pytest.mark.parametrize(("trick", "comes_of_it"), TRICKS.values(), ids=TRICKS.keys())
def test_a_trick(trick: Trick, comes_of_it: str | Result, tmp_path: Path) -> None:
    play = Play(tmp_path)
    files = {name: play.central.path(name).read_bytes() for name in play.central.names()}
    path = tmp_path / "stick" / "send-kiosk-content.zip"
    path.parent.mkdir()
    trick(files, path)
    if isinstance(comes_of_it, Result):
        assert play.machine.refresh(path).result is comes_of_it
    else:
        assert refused(play.machine, path) == comes_of_it.format(path)
    assert list(path.parent.iterdir()) == [path]
    assert not list(tmp_path.rglob("*evil*"))


def test_no_more_is_read_into_memory_than_a_list_of_ours_takes(tmp_path: Path) -> None:
    """A file of the largest size that is opened at all, full of holes, is not read."""
    path = tmp_path / "large.zip"
    path.touch()
    os.truncate(path, bundle.MOST_BYTES)
    with pytest.raises(UpdateError, match="is damaged, or no bundle"):
        BundleFetcher(path)
    os.truncate(path, bundle.MOST_BYTES + 1)
    with pytest.raises(UpdateError, match="is too large for a bundle: 268,435,457 bytes"):
        BundleFetcher(path)


def test_a_bundle_that_is_not_there(tmp_path: Path) -> None:
    """It went away between being seen and being opened."""
    with pytest.raises(UpdateError) as caught:
        BundleFetcher(tmp_path / "gone.zip")
    assert str(caught.value) == f"{tmp_path / 'gone.zip'} cannot be read: No such file or directory."
