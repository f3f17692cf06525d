"""The draft: what has been read of the content so far, and every problem met."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.content.content import Origin
from kiosk.errors import Problem

NO_DAY = date.min
"""Stands for a day that could not be read; a draft with problems never becomes content."""


@dataclass(frozen=True)
class Review:
    """What `content.toml` says of every fact that does not say it itself."""

    reviewed_on: date = NO_DAY
    review_by: date = NO_DAY
    reviewer: str = ""


@dataclass
class Draft:
    """English words by words id, origins by key, and problems, as one folder is read.

    `instead` are files by name that are read in the place of those in the folder. `unread` are the files that could not
    be read: what they hold is not reported as missing elsewhere.
    """

    folder: Path
    instead: Mapping[str, bytes] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: set[str] = field(default_factory=set)
    review: Review = field(default_factory=Review)

    def complain(self, file: str, place: str, message: str) -> None:
        """Note a problem."""
        self.problems.append(Problem(file, place, message.strip()))

    def name(self, path: Path) -> str:
        """Return the name of a file inside the folder, as problems give it."""
        return path.relative_to(self.folder).as_posix().encode(errors="replace").decode()
