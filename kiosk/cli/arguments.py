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
_DAY_FORM = "%Y-%m-%d"


class _Day(click.DateTime):
    """A day; what is none is answered in the words of `day`, and not with the form of a programmer."""

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            converted: datetime = super().convert(value, param, ctx)
        except click.BadParameter:
            self.fail(_no_day(str(value), date.today()), param, ctx)
        return converted


DAY = _Day([_DAY_FORM])


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
        return datetime.strptime(written, _DAY_FORM).date()
    except ValueError as error:
        raise UsageError(_no_day(written, today)) from error


def _no_day(written: str, today: date) -> str:
    return f"{written!r} is no date. Write it as YYYY-MM-DD, such as {today.isoformat()}."
