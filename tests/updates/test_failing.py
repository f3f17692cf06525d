"""Sticks that are pulled out, shares that go away, disks that are full: at every moment, and nothing is lost by it."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from filelock import FileLock

from kiosk import paths, refresh
from kiosk.content.releases import Releases
from kiosk.errors import UpdateError
from kiosk.refresh import Result
from kiosk.updates import bundle
from kiosk.updates.folder import FolderFetcher
from kiosk.updates.source import Source
from tests.helpers.central import Central
from tests.helpers.machine import Machine
from tests.helpers.refusals import refused
from tests.helpers.sticks import PulledOut, StickFile, StickPath, given, made, mounted, nobody
from tests.updates.samples import SECOND, copied, publish

PAGE = 4096

ERRORS = {errno.EIO: "Input/output error", errno.ESTALE: "Stale file handle"}


class Pulling:
    """Looks again and again, with a kiosk that knows nothing of the look before, each time one moment later."""

    def __init__(self, machine: Machine) -> None:
        self._machine = machine
        self.moments = 0

    def until_it_comes_to_the_end(self, opened: Callable[[PulledOut], Source | Path], number: int, says: str) -> None:
        """See that each look but the last is refused with a sentence, and that the last one takes the content."""
        for at in count(1):
            stick = PulledOut(at, number)
            machine = copied(self._machine, self._machine.folder.with_name(f"kiosk {at}"))
            source = opened(stick)
            if self._ends(machine, source):
                assert not stick.is_out
                assert machine.starts() == SECOND
                return
            assert self._said == says
            self.moments += 1

    def _ends(self, machine: Machine, source: Source | Path) -> bool:
        try:
            self._said = refused(machine, source)
        except pytest.fail.Exception:  # nothing was refused
            return True
        return False


@pytest.mark.parametrize("number", ERRORS)
def test_a_folder_that_goes_away(number: int, central: Central, machine: Machine) -> None:
    """At each look, each opening and each read in turn."""
    publish(central, SECOND)
    pulling = Pulling(machine)
    pulling.until_it_comes_to_the_end(
        lambda stick: Source("stick", FolderFetcher(StickPath.on(stick, central.folder))),
        number,
        f"stick cannot be reached or read: {ERRORS[number]}.",
    )
    assert pulling.moments > 10


@pytest.mark.parametrize("number", ERRORS)
def test_a_bundle_that_goes_away(
    number: int, central: Central, machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At each read in turn, from that of its list of files on."""
    publish(central, SECOND)
    path = central.bundle(tmp_path / "stick.zip")

    def opened(stick: PulledOut) -> Path:
        monkeypatch.setattr(bundle.io, "FileIO", partial(StickFile, stick))
        return path

    pulling = Pulling(machine)
    pulling.until_it_comes_to_the_end(opened, number, f"{path} cannot be read: {ERRORS[number]}.")
    assert pulling.moments > 5


def test_a_stick_that_is_really_pulled_out(central: Central, machine: Machine, tmp_path: Path) -> None:
    """A file system whose device is gone while the content is read: the errors are those of the system itself."""
    publish(central, SECOND)
    image, stick = tmp_path / "image", tmp_path / "stick"
    image.touch()
    os.truncate(image, 8_000_000)
    made(image)
    with mounted(stick, "-o", "loop", str(image)):
        shutil.copytree(central.folder, stick / "send")
    with mounted(stick, "-o", "loop,ro", str(image)):
        assert (stick / "send" / "metadata" / "timestamp.json").is_file()
        os.truncate(image, 0)
        source = stick / "send"
        assert refused(machine, source) == f"{source} cannot be reached or read: Input/output error."
    assert machine.refresh(central.folder).result is Result.NEW


def test_a_share_that_may_not_be_read(central: Central, machine: Machine) -> None:
    """One file, the folder within, the whole: each is told as what it is."""
    _ = machine.bundled
    given(machine.folder)
    unreadable = {
        "metadata/timestamp.json": "cannot be reached or read",
        "metadata": "cannot be read",
        ".": "cannot be read",
    }
    for name, says in unreadable.items():
        path = central.path(name)
        mode = path.stat().st_mode
        path.chmod(0)
        with nobody():
            said = refused(machine, central.folder)
        path.chmod(mode)
        assert said == f"{central.folder} {says}: Permission denied."


