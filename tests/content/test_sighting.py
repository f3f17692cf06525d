"""A sighting: every way in which an editor saves changes it, and nothing else does."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.sighting import sight
from tests.samples import Sample

FLOW = "flows/challenge.toml"


def in_place(sample: Sample) -> None:
    sample.change(FLOW, "Who is asking?", "Who asks?")


def by_rename(sample: Sample) -> None:
    """As large as before, and with the times of before."""
    path = sample.folder / FLOW
    before = path.stat()
    other = path.with_name(".challenge.toml.new")
    other.write_bytes(path.read_bytes().swapcase())
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)


def a_new_file(sample: Sample) -> None:
    sample.add("translations/pl.po", "")


def a_new_folder(sample: Sample) -> None:
    (sample.folder / "translations").mkdir()


def no_more_a_file(sample: Sample) -> None:
    sample.remove(FLOW)


def a_link_to_nothing(sample: Sample) -> None:
    (sample.folder / "steps" / "lost.toml").symlink_to(sample.folder / "nowhere.toml")


def all_of_it_gone(sample: Sample) -> None:
    shutil.rmtree(sample.folder)


@pytest.mark.parametrize(
    "saving", [in_place, by_rename, a_new_file, a_new_folder, no_more_a_file, a_link_to_nothing, all_of_it_gone]
)
def test_a_change_is_seen(sample: Sample, saving: Callable[[Sample], None]) -> None:
    before = sight(sample.folder)
    assert sight(sample.folder) == before
    saving(sample)
    assert sight(sample.folder) != before


@pytest.mark.parametrize("name", [".challenge.toml.swp", "challenge.toml~", "#challenge.toml#", "README.md"])
def test_what_editors_leave_there_is_not_looked_at(sample: Sample, name: str) -> None:
    before = sight(sample.folder)
    sample.add(f"flows/{name}", "anything")
    assert sight(sample.folder) == before


def test_a_folder_that_cannot_be_looked_into_is_seen(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """And so is that it can be again."""
    before = sight(sample.folder)
    scan = os.scandir

    def refused(folder: Path) -> object:
        if folder.name == "flows":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refused)
    assert sight(sample.folder)[sample.folder / "flows"] == (-13,)
    monkeypatch.undo()
    assert sight(sample.folder) == before
