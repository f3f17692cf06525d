"""Records: the objects of a feed, read key by key. What is not as it should be is noted, and reading goes on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from kiosk.content.open_referral.plain_words import one_line, plain_words
from kiosk.errors import Problem

_LONGEST_NAME = 60


@dataclass
class Notes:
    """What is said about a feed: `problems` have to be put right first; `remarks` say what was left out, and why."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    remarks: list[Problem] = field(default_factory=list)


class Record:
    """One JSON object of a feed. A getter notes a remark and returns a stand-in where a value is of the wrong kind.

    `place` is how its author finds it: “record 12 of page 3 (id …), phone 1”. In an `exact` record, which this program
    wrote, texts are taken letter by letter.
    """

    def __init__(self, notes: Notes, place: str, values: Mapping[str, Any], exact: bool = False) -> None:
        self.notes = notes
        self.place = place
        self.values = values
        self.exact = exact

    def complain(self, message: str, key: str = "") -> None:
        """Note a problem with this record, or with one key of it."""
        self.notes.problems.append(Problem(self.notes.file, self.where(key), message))

    def remark(self, message: str, key: str = "") -> None:
        """Note what was left out, and why."""
        self.notes.remarks.append(Problem(self.notes.file, self.where(key), message))

    def where(self, key: str) -> str:
        """Return the place of a key of this record; of the record itself for no key."""
        return ", ".join(part for part in (self.place, key) if part)

    def word(self, key: str) -> str:
        """Return a string as it stands, on one line; empty where there is none. A number is taken as it is written."""
        value = self.values.get(key)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return str(value)
        if value is not None and not isinstance(value, str):
            self.remark("was left out: it is not text.", key)
        if not isinstance(value, str):
            return ""
        return value if self.exact else one_line(value)

    def words(self, key: str) -> str:
        """Return a text in plain words; empty where there is none."""
        value = self.values.get(key)
        return plain_words(value) if isinstance(value, str) and not self.exact else self.word(key)

    def day(self, key: str) -> date | None:
        """Return the day of a date, with or without a time; None where there is none."""
        word = self.word(key)
        if not word:
            return None
        try:
            return datetime.fromisoformat(word).date()
        except ValueError:
            self.remark(f"was left out: “{shown(word)}” is not a date, written like 2026-11-23.", key)
            return None

    def records(self, *keys: str) -> list[Record]:
        """Return the objects of the lists at these keys, in their order; one object by itself is a list of one."""
        return [record for key in keys for record in self._listed(key)]

    def record(self, key: str) -> Record | None:
        """Return the object at a key, the first one of a list; None where there is none."""
        return next(iter(self._listed(key)), None)

    def _listed(self, key: str) -> list[Record]:
        value = self.values.get(key)
        items = value if isinstance(value, list) else [] if value is None else [value]
        one = not isinstance(value, list)
        found = []
        for number, item in enumerate(items, 1):
            name = key if one else f"{_single(key)} {number}"
            if isinstance(item, dict):
                found.append(Record(self.notes, self.where(name), item, self.exact))
            elif item is not None:
                self.remark("was left out: it is not an object.", name)
        return found


def places_below(key: str, places: Iterable[str], *fields: str) -> dict[str, str]:
    """Return where the tables of a list stand, such as `phone 1`, and the fields of each, such as `phone 1, number`."""
    numbered = {f"{key} {number}": place for number, place in enumerate(places, 1)}
    return numbered | {f"{name}, {each}": f"{place}, {each}" for name, place in numbered.items() for each in fields}


def shown(word: str, most: int = _LONGEST_NAME) -> str:
    """Return a word as a sentence can quote it: short, and without what cannot be printed."""
    clean = "".join(letter for letter in one_line(word) if letter.isprintable())
    return clean if len(clean) <= most else f"{clean[:most]}…"


def _single(key: str) -> str:
    """Return what one of these is called: a phone of `phones`, an address of `addresses`."""
    return key.removesuffix("es") if key.endswith("sses") else key.removesuffix("s")
