"""An entry: one table of a TOML file, read key by key. What is wrong becomes a problem, and reading goes on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from enum import StrEnum
from typing import TypeVar
from unicodedata import category

from kiosk.content.content import Origin
from kiosk.content.reading.draft import NO_DAY, Draft

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_SLUG_IN_WORDS = "lower-case letters and digits, joined by hyphens"
_MOST = 1000
_MANY = 20

_Kind = TypeVar("_Kind", bound=StrEnum)


class Entry:
    """One table of a TOML file. A getter notes a problem and returns a stand-in where a value is not as it should be.

    `close()` comes last: it reports every key that nobody asked for.
    """

    def __init__(self, draft: Draft, file: str, place: str, values: dict[str, object]) -> None:
        self.draft = draft
        self.file = file
        self.place = place
        self.values = values
        self._known: set[str] = set()
        self.origin = Origin(file, place)

    def complain(self, message: str, key: str = "") -> None:
        """Note a problem with this entry, or with one key of it; a file that cannot be read is reported once."""
        if self.file not in self.draft.unread:
            self.draft.complain(self.file, self.where(key), message)

    def where(self, key: str) -> str:
        """Return the place of a key of this entry; of the entry itself for no key."""
        return ", ".join(part for part in (self.place, key) if part)

    def claim(self, key: str) -> None:
        """Take a key such as `question.who` for this entry; a problem where it is taken already."""
        taken = self.draft.origins.setdefault(key, self.origin)
        if taken is not self.origin:
            name = key.rpartition(".")[2]
            self.complain(f"The id “{name}” is taken already, in {taken.file}. Choose another.")

    def identity(self, key: str = "id") -> str:
        """Return an id: lower-case words joined by hyphens."""
        return self._matching(key, _SLUG, _SLUG_IN_WORDS)

    def optional_identity(self, key: str) -> str:
        """Return an id, or an empty one where the key is left out."""
        return self.identity(key) if self.value(key) is not None else ""

    def code(self, key: str = "id") -> str:
        """Return an id that may have capitals, such as `R-1` or `E06000021`."""
        return self._matching(key, _CODE, "letters and digits, joined by hyphens")

    def names(self) -> tuple[str, ...]:
        """Return the keys that are there."""
        return tuple(self.values)

    def slugs(self) -> tuple[str, ...]:
        """Return the keys that are there, which have to be ids."""
        for name in self.values:
            if not _SLUG.fullmatch(name):
                self.complain(f"“{name}” is no id: use {_SLUG_IN_WORDS}.")
        return self.names()

    def value(self, key: str) -> object:
        """Return what stands at a key, whatever it is; None where it is left out."""
        self._known.add(key)
        return self.values.get(key)

    def required(self, key: str) -> object:
        """Return what stands at a key; a problem, and None, where it is left out."""
        value = self.value(key)
        if value is None:
            self.complain(f"“{key}” is missing.")
        return value

    def string(self, key: str) -> str:
        """Return a string that has to be there."""
        return self.as_string(self.required(key), key)

    def optional_string(self, key: str) -> str:
        """Return a string, or an empty one where the key is left out."""
        return self.as_string(self.value(key), key)

    def strings(self, key: str) -> tuple[str, ...]:
        """Return a list of different strings; none where the key is left out."""
        return self.as_strings(self.value(key), key)

    def day(self, key: str) -> date:
        """Return a day that has to be there."""
        return self._as_day(self.required(key), key) or NO_DAY

    def optional_day(self, key: str) -> date | None:
        """Return a day, or None where the key is left out."""
        return self._as_day(self.value(key), key)

    def number(self, key: str, least: int, missing: int | None = None) -> int:
        """Return a whole number from `least` to 1000; without `missing` it has to be there."""
        value = self.value(key) if missing is not None else self.required(key)
        if value is None:
            return least if missing is None else missing
        if type(value) is not int or not least <= value <= _MOST:
            self.complain(f"must be a whole number from {least} to {_MOST}.", key)
            return least
        return value

    def flag(self, key: str, missing: bool | None = None) -> bool:
        """Return true or false; without `missing` it has to be there."""
        value = self.value(key) if missing is not None else self.required(key)
        if value is None:
            return bool(missing)
        if not isinstance(value, bool):
            self.complain("must be true or false, without quotes.", key)
        return value is True

    def one_of(self, key: str, kind: type[_Kind], missing: _Kind | None = None) -> _Kind:
        """Return one of a few words; without `missing` it has to be there."""
        word = self.string(key) if missing is None else self.optional_string(key)
        if word and word not in list(kind):
            self.complain(f"“{word}” is not known here. {nearest(word, kind)}", key)
        return kind(word) if word in list(kind) else missing or next(iter(kind))

    def word_among(self, key: str, known: Iterable[str], missing: str = "") -> str:
        """Return one of some words, or `missing` where the key is left out."""
        word = self.optional_string(key)
        if word and word not in known:
            self.complain(f"“{word}” is not known here. {nearest(word, known)}", key)
        return word or missing

    def entries(self, key: str) -> list[Entry]:
        """Return the tables of `[[key]]`; none where it is left out."""
        value = self.value(key)
        if value is None:
            return []
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            self.complain(f"must be a list of tables, each below a line [[{key}]].", key)
            return []
        return [self._below(_called(key, number, item), item) for number, item in enumerate(value, 1)]

    def entry(self, key: str) -> Entry | None:
        """Return the table of `[key]`, or None where it is left out."""
        value = self.value(key)
        if value is not None and not isinstance(value, dict):
            self.complain(f"must be a table, below a line [{key}].", key)
        return self._below(key, value) if isinstance(value, dict) else None

    def close(self) -> None:
        """Report every key that nobody asked for."""
        for key in sorted(self.values.keys() - self._known):
            self.complain(f"There is no key “{key}” here. {nearest(key, self._known)}")

    def as_string(self, value: object, key: str) -> str:
        """Return a value of a key as a string of one line."""
        if value is None:
            return ""
        if not isinstance(value, str):
            self.complain("must be words in double quotes.", key)
        elif not value.strip():
            self.complain("is empty. Leave the line out, or say something.", key)
        elif any(category(letter) == "Cc" for letter in value):
            self.complain("has a line break, a tab or another control character. Write one line.", key)
        else:
            return value
        return ""

    def as_strings(self, value: object, key: str) -> tuple[str, ...]:
        """Return a value of a key as a list of different strings."""
        if value is None:
            return ()
        if not isinstance(value, list):
            self.complain('must be a list of words in double quotes, such as ["a", "b"].', key)
            return ()
        found = tuple(self.as_string(item, key) for item in value)
        if len(set(found)) < len(found):
            self.complain("names the same thing twice.", key)
        return found

    def _as_day(self, value: object, key: str) -> date | None:
        if value is not None and type(value) is not date:
            self.complain("must be a day, written like 2026-11-23 and without quotes.", key)
        return value if type(value) is date else None

    def _matching(self, key: str, pattern: re.Pattern[str], what: str) -> str:
        word = self.string(key)
        if word and not pattern.fullmatch(word):
            self.complain(f"“{word}” is no id: use {what}.", key)
        return word

    def _below(self, name: str, values: dict[str, object]) -> Entry:
        return Entry(self.draft, self.file, self.where(name), values)


def nearest(word: str, known: Iterable[str]) -> str:
    """Say which known word is the nearest, whatever its capitals; all of them where none is near and they are few."""
    names = sorted(known)
    by_plain = {name.casefold(): name for name in names}
    near = get_close_matches(word.casefold(), by_plain, 1)
    if near:
        return f"Did you mean “{by_plain[near[0]]}”?"
    return f"Known are: {', '.join(names)}." if 0 < len(names) <= _MANY else ""


def _called(key: str, number: int, item: dict[str, object]) -> str:
    """Return how a table of a list is called: by its id, else by its number."""
    name = item.get("id", item.get("code"))
    return f"{key} {name if isinstance(name, str) and name.isprintable() else number}"
