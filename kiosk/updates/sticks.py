"""Sticks: where a USB stick shows up, and what is on it."""

from __future__ import annotations

import getpass
import string
from collections.abc import Iterable
from pathlib import Path

from kiosk.updates.naming import BUNDLE_NAME

_CENTRAL = Path("metadata", "timestamp.json")


def places(written: str) -> list[Path]:
    """Return where sticks show up: in the folder of the settings, or where systems show them. Each has one a folder."""
    if written:
        return [Path(written)]
    user = getpass.getuser()
    linux = [Path("/media"), Path("/media", user), Path("/run/media", user), Path("/mnt")]
    return [*linux, Path("/Volumes"), *(Path(f"{letter}:/") for letter in string.ascii_uppercase[3:])]


def contents(places: Iterable[Path]) -> list[Path]:
    """Return the bundles and central folders on sticks, by name: in these places, or one folder below them."""
    return [found for place in places for stick in (place, *_below(place)) for found in _on(stick)]


def _below(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:  # not there, not ours to read, or pulled out
        return []


def _on(stick: Path) -> list[Path]:
    try:
        if (stick / BUNDLE_NAME).is_file():
            return [stick / BUNDLE_NAME]
        return [stick] if (stick / _CENTRAL).is_file() else []
    except OSError:
        return []
