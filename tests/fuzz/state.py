"""What a kiosk keeps for itself, after a disk has spoilt it: the pointer, the trust, what is said of a release."""

from __future__ import annotations

import shutil
import tempfile
from functools import cache
from pathlib import Path

from kiosk.content.pointer import FILE as POINTER
from kiosk.content.release import ABOUT
from kiosk.errors import KioskError
from kiosk.updates.trust import FILE as TRUST
from tests.fuzz.bundle import BUNDLED
from tests.helpers.central import Central
from tests.helpers.machine import Machine, content_of


@cache
def _stage() -> tuple[Central, Machine, Path, tuple[str, ...]]:
    """Return a central folder, a kiosk that has its content, a copy of what it keeps, and the files of that."""
    folder = Path(tempfile.mkdtemp(prefix="fuzz-state-"))
    central = Central(folder / "central")
    central.publish(content_of(BUNDLED.replace(day=25)), "2026-11-25")
    machine = Machine(folder / "kiosk", central.root)
    machine.refresh(central.folder)
    machine.starts()
    [release] = machine.releases.every()
    kept = Path(shutil.copytree(machine.folder, folder / "kept"))
    return central, machine, kept, (POINTER, TRUST, f"releases/{release.id}/{ABOUT}")


def seeds() -> list[bytes]:
    """Return each file as it should be, behind the number that tells which it is."""
    _, _, kept, names = _stage()
    return [bytes([number]) + (kept / name).read_bytes() for number, name in enumerate(names)]


def target(data: bytes) -> None:
    """Start, and update, with one of the files spoilt."""
    central, machine, kept, names = _stage()
    shutil.rmtree(machine.folder)
    shutil.copytree(kept, machine.folder)
    (machine.folder / names[data[0] % len(names) if data else 0]).write_bytes(data[1:])
    machine.starts()
    try:
        machine.refresh(central.folder)
    except KioskError as error:
        assert "\n" not in str(error).strip()
    machine.starts()
