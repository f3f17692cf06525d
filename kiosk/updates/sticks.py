"""Sticks: where a USB stick shows up, and what is on it."""

from __future__ import annotations

import getpass
import string
from collections.abc import Iterable
from pathlib import Path

from kiosk.updates.folder import is_central
from kiosk.updates.naming import BUNDLE_NAME

_STEM, _ENDING = BUNDLE_NAME.rsplit(".", 1)


def places(written: str) -> list[Path]:
    """Return where sticks show up: in the folder of the settings, or where systems show them. Each has one a folder."""
    if written:
        return [Path(written)]
    mine = [folder / user for folder in (Path("/media"), Path("/run/media")) for user in _user()]
    letters = (Path(f"{letter}:/") for letter in string.ascii_uppercase[3:])
    return [Path("/media"), *mine, Path("/mnt"), Path("/Volumes"), *letters]


def contents(places: Iterable[Path]) -> list[Path]:
    """Return the bundles and central folders on sticks, by name: in these places, or one folder below them."""
    sticks = (stick for place in places for stick in (place, *_below(place)))
    return list(dict.fromkeys(found for stick in sticks for found in _on(stick)))


def _below(place: Path) -> list[Path]:
    try:
        return sorted(path for path in place.iterdir() if path.is_dir())
    except OSError:  # not there, not ours to read, or pulled out
        return []


def _on(stick: Path) -> list[Path]:
    """Return what is on a stick: bundles, it as a central folder itself, and a bundle that was unpacked on it."""
    try:
        bundles = sorted(path for path in stick.iterdir() if is_bundle(path.name) and path.is_file())
        return [*bundles, *(folder for folder in (stick, stick / _STEM) if is_central(folder))]
    except OSError:
        return []


def is_bundle(name: str) -> bool:
    """Say whether a file is called as a bundle on a stick; saved twice, it has "(1)" in its name, or the like."""
    small = name.lower()
    return small.startswith(_STEM) and small.endswith(f".{_ENDING}")


def _user() -> list[str]:
    try:
        return [getpass.getuser()]
    except (OSError, KeyError, ImportError):  # a service may run as a user that has no name
        return []
