"""Naming: the ids that services and organizations of a feed have here."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.council import Council
from kiosk.content.listing import Table
from kiosk.content.workbook.ids import Ids


class Naming:
    """The ids of one kind of thing. A thing that is called as one of the listing is that one, and keeps its id.

    An id of the listing, or of another file, is never given to a thing that is called otherwise.
    """

    def __init__(self, kind: str, council: Council, there: Iterable[Table]) -> None:
        tables = [table for table in there if "id" in table]
        elsewhere = (key.partition(".")[2] for key in council.taken if key.startswith(f"{kind}."))
        self._ids = Ids(kind, council.name, [*elsewhere, *(str(table["id"]) for table in tables)], ())
        self._there = {str(table.get("name", "")).casefold(): str(table["id"]) for table in reversed(tables)}
        self._given: set[str] = set()

    def claim(self, id_: str) -> None:
        """Take an id that is known already."""
        self._ids.claim(id_)
        self._given.add(id_)

    def made(self, name: str) -> str:
        """Return an id for a thing by its name, and take it."""
        known = self._there.get(name.casefold(), "")
        id_ = known if known and known not in self._given else self._ids.made(name)
        self._given.add(id_)
        return id_
