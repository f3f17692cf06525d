"""Facts: where a thing that is said was read, who looked at it, and when it must be looked at again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Source:
    """One entry of the source register. `apparent_date` is the age, in words, of the copy that was read."""

    id: str
    title: str
    address: str
    read_on: date
    apparent_date: str


@dataclass(frozen=True)
class Fact:
    """The provenance of one thing said. Both effective dates are inclusive; None means without limit."""

    sources: tuple[str, ...]
    reviewed_on: date
    review_by: date
    reviewer: str
    effective_from: date | None = None
    effective_to: date | None = None

    def holds_on(self, day: date) -> bool:
        """Say whether this holds on a day."""
        return (self.effective_from or date.min) <= day <= (self.effective_to or date.max)

    @property
    def is_lasting(self) -> bool:
        """Whether this holds on every day."""
        return self.effective_from is None and self.effective_to is None
