"""A release: one content database on a kiosk, whole and never changed again."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Self

DATABASE = "content.db"
ABOUT = "release.json"
"""What says which release a folder holds; it is written last."""
HASH_IN_NAME = 16
"""Digits of the database's hash in the name of its folder."""


@dataclass(frozen=True, order=True)
class Number:
    """Where a release stands among all: by the version of the root since which its signers stand, then of the targets.

    The root comes first so that a publisher who replaced a stolen key is not held up by the numbers its thief gave.
    """

    root: int
    targets: int

    def __str__(self) -> str:
        return f"{self.root}.{self.targets}"


@dataclass(frozen=True)
class Release:
    """One release. `sha256` is of its database, in hexadecimal; `trust` tells apart whose numbers these are.

    `turn` counts the releases that were staged on this kiosk, from 1: what comes later is newer here. The publisher's
    number says no such thing, since another publisher may have been set.
    """

    folder: Path
    turn: int
    number: Number
    published: date
    sha256: str
    length: int
    trust: str = ""

    @property
    def id(self) -> str:
        """What its folder is called."""
        return self.folder.name

    @property
    def database(self) -> Path:
        """The content database."""
        return self.folder / DATABASE

    def about(self) -> bytes:
        """Return what is written beside the database."""
        number, published = [self.number.root, self.number.targets], self.published.isoformat()
        which = {"turn": self.turn, "number": number, "published": published, "trust": self.trust}
        return json.dumps({**which, "sha256": self.sha256, "length": self.length}, indent=1).encode()

    @classmethod
    def read(cls, folder: Path) -> Self | None:
        """Return the release in a folder; None where there is none that is whole."""
        try:
            about = json.loads((folder / ABOUT).read_bytes())
            number = Number(*map(int, about["number"]))
            published = date.fromisoformat(about["published"])
            sha256, length, trust = str(about["sha256"]), int(about["length"]), str(about["trust"])
            release = cls(folder, int(about["turn"]), number, published, sha256, length, trust)
            return release if release.database.stat().st_size == release.length else None
        except (OSError, ValueError, TypeError, LookupError, OverflowError, RecursionError):
            return None


def release_id(turn: int, sha256: str) -> str:
    """Return what the folder of a release is called."""
    return f"{turn:06d}-{sha256[:HASH_IN_NAME]}"


def turn_of(id_: str) -> int:
    """Return the turn in the name of a release; 0 for the content inside the program."""
    turn = id_.partition("-")[0]
    return int(turn) if turn.isdecimal() else 0
