"""Rechecking: a content database is put to the rules of content before it is shown, wherever it comes from."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from datetime import date
from itertools import islice
from pathlib import Path

from kiosk.content.checks import MOST_PROBLEMS, Verdict, check
from kiosk.content.checks.shapes import shapes
from kiosk.content.content import Content
from kiosk.content.database import reading
from kiosk.content.guarded import GuardedDatabase
from kiosk.content.rereading import read_whole
from kiosk.errors import ContentError, Problem


def check_database(path: Path, today: date, authority: str = "") -> Verdict:
    """Put a content database to every rule that keeps content from a kiosk of this authority; empty for none.

    Only `problems` refuse it. A review that is overdue does not, nor what only its authors can put right
    (docs/decisions/0006): so they are the same on every day.

    Raises ContentTooNewError for a newer format, ContentError for what is missing, damaged, not ours or past all
    measure, whatever the file holds.
    """
    content = proved(path)
    with reading(path):
        verdict = check(content, today, building=False)
    return replace(verdict, problems=(*_authority(content, authority), *verdict.problems))


def proved(path: Path) -> Content:
    """Return all that a content database holds, once it is proved that sources could say it.

    Raises ContentTooNewError and ContentError like `check_database`.
    """
    with closing(GuardedDatabase(path)) as database:
        database.verify()
        content = read_whole(database, path.name)
    with reading(path):
        strange = tuple(islice(shapes(content), MOST_PROBLEMS))
    if strange:
        raise ContentError(f"{path} is not what content has to be: {strange[0]}", strange)
    return content


def _authority(content: Content, code: str) -> tuple[Problem, ...]:
    """Say what is wrong where the authority of the settings is none of the content's."""
    if not code or code in content.authorities:
        return ()
    message = "The settings name this authority, and the content does not know it: correct whichever is wrong."
    return (content.problem(f"authority.{code}", message),)
