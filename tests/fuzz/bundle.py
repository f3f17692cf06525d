"""A bundle of any bytes, as a kiosk reads it from a stick, with all that follows: nothing but our own errors."""

from __future__ import annotations

import tempfile
from datetime import timedelta
from functools import cache
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from kiosk.errors import KioskError
from tests.helpers.central import NOW, Central
from tests.helpers.machine import BUNDLED, Machine, content_of

DAYS = 2


@cache
def _stage() -> tuple[Central, Machine]:
    folder = Path(tempfile.mkdtemp(prefix="fuzz-bundle-"))
    central = Central(folder / "central")
    for day in range(1, DAYS + 1):
        published = BUNDLED + timedelta(day)
        central.publish(content_of(published), published.isoformat())
    return central, Machine(folder / "kiosk", central.root)


def seeds() -> list[bytes]:
    """Return bundles that are as they should be: stored, deflated, and after a key was replaced."""
    central, machine = _stage()
    path = machine.folder.with_name("seed.zip")
    stored = central.bundle(path).read_bytes()
    with ZipFile(path, "w", ZIP_DEFLATED) as file:
        for name in central.names():
            file.writestr(name, central.path(name).read_bytes())
    return [stored, path.read_bytes(), b"", b"PK\x05\x06" + bytes(18)]


def target(data: bytes) -> None:
    """Take a bundle of these bytes."""
    _, machine = _stage()
    machine.clock = NOW
    path = machine.folder.with_name("fuzzed.zip")
    path.write_bytes(data)
    try:
        machine.refresh(path)
    except KioskError as error:
        assert "\n" not in str(error).strip()
