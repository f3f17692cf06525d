"""Zip files with other parts than they had."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile


def changed(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """Return a zip in which each part is what `change` makes of its name and bytes."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(packed, "w") as after:
        for name in before.namelist():
            after.writestr(name, change(name, before.read(name)))
    return packed.getvalue()
