"""Findings: what is wrong in a workbook, cell by cell, and what was mended on the way in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kiosk.errors import Problem


@dataclass
class Findings:
    """Problems, which refuse a workbook, and notes, which only tell what was done; `file` is what it is called."""

    file: str
    problems: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)

    def complain(self, place: str, message: str) -> None:
        """Note a problem with a cell such as `Services!E7`, or with a sheet."""
        self.problems.append(Problem(self.file, place, message.strip()))

    def note(self, place: str, message: str) -> None:
        """Note what was done with a cell or a sheet."""
        self.notes.append(Problem(self.file, place, message.strip()))


def listed(words: Iterable[object]) -> str:
    """Return some words as a list in a sentence: “a, b and c”."""
    *most, last = map(str, words)
    return f"{', '.join(most)} and {last}" if most else last


def rows_listed(numbers: Sequence[int]) -> str:
    """Return the numbers of some rows as they stand in a sentence: “row 3”, “rows 3 and 4”."""
    return f"{'row' if len(numbers) == 1 else 'rows'} {listed(numbers)}"
