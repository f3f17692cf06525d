"""Reading texts: words for everybody, or variants by audience."""

from __future__ import annotations

from kiosk.content.content import Origin
from kiosk.content.reading.entry import Entry, nearest
from kiosk.domain.text import AUDIENCES, Text

ANY = "any"
"""The variant that is said to every audience without one of its own."""


def text(entry: Entry, key: str, text_id: str) -> Text:
    """Return a text that has to be there; the draft keeps its words under `text_id`."""
    return _text(entry, key, text_id, entry.required(key))


def optional_text(entry: Entry, key: str, text_id: str) -> Text | None:
    """Return a text, or None where the key is left out."""
    value = entry.value(key)
    return None if value is None else _text(entry, key, text_id, value)


def plain(entry: Entry, key: str, text_id: str) -> Text:
    """Return a text that has the same words for every audience."""
    entry.draft.origins[text_id] = Origin(entry.file, entry.where(key))
    entry.draft.words[text_id] = entry.string(key)
    return Text(text_id)


def _text(entry: Entry, key: str, text_id: str, value: object) -> Text:
    if isinstance(value, dict):
        return _variants(entry, key, text_id, value)
    entry.draft.origins[text_id] = Origin(entry.file, entry.where(key))
    entry.draft.words[text_id] = entry.as_string(value, key)
    return Text(text_id)


def _variants(entry: Entry, key: str, text_id: str, variants: dict[str, object]) -> Text:
    entry.draft.origins[text_id] = Origin(entry.file, entry.where(key))
    for unknown in sorted(variants.keys() - {ANY, *AUDIENCES}):
        entry.complain(f"“{unknown}” is not an audience. {nearest(unknown, (ANY, *AUDIENCES))}", key)
    if ANY not in variants and not variants.keys() >= set(AUDIENCES):
        entry.complain("says nothing to some audiences. Add “any”.", key)
    text = Text(text_id, frozenset(variants) & frozenset(AUDIENCES))
    for variant in sorted(variants.keys() & {ANY, *AUDIENCES}):
        entry.draft.words[text.words_id(variant)] = entry.as_string(variants[variant], f"{key}, {variant}")
    return text
