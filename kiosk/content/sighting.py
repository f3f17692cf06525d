"""A sighting: how the files of the data folder stood at one moment, by their names, times and sizes."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from kiosk.content.reading.files import is_looked_at

Marks = tuple[int, ...]
"""What tells a file from what it was before: when it was written, when its entry was changed, and its size.

The second sees a file that was put in another's place with its old times, and one that may be read again.
"""
Sighting = Mapping[Path, Marks]
"""The files of a folder and of the folders in it. A folder has no marks, or the error with which it cannot be read."""


def sight(folder: Path) -> Sighting:
    """Look at a folder as reading would; nothing is opened. A folder that is gone is seen too: as an error."""
    seen: dict[Path, Marks] = {folder: ()}
    try:
        seen.update(_within(folder))
    except OSError as error:
        seen[folder] = _error(error)
    return seen


def _within(folder: Path) -> Iterator[tuple[Path, Marks]]:
    for path, marks in _entries(folder):
        yield path, marks
        if not marks:
            try:
                yield from list(_entries(path))
            except OSError as error:
                yield path, _error(error)


def _entries(folder: Path) -> Iterator[tuple[Path, Marks]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if is_looked_at(entry.name):
                yield folder / entry.name, _marks(entry)


def _marks(entry: os.DirEntry[str]) -> Marks:
    try:
        if entry.is_dir():
            return ()
        found = entry.stat()
    except OSError as error:  # it has just gone, or is a link to nothing
        return _error(error)
    return found.st_mtime_ns, found.st_ctime_ns, found.st_size


def _error(error: OSError) -> Marks:
    return (-(error.errno or 1),)
