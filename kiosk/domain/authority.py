"""Authorities: the councils responsible for education, by ONS code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Authority:
    """A council responsible for education. The validity dates are inclusive; None means without limit."""

    code: str
    name: str
    official_name: str
    kind: str
    region: str
    valid_from: date | None = None
    valid_to: date | None = None