# The disk of the kiosk -----------------------------------------------------------------------------------------------


def test_a_disk_that_is_full_at_any_moment(
    central: Central, machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A real small disk with a little more room each time; how much there is, is not asked first."""
    monkeypatch.setattr(refresh, "ROOM", 0)
    publish(central, SECOND)
    disk, full = tmp_path / "disk", 0
    with mounted(disk, "-t", "tmpfs", "-o", "size=8m", "tmpfs"):
        for room in count(0, 8 * PAGE):
            small = copied(machine, disk / "kiosk")
            with filled(small, room):
                if fits(small, central):
                    break
            full += 1
            assert small.refresh(central.folder).result is Result.NEW
            shutil.rmtree(small.folder)
    assert full > 10


def fits(machine: Machine, central: Central) -> bool:
    try:
        said = refused(machine, central.folder)
    except pytest.fail.Exception:
        return True
    assert said == f"{machine.folder} cannot be written: No space left on device. Make room, or put it right."
    return False


@contextmanager
def filled(machine: Machine, room: int) -> Iterator[None]:
    """Fill the disk of a kiosk but for some bytes."""
    free = shutil.disk_usage(machine.bundled.parent).free
    filler = machine.bundled.with_name("filler")
    filler.write_bytes(bytes(free - room))
    yield
    filler.unlink()


def test_a_disk_with_too_little_room_is_told_before_anything_is_fetched(
    central: Central, machine: Machine, tmp_path: Path
) -> None:
    publish(central, SECOND)
    disk = tmp_path / "disk"
    with mounted(disk, "-t", "tmpfs", "-o", "size=8m", "tmpfs"):
        small = copied(machine, disk / "kiosk")
        with filled(small, 500_000):
            central.remove(central.content_name())
            assert refused(small, central.folder) == (
                f"The disk is too full: {small.folder} has 0 MB free, and new content takes 1 MB. Make room."
            )


@pytest.mark.parametrize("most", [0, 100, 1_000, 10_000, 100_000])
def test_no_file_may_be_longer(most: int, central: Central, machine: Machine) -> None:
    """Each file is cut off where it would become longer, as by a quota."""
    publish(central, SECOND)
    _ = machine.bundled
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        said = refused(machine, central.folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert said == f"{machine.folder} cannot be written: File too large. Make room, or put it right."
    assert machine.refresh(central.folder).result is Result.NEW


def test_a_folder_that_may_not_be_written(central: Central, machine: Machine) -> None:
    publish(central, SECOND)
    _ = machine.bundled
    machine.folder.chmod(0o555)
    with nobody():
        said = refused(machine, central.folder)
    machine.folder.chmod(0o755)
    assert said == f"{machine.folder} cannot be written: Permission denied. Make room, or put it right."


def test_a_folder_that_cannot_be_made(central: Central, tmp_path: Path) -> None:
    """A file is where the folder should be, and below it."""
    (tmp_path / "file").write_text("")
    for folder, why in ((tmp_path / "file", "File exists"), (tmp_path / "file" / "kiosk", "Not a directory")):
        with pytest.raises(UpdateError) as caught:
            refresh.Refresh(Releases(folder), central.root, tmp_path / "content.db").run(str(central.folder))
        assert str(caught.value) == f"{folder} cannot be made: {why}. Content that is fetched is kept there."


def test_two_updates_at_once(central: Central, machine: Machine) -> None:
    publish(central, SECOND)
    with FileLock(machine.folder / refresh.LOCK):
        assert refused(machine, central.folder) == (f"Another update is going on in {machine.folder}. Try again later.")
    assert machine.refresh(central.folder).result is Result.NEW


def test_two_real_updates_at_once(central: Central, machine: Machine, tmp_path: Path) -> None:
    """Whoever comes first takes it; the other one is told so, or finds that it is there."""
    publish(central, SECOND)
    root = tmp_path / "root.json"
    root.write_bytes(central.root)
    command = [*paths.program(), "update", "--from", str(central.folder)]
    command += ["--root", str(root), "--releases", str(machine.folder)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = ["".join(each.communicate()) for each in both]
    codes = sorted(each.returncode for each in both)
    assert codes in ([0, 0], [0, 5]), said
    assert any("is here and was checked" in each for each in said)
    assert machine.starts() == SECOND
