"""The scratch folder: gone afterwards, also that of a preview that was killed; nobody else's is touched."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.content.scratch import PREFIX, scratch_folder
from kiosk.errors import UsageError

KILLED = """
import os, signal, sys
from pathlib import Path
from kiosk.content.scratch import scratch_folder
with scratch_folder(Path(sys.argv[1])) as folder:
    (folder / "1.db").write_text("left behind")
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_it_is_there_and_then_it_is_gone(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as folder:
        (folder / "1.db").write_text("words")
        assert folder.parent == tmp_path
    assert list(tmp_path.iterdir()) == []


def test_it_is_gone_after_an_error_too(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), scratch_folder(tmp_path):
        raise ZeroDivisionError
    assert list(tmp_path.iterdir()) == []


def test_one_that_is_gone_already_does_no_harm(tmp_path: Path) -> None:
    """A system tidies up by itself."""
    with scratch_folder(tmp_path) as folder:
        folder.rename(tmp_path / "elsewhere")


def test_what_a_killed_preview_left_is_removed_at_the_next_start(tmp_path: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert done.returncode != 0
    [left] = tmp_path.iterdir()
    with scratch_folder(tmp_path) as folder:
        assert not left.exists()
        assert folder.is_dir()


def test_a_preview_that_runs_keeps_its_own(tmp_path: Path) -> None:
    with scratch_folder(tmp_path) as first, scratch_folder(tmp_path) as second:
        assert first != second
        assert first.is_dir()


def test_a_link_and_a_file_of_that_name_are_left_alone(tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.mkdir()
    (tmp_path / f"{PREFIX}link").symlink_to(precious)
    (tmp_path / f"{PREFIX}file").write_text("mine")
    with scratch_folder(tmp_path):
        pass
    assert precious.is_dir()
    assert (tmp_path / f"{PREFIX}file").is_file()


def test_where_none_can_be_made_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no room for the preview in"), scratch_folder(tmp_path / "nowhere"):
        pass
