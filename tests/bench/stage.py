"""The three screens that both programs show in turn: what stands where, and which button leads on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

AUTHORITY = "E06000021"
AS_OF = "2026-11-23"
PIXELS_PER_MM = 102 / 25.4
START = "Touch here to start"
BACK = "Back"


@dataclass(frozen=True)
class Part:
    """One thing on a screen, and how a page would call it."""

    tag: str
    name: str
    description: str
    x: int
    y: int
    width: int
    height: int

    @property
    def centre(self) -> tuple[int, int]:
        """The point in its middle."""
        return self.x + self.width // 2, self.y + self.height // 2


@dataclass(frozen=True)
class Stage:
    """Three screens: the attract screen and two questions; `option` leads from the second to the third."""

    screens: Sequence[Sequence[Part]]
    option: str

    @property
    def ways(self) -> list[dict[str, int]]:
        """For each screen: which button shows which."""
        return [{START: 1}, {self.option: 2, BACK: 0}, {BACK: 1}]

    @property
    def trail(self) -> list[tuple[int, int]]:
        """Where to touch to go from the first to the third and back again."""
        names = [(0, START), (1, self.option), (2, BACK), (1, BACK)]
        return [next(p.centre for p in self.screens[at] if p.name == name) for at, name in names]
