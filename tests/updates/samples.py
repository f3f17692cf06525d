"""Content of three days, a publisher of it, and a kiosk that shows the first."""

from __future__ import annotations

import atexit
import os
import shutil
from copy import copy, deepcopy
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import Machine, content_of

IN_MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
"""Where files are in memory alone; None where there is no such place, for the usual one."""
FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (24, 25, 26))


def publish(central: Central, published: date) -> None:
    """Publish the content of a day."""
    central.publish(content_of(published), published.isoformat())


@cache
def begun(people: int = 1) -> tuple[Central, Central, Machine]:
    """Return a publisher on the first day and on the second, and a kiosk that shows the first: made once, to be copied.

    `people` is 1, or 3 of whom 2 have to sign.
    """
    folder = Path(mkdtemp(prefix="send-kiosk-", dir=IN_MEMORY))
    atexit.register(shutil.rmtree, folder)
    first = Central(folder / "first", people)
    publish(first, FIRST)
    kiosk = Machine(folder / "kiosk", first.root)
    assert kiosk.refresh(first.folder).result is Result.NEW
    assert kiosk.starts() == FIRST
    central = forked(first, folder / "central")
    publish(central, SECOND)
    return first, central, kiosk


def copied(machine: Machine, folder: Path) -> Machine:
    """Return a kiosk that shows and knows the same as another."""
    shutil.copytree(machine.folder, folder)
    return Machine(folder, machine.root)


def forked(central: Central, folder: Path) -> Central:
    """Return a copy of a central folder as it is now, with the same keys: what is done to it, the publisher never did.

    Whoever uses a key of it has stolen it.
    """
    thief = copy(central)
    thief.folder, thief.made, thief.keys = central.copy(folder), deepcopy(central.made), dict(central.keys)
    return thief


def zipped(folder: Path, path: Path) -> Path:
    """Make a bundle of all that is in a folder, whatever it is."""
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as file:
        for each in sorted(folder.rglob("*")):
            if each.is_file():
                file.write(each, each.relative_to(folder).as_posix())
    return path
