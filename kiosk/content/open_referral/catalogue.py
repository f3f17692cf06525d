"""The catalogue of a feed: all of its services, each with what tells it apart, before any of them is looked into."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from kiosk.content.open_referral.page import Page
from kiosk.content.open_referral.record import Notes, Record, shown
from kiosk.content.open_referral.vocabulary import Marks, marks


class Source(Protocol):
    """Where the pages of a feed come from; `notes` tells what was odd about them all."""

    name: str
    notes: list[str]

    def pages(self) -> tuple[Page, ...]: ...

    def full(self, id_: str) -> Any:
        """Return the full record of a service as it came; None where there is none."""

    def address(self, id_: str) -> str:
        """Return the address of a service on the web; empty where it has none."""

    def done(self) -> None:
        """Let go of what was kept for a second try."""


@dataclass(frozen=True)
class Item:
    """A service of a feed. `place` is where its record stands, and `marks` what its attributes say in our words."""

    id: str
    record: Record
    marks: Marks

    @property
    def name(self) -> str:
        """What it is called, for a sentence."""
        silent = Record(Notes(""), "", self.record.values)
        return shown(silent.word("name")) or "without a name"

    @property
    def organization(self) -> str:
        """Who runs it, for a sentence."""
        below = Record(Notes(""), "", self.record.values).record("organization")
        return shown(below.word("name")) if below else ""

    @property
    def is_short(self) -> bool:
        """Whether only its own fields are here, and nothing that hangs on it."""
        return not any(isinstance(value, list) for value in self.record.values.values())

    def in_full(self, values: dict[str, Any]) -> Item:
        """Return it with the values of its full record."""
        return _item(self.id, self.record.notes, self.record.place, values)


def catalogue(source: Source, notes: Notes) -> tuple[Item, ...]:
    """Return every service of a feed, in its order, each once; what is no service is left out and said.

    Raises ContentError where a page cannot be had.
    """
    found: dict[str, Item] = {}
    for page in source.pages():
        for item in _items(page, notes):
            first = found.setdefault(item.id, item)
            if first is not item:
                same = "It is the same." if first.record.values == item.record.values else "It says something else."
                item.record.remark(f"was left out: this service came before, as {first.record.place}. {same}")
    for note in source.notes:
        Record(notes, "", {}).remark(note)
    return tuple(found.values())


def _items(page: Page, notes: Notes) -> Iterator[Item]:
    of = f" of {page.name}" if page.name else ""
    for number, values in enumerate(page.records, 1):
        place = f"record {number}{of}"
        if not isinstance(values, dict):
            Record(notes, place, {}).remark("was left out: it is not an object.")
            continue
        id_ = Record(notes, place, values).word("id")
        if id_:
            yield _item(id_, notes, f"{place} (id {shown(id_)})", values)
        else:
            Record(notes, place, values).remark("was left out: it has no id.")


def _item(id_: str, notes: Notes, place: str, values: dict[str, Any]) -> Item:
    said = marks(values)
    return Item(id_, Record(notes, place, values, exact=bool(said.service)), said)
