"""Ids that nobody has to think of: made from the council and the name of a thing, the same ones every time."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import normalize

from kiosk.content.listing import Table

_APART = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_DROPPED = re.compile(r"['’]")


class Ids:
    """The ids of one kind of thing, `taken` ones and those handed out; `kind` stands where a name has no letters.

    A thing that has no id, and is called as one that is `there` now, is that one and keeps its id.
    """

    def __init__(self, kind: str, council: str, taken: Iterable[str], there: Iterable[Table]) -> None:
        self._kind = kind
        self._council = slug(council)
        self._taken = set(taken)
        self._there = [
            (str(table["name"]).casefold(), str(table["id"])) for table in there if {"id", "name"} <= {*table}
        ]

    def claim(self, id_: str) -> bool:
        """Take an id; False where it is taken already."""
        free = id_ not in self._taken
        self._taken.add(id_)
        return free

    def made(self, name: str) -> str:
        """Return an id for a thing by its name, and take it."""
        known = (id_ for called, id_ in self._there if called == name.casefold() and id_ not in self._taken)
        id_ = next(known, "") or self._new(name)
        self._taken.add(id_)
        return id_

    def _new(self, name: str) -> str:
        of_name = slug(name) or self._kind
        own = of_name.startswith(self._council)
        first = of_name if own or not self._council else f"{self._council}-{of_name}"
        number, id_ = 1, first
        while id_ in self._taken:
            number += 1
            id_ = f"{first}-{number}"
        return id_


def is_id(word: str) -> bool:
    """Whether a word may be an id."""
    return bool(_ID.fullmatch(word))


def slug(name: str) -> str:
    """Return a name in lower-case letters and digits, joined by hyphens."""
    plain = normalize("NFKD", _DROPPED.sub("", name)).encode("ascii", "ignore").decode()
    return _APART.sub("-", plain.casefold()).strip("-")
