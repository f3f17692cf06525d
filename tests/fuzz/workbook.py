"""A workbook of any bytes, as an officer may hand one in, and any one of its parts: nothing but our own errors.

Bytes that begin as a zip are a whole workbook. Others are one part of a good one, behind the number that tells which:
a zip counts its bytes, so that hardly a changed one would get as far as what is in it.
"""

from __future__ import annotations

import tempfile
from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

from kiosk.content.council import Council, council
from kiosk.content.workbook import reading, writing
from kiosk.errors import KioskError
from tests.samples import TODAY, Sample

CODE = "E06000021"


@cache
def _stage() -> tuple[Council, dict[str, bytes]]:
    """Return a council, and the parts of its workbook by name."""
    sample = Sample(Path(tempfile.mkdtemp(prefix="fuzz-workbook-"))).write()
    known = council(sample.folder, CODE)
    with ZipFile(BytesIO(writing.filled(known, "services.xlsx"))) as archive:
        return known, {name: archive.read(name) for name in sorted(archive.namelist())}


@cache
def seeds() -> list[bytes]:
    """Return workbooks that are as they should be, and each part of one."""
    known, parts = _stage()
    whole = [writing.filled(known, "services.xlsx"), writing.template(known, "services.xlsx")]
    return [*whole, packed({}), *(bytes([number]) + part for number, part in enumerate(parts.values()))]


def packed(instead: dict[str, bytes]) -> bytes:
    """Return a good workbook, with other parts in the place of some."""
    data = BytesIO()
    with ZipFile(data, "w") as archive:
        for name, part in (_stage()[1] | instead).items():
            archive.writestr(name, part)
    return data.getvalue()


def target(data: bytes) -> None:
    """Read a workbook of these bytes."""
    known, parts = _stage()
    if data and not data.startswith(b"PK"):
        name = list(parts)[data[0] % len(parts)]
        data = packed({name: data[1:]})
    try:
        reading.read("services.xlsx", data, known, TODAY)
    except KioskError as error:
        assert "\n" not in str(error).strip()
