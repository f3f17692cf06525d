"""Whatever fails while something is published, kiosks see all of the old or all of the new, and publishing goes on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central import publishing, renewal
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk, PowerCut
from tests.central.office import NEW, OLD, THREE, Office
from tests.helpers.central import NOW

LATER = NOW + timedelta(days=330)
LAST = publishing.Candidate(b"last content", NEW.published)

Work = Callable[[Office, FailingDisk], object]
WORKS: dict[str, tuple[tuple[str, ...], Work]] = {
    "publish": ((), lambda office, disk: office.publish(NEW, disk=disk)),
    "first signature": (THREE, lambda office, disk: office.publish(NEW, "amina", "online", disk=disk)),
    "second signature": (THREE, lambda office, disk: publishing.sign(office.publisher(disk=disk))),
    "renew": ((), lambda office, disk: renewal.renew(office.publisher(now=LATER, disk=disk))),
    "rotate targets": ((), lambda office, disk: office.rotate("targets", disk=disk)),
    "rotate online": ((), lambda office, disk: office.rotate("online", disk=disk)),
    "rotate root": ((), lambda office, disk: office.rotate("root", disk=disk)),
    "rotate a person": (THREE, lambda office, disk: office.rotate("ben", disk=disk)),
}


def prepared(home: Path, work: str) -> Office:
    """Return an office in which the old content is published."""
    office = Office(home, WORKS[work][0])
    office.publish(OLD)
    if work == "second signature":
        office.publish(NEW, "amina", "online")
    return office


def operations(home: Path, work: str) -> int:
    """Return how many operations of the disk a work takes."""
    disk = FailingDisk(0)
    WORKS[work][1](prepared(home, work), disk)
    return disk.count


BOTH = ("publish", "renew")
"""What is tried with a full disk too; with a power cut everything is."""
CASES = [*((work, True) for work in WORKS), *((work, False) for work in BOTH)]


@pytest.mark.parametrize(("work", "for_good"), CASES)
def test_a_failure_at_any_operation_leaves_the_old_or_the_new(tmp_path: Path, work: str, for_good: bool) -> None:
    template = prepared(tmp_path / "template", work)
    template.shows(state=tmp_path / "template/kiosk")
    now = LATER if work == "renew" else NOW
    for at in range(1, operations(tmp_path / "once", work) + 1):
        home = Path(shutil.copytree(template.home, tmp_path / str(at)))
        office = Office.again(home, template)
        with suppress(CentralError, PowerCut, OSError):
            WORKS[work][1](office, FailingDisk(at, for_good))
        if work != "renew":  # what has expired is not shown until it is renewed
            assert office.shows(now, home / "kiosk") in (OLD.data, NEW.data), at
        office.publish(LAST, now=now)
        assert office.shows(now, home / "kiosk") == LAST.data, at
        shutil.rmtree(home)
