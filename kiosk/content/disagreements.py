"""The map of disagreements: every row that the kiosk has to answer, and the rights that it must not leave out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.domain.outcome import RouteKind
from kiosk.domain.response import Condition, Responses


@dataclass(frozen=True)
class Row:
    """One row of the map, and the rights that the law gives in it; `sources` show them."""

    id: str
    title: str
    rights: tuple[RouteKind, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True)
class DisagreementMap:
    """Every row by its id, and which answers say that a right is `used` already."""

    rows: Mapping[str, Row]
    used: Mapping[RouteKind, Condition]

    def rights(self, row: str, responses: Responses) -> tuple[RouteKind, ...]:
        """Return the rights of a row that somebody who answers like this still has."""
        found = self.rows[row].rights
        return tuple(right for right in found if right not in self.used or not self.used[right].holds(responses))
