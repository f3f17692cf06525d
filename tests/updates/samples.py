"""Content of three days, a publisher of it, and a kiosk that shows the first."""

from __future__ import annotations

from copy import copy, deepcopy
from datetime import date
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import Machine, content_of

FIRST, SECOND, THIRD = (date(2026, 11, day) for day in (24, 25, 26))


def publish(central: Central, published: date) -> None:
    """Publish the content of a day."""
    central.publish(content_of(published), published.isoformat())


def publisher(folder: Path, people: int = 1) -> Central:
    """Return a publisher whose central folder holds the content of the first day."""
    central = Central(folder, people)
    publish(central, FIRST)
    return central


def showing(central: Central, folder: Path) -> Machine:
    """Return a kiosk that shows what a central folder holds, which is of the first day."""
    machine = Machine(folder, central.root)
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.starts() == FIRST
    return machine


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
