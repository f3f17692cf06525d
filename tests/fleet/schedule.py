"""When a kiosk looks: as `kiosk.qt.updating` has it, in seconds."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random


@dataclass(frozen=True)
class Schedule:
    """Seconds from the start to the first look and between two looks, each sooner or later by up to `jitter` of it."""

    first: float
    every: float
    jitter: float

    def until_first(self, chance: Random) -> float:
        """Draw the seconds from the start to the first look."""
        return self.first * chance.uniform(1 - self.jitter, 1 + self.jitter)

    def until_next(self, chance: Random) -> float:
        """Draw the seconds from one look to the next."""
        return self.every * chance.uniform(1 - self.jitter, 1 + self.jitter)

    @property
    def longest(self) -> float:
        """The most seconds that can lie between two looks."""
        return self.every * (1 + self.jitter)
