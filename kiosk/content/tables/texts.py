"""Texts, languages and words in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.language import ENGLISH, Language
from kiosk.content.tables.insertion import insert

if TYPE_CHECKING:  # the kiosk only reads
    from kiosk.content.content import Content

_WORDS = "SELECT words FROM words WHERE id = ? AND language IN (?, 'en') ORDER BY language = 'en'"
_LANGUAGES = "SELECT code, name, endonym, direction, complete, reviewed FROM language ORDER BY position"


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every text, language and word."""
    insert(connection, "text", sorted((text, " ".join(sorted(v))) for text, v in _variants(content).items()))
    for position, language in enumerate(content.languages):
        about = (language.name, language.endonym, language.direction, language.complete, language.reviewed)
        insert(connection, "language", [(language.code, position, *about)])
        words = content.words.get(language.code, {})
        insert(connection, "words", ((language.code, id_, words[id_]) for id_ in sorted(words)))


def read_languages(database: Database) -> tuple[Language, ...]:
    """Return every language, English first."""
    return tuple(
        Language(
            row["code"], row["name"], row["endonym"], row["direction"], bool(row["complete"]), bool(row["reviewed"])
        )
        for row in database.rows(_LANGUAGES)
    )


def read_words(database: Database, language: str) -> dict[str, str]:
    """Return all that is said in a language, by words id."""
    found = database.rows("SELECT id, words FROM words WHERE language = ?", language)
    return {row["id"]: row["words"] for row in found}


def lookup(database: Database, language: str) -> Callable[[str], str]:
    """Return what looks words up in a language, each once; words it lacks are said in English."""
    known: dict[str, str] = {}

    def look_up(words_id: str) -> str:
        if words_id not in known:
            with database.reading():
                known[words_id] = database.row(_WORDS, words_id, language)["words"]
        return known[words_id]

    return look_up


def _variants(content: Content) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for words_id in content.words[ENGLISH]:
        text, _, audience = words_id.partition("@")
        found.setdefault(text, set()).update({audience} - {""})
    return found
