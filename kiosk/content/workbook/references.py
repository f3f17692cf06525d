"""References: how a row of one sheet names a row of another, by its name or its id."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.listing import Table
from kiosk.content.workbook import mending
from kiosk.content.workbook.plans import EXAMPLE


class References:
    """Things by id and name; those of `elsewhere` are only meant where none of this workbook is."""

    def __init__(self, things: Iterable[tuple[str, str]], elsewhere: Iterable[tuple[str, str]] = ()) -> None:
        self._near = [(id_, mending.name(name).text) for id_, name in things]
        self._far = [(id_, name) for id_, name in elsewhere if id_ not in dict(self._near)]

    def found(self, word: str) -> tuple[str, ...]:
        """Return the ids of what a word may mean: an id, else a name, else one with other capitals."""
        for things in (self._near, self._far):
            for meant in (self._by_id, self._by_name, self._by_plain_name):
                if ids := meant(things, word):
                    return ids
        return ()

    def word(self, id_: str) -> str:
        """Return how to name a thing so that it is found again: by its name where that means nothing else."""
        name = dict([*self._far, *self._near]).get(id_, "")
        return name if name and not is_example(name) and self.found(name) == (id_,) else id_

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the things of this workbook."""
        return tuple(name for _, name in self._near)

    @staticmethod
    def _by_id(things: list[tuple[str, str]], word: str) -> tuple[str, ...]:
        return tuple(id_ for id_, _ in things if id_ == word)

    @staticmethod
    def _by_name(things: list[tuple[str, str]], word: str) -> tuple[str, ...]:
        return tuple(id_ for id_, name in things if name == word)

    @staticmethod
    def _by_plain_name(things: list[tuple[str, str]], word: str) -> tuple[str, ...]:
        return tuple(id_ for id_, name in things if name.casefold() == word.casefold())


def is_example(name: str) -> bool:
    """Whether a row that begins with this name is an example."""
    return name.casefold().startswith(EXAMPLE.casefold())


def named(tables: Iterable[Table]) -> list[tuple[str, str]]:
    """Return the id and name of each table."""
    return [(str(table["id"]), str(table["name"])) for table in tables]
