"""Arguments of commands: what is named has to be known, and days are written as YYYY-MM-DD."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from kiosk.content.store import ContentStore
from kiosk.domain.text import Words
from kiosk.errors import UsageError

FILE = click.Path(dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
DAY = click.DateTime(["%Y-%m-%d"])


def known(kind: str, name: str, names: Iterable[str], of: str = "") -> str:
    """Return the name of something that is there. Raises UsageError, with the nearest known name, for any other."""
    there = list(names)
    if name not in there:
        near = "".join(f" Did you mean {each}?" for each in get_close_matches(name, there, 1, 0))
        raise UsageError(f"There is no {kind} {name!r}{of}.{near}")
    return name


def words_in(store: ContentStore, language: str) -> Words:
    """Return the words of a language. Raises UsageError for one that the content does not speak."""
    return store.words(known("language", language, [each.code for each in store.languages()]))


def day(written: str, today: date) -> date:
    """Return a day. Raises UsageError for what is no day of any calendar."""
    try:
        return datetime.strptime(written, "%Y-%m-%d").date()
    except ValueError as error:
        raise UsageError(f"{written!r} is no date. Write it as YYYY-MM-DD, such as {today.isoformat()}.") from error
