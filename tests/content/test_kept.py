"""What was fetched and kept, at start: the best that opens, whatever the disk has done to it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.kept import kept_first, published
from kiosk.content.release import Number, Release
from kiosk.content.releases import Releases
from kiosk.disk import Disk
from tests.helpers.machine import BUNDLED, content_of


@pytest.fixture
def bundled(tmp_path: Path) -> Path:
    path = tmp_path / "program.db"
    path.write_bytes(content_of(BUNDLED))
    return path


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    return Releases(tmp_path / "state")


class ReadOnlyDisk(Disk):
    """A disk that can be read and no longer written."""

    def write(self, path: Path, data: bytes) -> None:
        raise OSError(30, "Read-only file system")


def stage(releases: Releases, day: int) -> Release:
    """Have content of a day in December 2026 wait."""
    database = releases.folder.parent / f"{day}.db"
    database.write_bytes(content_of(date(2026, 12, day)))
    return releases.stage(database, Number(1, day), date(2026, 12, day), f"{day:064}")


def test_the_date_of_content_that_cannot_be_read_is_before_all_others(tmp_path: Path, bundled: Path) -> None:
    assert published(bundled) == BUNDLED
    assert published(tmp_path / "nowhere.db") == date.min


def test_without_releases_there_is_the_programs_own(releases: Releases, bundled: Path) -> None:
    assert list(kept_first(releases, bundled)) == [bundled]
    assert not releases.folder.exists()


def test_the_active_one_first_then_the_last_good_then_the_programs(releases: Releases, bundled: Path) -> None:
    """Whoever asks for the next has failed with the one before."""
    old = stage(releases, 1)
    releases.activate(old, proven=True)
    new = stage(releases, 2)
    ways = kept_first(releases, bundled)
    assert next(ways) == new.database
    assert releases.pointer.active == new.id
    assert next(ways) == old.database
    assert releases.pointer.active == old.id
    assert next(ways) == bundled
    assert releases.pointer.active == ""


def test_a_release_that_is_gone_is_passed_over(releases: Releases, bundled: Path) -> None:
    old = stage(releases, 1)
    releases.activate(old, proven=True)
    new = stage(releases, 2)
    releases.activate(new, proven=True)
    new.database.unlink()
    assert next(kept_first(releases, bundled)) == old.database
    assert releases.pointer.active == old.id


def test_where_nothing_can_be_written_what_is_there_is_shown(
    releases: Releases, bundled: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The disk turned read-only, with a release that waits, one that is shown and one before it."""
    old = stage(releases, 1)
    releases.activate(old, proven=True)
    shown = stage(releases, 2)
    releases.activate(shown, proven=True)
    stage(releases, 3)
    ways = list(kept_first(Releases(releases.folder, ReadOnlyDisk()), bundled))
    assert ways == [shown.database, old.database, bundled]
    assert f"{releases.folder} cannot be written: Read-only file system." in caplog.text
    assert Releases(releases.folder).pointer.active == shown.id
    caplog.clear()
