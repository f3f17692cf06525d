"""The pointer: which release is shown. It is one small file, replaced in one step."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, replace
from typing import Self

from kiosk.errors import ContentError

_ID = re.compile(r"[0-9A-Za-z-]{0,64}", re.ASCII)

FILE = "pointer.json"
MOST_REFUSED = 20
"""Releases that would not open and are remembered: more than one is rare, and a list that only grows is a leak."""


@dataclass(frozen=True)
class Pointer:
    """The ids of the release shown and of the last good one; empty for the content inside the program.

    `proven` says that the active one has been seen on the screen; until then `starts` counts how often the program
    began with it. `refused` are the ids of releases that could not be shown here.
    """

    active: str = ""
    previous: str = ""
    proven: bool = True
    starts: int = 0
    refused: tuple[str, ...] = ()

    def moved_to(self, release: str, proven: bool) -> Pointer:
        """Return the pointer with another release active, and the one before kept as the last good one."""
        if release == self.active:
            return Pointer(release, self.previous, proven or self.proven, 0, self.refused)
        return Pointer(release, self.active if self.proven else self.previous, proven, 0, self.refused)

    def started(self) -> Pointer:
        """Return the pointer after one more start with a release that is not proven."""
        return replace(self, starts=self.starts + 1)

    def rolled_back(self, refuse: bool) -> Pointer:
        """Return the pointer to the last good release; `refuse` keeps the other from ever being tried again."""
        refused = self.refusing(self.active).refused if refuse and self.active else self.refused
        return Pointer(self.previous, "", True, 0, refused)

    def refusing(self, release: str) -> Pointer:
        """Return the pointer with one more release that is never tried again."""
        return replace(self, refused=(*self.refused, release)[-MOST_REFUSED:])

    def to_bytes(self) -> bytes:
        """Return what is written to the file."""
        return json.dumps(asdict(self), indent=1).encode()

    @classmethod
    def from_bytes(cls, written: bytes) -> Self:
        """Read a pointer. Raises ContentError for anything that is none."""
        try:
            found = json.loads(written)
            return cls(
                _id(found["active"]),
                _id(found["previous"]),
                bool(found["proven"]),
                int(found["starts"]),
                tuple(_id(each) for each in found["refused"]),
            )
        except (ValueError, TypeError, LookupError, OverflowError, RecursionError) as error:
            raise ContentError(f"The pointer to the content is damaged ({error}).") from error


def _id(written: object) -> str:
    """Return the id of a release. Raises ValueError for what could lead out of the folder of releases."""
    if not isinstance(written, str) or not _ID.fullmatch(written):
        raise ValueError(f"{written!r} is no release")
    return written
