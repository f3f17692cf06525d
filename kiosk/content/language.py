"""The languages that the kiosk speaks."""

from __future__ import annotations

from dataclasses import dataclass

ENGLISH = "en"
"""The language that authors write; every other one is translated from it."""
DIRECTIONS = ("ltr", "rtl")


@dataclass(frozen=True)
class Language:
    """A language the kiosk speaks: its English name and its own (`endonym`), and whether it runs `ltr` or `rtl`.

    `complete`: every words id is translated; only complete languages are offered. `reviewed`: a person who speaks it
    has read it.
    """

    code: str
    name: str
    endonym: str
    direction: str
    complete: bool
    reviewed: bool
