"""Whatever fails while something is published, kiosks see all of the old or all of the new, and publishing goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central import publishing, renewal
from kiosk.disk import Disk
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk, WatchedDisk
from tests.central.office import NEW, OLD, THREE, Office
from tests.helpers.central import NOW

LATER = NOW + timedelta(days=330)
LAST = publishing.Candidate(b"last content", NEW.published)

Work = Callable[[Office, Disk], object]
WORKS: dict[str, tuple[tuple[str, ...], Work]] = {
    "publish": ((), lambda office, disk: office.publish(NEW, disk=disk)),
    "first signature": (THREE, lambda office, disk: office.publish(NEW, "amina", "online", disk=disk)),
    "second signature": (THREE, lambda office, disk: office.sign(disk=disk)),
    "renew": ((), lambda office, disk: renewal.renew(office.publisher(now=LATER, disk=disk))),
    "rotate targets": ((), lambda office, disk: office.rotate("targets", disk=disk)),
    "rotate online": ((), lambda office, disk: office.rotate("online", disk=disk)),
    "rotate root": ((), lambda office, disk: office.rotate("root", disk=disk)),
    "rotate a person": (THREE, lambda office, disk: office.rotate("ben", disk=disk)),
}


def prepared(home: Path, work: str) -> Office:
    """Return an office in which the old content is published, and a kiosk that shows it."""
    office = Office(home, WORKS[work][0])
    office.publish(OLD)
    office.shows(state=home / "kiosk")
    if work == "second signature":
        office.publish(NEW, "amina", "online")
    return office


def looked_at(office: Office, at: object, expired: bool = False) -> None:
    """See that a kiosk shows the old or the new content now, and that publishing again succeeds."""
    now = LATER if expired else NOW
    kiosk = office.home / "kiosk"
    if not expired:  # what has expired is shown by no kiosk until it is renewed
        assert office.shows(now, kiosk) in (OLD.data, NEW.data), at
    office.publish(LAST, now=now)
    assert office.shows(now, kiosk) == LAST.data, at


def moments(office: Office, work: Work) -> Iterator[Office]:
    """Yield what a power cut before any operation of some work leaves; moments that leave the same come once."""
    left: dict[tuple[tuple[str, str], ...], Path] = {}

    def before(path: Path) -> None:
        files = tuple((name, digest) for name, digest in office.files().items() if ".new-" not in name)
        if files not in left:
            left[files] = office.home.with_name(f"moment-{len(left)}")
            shutil.copytree(office.home, left[files])

    work(office, WatchedDisk(before))
    yield from (Office.again(home, office) for home in left.values())


@pytest.mark.parametrize("work", WORKS)
def test_a_power_cut_at_any_operation_leaves_the_old_or_the_new(tmp_path: Path, work: str) -> None:
    office = prepared(tmp_path / "office", work)
    found = list(moments(office, WORKS[work][1]))
    assert len(found) >= 2
    for each in found:
        looked_at(each, each.home.name, work == "renew")


def test_the_power_may_go_while_a_file_is_written(office: Office) -> None:
    """What is half written has a name that nobody asks for."""
    written: list[str] = []

    class Noting(Disk):
        def write(self, path: Path, data: bytes) -> None:
            written.append(path.name)
            super().write(path, data)

    office.publish(OLD, disk=Noting())
    office.rotate("online", disk=Noting())
    assert len(written) > len(office.chain().names())
    assert all(name.startswith(".new-") for name in written)


def test_a_full_disk_at_any_operation_leaves_the_old_or_the_new(tmp_path: Path) -> None:
    template, counted = prepared(tmp_path / "office", "publish"), FailingDisk(0)
    shutil.copytree(template.home, tmp_path / "once")
    Office.again(tmp_path / "once", template).publish(NEW, disk=counted)
    for at in range(1, counted.count + 1):
        office = Office.again(Path(shutil.copytree(template.home, tmp_path / str(at))), template)
        try:
            office.publish(NEW, disk=FailingDisk(at))
        except CentralError as error:
            assert "No space left on device" in str(error)
        looked_at(office, at)
