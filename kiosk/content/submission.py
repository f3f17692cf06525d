"""Submissions: a listing as somebody hands it in, with what is wrong with it and where each part of it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kiosk.content.listing import Listing
from kiosk.content.replacement import Replacement, prove
from kiosk.errors import ContentError, Problem

_TO_WHOM = re.compile(r"\(([a-z-]+)\) ")
_CELL = re.compile(r"(.*)!([A-Z]+)([0-9]+)")


@dataclass(frozen=True)
class Submission:
    """A listing that was handed in; `file` is what it was handed in as.

    While there are `problems` it is not as it was meant: something stands in for what is wrong, only so that the rest
    can be checked too. `unsure` are the places of the things for which that is so. `notes` tell what was mended.

    `places` say where each place of the listing was handed in: `service stoke-sendiass, email` in the cell
    `Services!I4`, or in a record. `called` are the names by which its author knows some keys, `sheets` the names of
    its sheets in their order.
    """

    file: str
    listing: Listing
    places: Mapping[str, str]
    problems: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()
    unsure: frozenset[str] = frozenset()
    called: Mapping[str, str] = field(default_factory=dict)
    sheets: Sequence[str] = ()

    def proved(self, folder: Path, today: date) -> Replacement:
        """Prove the listing with all other content; raise ContentError with everything that is wrong, all at once."""
        try:
            replacement = prove(folder, self.listing, today, self.named)
        except ContentError as error:
            found = self._in_order([*self.problems, *self._own(error.problems)])
            mine = any(problem.file == self.file for problem in found)
            raise ContentError(self._not_right if mine else str(error), found) from error
        if self.problems:
            raise ContentError(self._not_right, self._in_order(self.problems))
        return replacement

    @property
    def _not_right(self) -> str:
        return f"{self.file} is not right yet; nothing was written."

    def named(self, problem: Problem) -> Problem:
        """Return a problem of the listing's file as its author finds it; one of another file as it is."""
        if problem.file != self.listing.file:
            return problem
        to_whom = _TO_WHOM.match(problem.message)
        place = f"{problem.place}, {to_whom[1]}" if to_whom else problem.place
        return Problem(self.file, self._where(place), self._in_its_words(problem.message))

    def _where(self, place: str) -> str:
        """Return where the innermost place was handed in that is known."""
        while place and place not in self.places:
            place = place.rpartition(", ")[0]
        return self.places.get(place, "")

    def _in_its_words(self, message: str) -> str:
        for key, name in self.called.items():
            word = rf"“{key}”|\b{key}\b" if "_" in key else f"“{key}”"
            message = re.sub(word, f"“{name}”", message)
        return message

    def _own(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return the problems that do not only follow from what stands in for what is wrong, here or elsewhere."""
        known = {problem.place for problem in self.problems} | {self.places[place] for place in self.unsure}
        mine = [each for each in problems if each.file == self.file and each.place not in known]
        return mine if self.problems else list(problems)

    def _in_order(self, problems: Iterable[Problem]) -> list[Problem]:
        """Return problems in the order that they are met: by sheet, row and column, a sheet's own before its cells'.

        What a row names comes before it, so a cause is read before what follows from it.
        """
        return sorted(dict.fromkeys(problems), key=self._order)

    def _order(self, problem: Problem) -> tuple[str, int, str, int, int, str]:
        sheet = problem.place.partition("!")[0]
        of_sheet = self.sheets.index(sheet) if sheet in self.sheets else len(self.sheets)
        cell = _CELL.fullmatch(problem.place)
        if cell is None:
            return problem.file, of_sheet, sheet, 0, 0, problem.place
        return problem.file, of_sheet, sheet, int(cell[3]), len(cell[2]), cell[2]
