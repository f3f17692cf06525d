"""Reading the map of disagreements."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.disagreements import DisagreementMap, Row
from kiosk.content.reading import files
from kiosk.content.reading.conditions import condition
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry, nearest
from kiosk.content.reading.facts import cited
from kiosk.domain.outcome import RouteKind
from kiosk.domain.response import Condition


def disagreements(draft: Draft) -> DisagreementMap:
    """Return every row of the map by its id."""
    entry = files.file(draft, "map.toml")
    rows = [_row(below) for below in entry.entries("row")]
    used = entry.entry("used")
    found = DisagreementMap({row.id: row for row in rows}, _used(used) if used else {})
    entry.close()
    return found


def _used(entry: Entry) -> dict[RouteKind, Condition]:
    entry.claim("used")
    return {right: condition(entry, right) for right in _kinds(entry, entry.names(), "")}


def _row(entry: Entry) -> Row:
    id_ = entry.code()
    entry.claim(f"row.{id_}")
    named = entry.strings("rights")
    rights = tuple(_kinds(entry, named, "rights"))
    row = Row(id_, entry.string("title"), rights, cited(entry) if named else ())
    entry.close()
    return row


def _kinds(entry: Entry, words: tuple[str, ...], key: str) -> Iterator[RouteKind]:
    for word in words:
        if word in list(RouteKind):
            yield RouteKind(word)
        else:
            entry.complain(f"“{word}” is not a kind of route. {nearest(word, RouteKind)}", key)
