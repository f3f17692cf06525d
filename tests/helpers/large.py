"""Content that is large: by words in languages that nobody is offered."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

MOST_LANGUAGES = 100


def enlarge(database: Path, size: int) -> None:
    """Make a content database at least so many bytes large, as long as that takes no more languages than there are."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for number in range(MOST_LANGUAGES):
            [pages], [page] = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
            if pages * page >= size:
                break
            code = f"x{number:02}"
            connection.execute("INSERT INTO language VALUES (?, ?, ?, ?, 'ltr', 0, 0)", (code, number + 50, code, code))
            words = "INSERT INTO words SELECT ?, id, words FROM words WHERE language = 'en' AND id NOT LIKE 'service.%'"
            connection.execute(words, (code,))
            connection.execute("DELETE FROM words WHERE language = ? AND id = 'content.title'", (code,))
