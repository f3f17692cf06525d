"""How the visitor wants to be shown things. Preferences belong to the session and end with it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class TextSize(IntEnum):
    """Four steps of text size; NORMAL meets 0.7 degrees of capital height at the stated distance."""

    SMALL = 0
    NORMAL = 1
    LARGE = 2
    LARGEST = 3


class Contrast(StrEnum):
    """The palettes on offer."""

    STANDARD = "standard"
    HIGH = "high"
    DARK = "dark"


@dataclass(frozen=True)
class Preferences:
    """What the visitor has chosen at the Display and language screens."""

    language: str = "en"
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.STANDARD
