"""Ids: letters and digits, joined by hyphens."""

from __future__ import annotations

import re

MOST_LETTERS = 120

_ID = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")


def is_id(name: object) -> bool:
    """Say whether this can be the id of anything."""
    return isinstance(name, str) and len(name) <= MOST_LETTERS and _ID.fullmatch(name) is not None
