"""The rows of a sheet: found below its headings, wherever these were moved to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from kiosk.content.workbook import mending
from kiosk.content.workbook.columns import MOST_SEVERAL, Column, SheetPlan
from kiosk.content.workbook.file import Cell, Sheet
from kiosk.content.workbook.findings import Findings, listed

_HEADINGS_AMONG = 20
"""Headings are looked for in so many rows from the top."""


@dataclass(frozen=True)
class Row:
    """A row with something in it: its cells that are not empty, and the place of every column of it, by heading."""

    number: int
    first: str
    cells: Mapping[str, Cell]
    places: Mapping[str, str]

    def place(self, heading: str) -> str:
        """Return where the cell of a column is, though it may be empty; the first cell for no such column."""
        return self.places.get(heading, self.first)


def rows(plan: SheetPlan, sheet: Sheet, findings: Findings) -> tuple[Row, ...]:
    """Return the rows of a sheet below its headings; what is wrong with the sheet is found on the way."""
    top = _headings(plan, sheet)
    if top is None:
        findings.complain(sheet.name, "Its headings are gone. Take a new template and copy your rows into it.")
        return ()
    columns = _columns(plan, sheet, top, findings)
    for reference, last in sheet.merged:
        if last >= top:
            findings.complain(f"{sheet.name}!{reference}", "These cells are merged. Unmerge them: one fact, one cell.")
    found = tuple(_rows(sheet, top, columns, findings))
    hidden = [number for number in sheet.hidden if number in {row.number for row in found}]
    if hidden:
        findings.note(sheet.name, f"Hidden rows are read like the others: {listed(hidden)}.")
    return found


def _rows(sheet: Sheet, top: int, columns: Mapping[int, str], findings: Findings) -> Iterator[Row]:
    for number, cells in sheet.rows.items():
        filled = {column: cell for column, cell in cells.items() if not _is_blank(cell)}
        if number <= top or not filled:
            continue
        for column in sorted(filled.keys() - columns.keys()):
            findings.complain(filled[column].place, "There is no heading above this, so it is not read. Take it out.")
        read = {columns[column]: cell for column, cell in filled.items() if columns.get(column)}
        places = {heading: sheet.place(number, column) for column, heading in columns.items() if heading}
        yield Row(number, sheet.place(number, min(columns)), read, places)


def _headings(plan: SheetPlan, sheet: Sheet) -> int | None:
    """Return the row that has the most headings of the plan, the first of them among them; None for none."""
    first, known = plan.plain_columns[0].heading, _known(plan)
    among = {
        number: [_plain(cell) for cell in cells.values()]
        for number, cells in sheet.rows.items()
        if number <= _HEADINGS_AMONG
    }
    fit = {number: len(known.keys() & words) for number, words in among.items() if first.casefold() in words}
    return max(fit, key=lambda number: fit[number]) if fit else None


def _columns(plan: SheetPlan, sheet: Sheet, top: int, findings: Findings) -> dict[int, str]:
    """Return the heading of the plan for each column that has a heading; an empty one where the plan has no such."""
    known, found = _known(plan), dict[int, str]()
    for column, cell in sheet.rows[top].items():
        heading = known.get(_plain(cell), "")
        if heading and heading in found.values():
            findings.complain(cell.place, f"The column “{heading}” is there twice. Keep one.")
            heading = ""
        elif not heading and not _is_blank(cell):
            near = get_close_matches(_plain(cell), known, 1)
            hint = f"Did you mean “{known[near[0]]}”?" if near else "Take it out, or move it to a sheet of your own."
            findings.complain(cell.place, f"There is no column “{cell.value}”. {hint}")
        if heading or not _is_blank(cell):
            found[column] = heading
    _tell_missing(sheet, [column for column in plan.columns(1) if column.heading not in found.values()], findings)
    return found


def _tell_missing(sheet: Sheet, missing: list[Column], findings: Findings) -> None:
    for column in (column for column in missing if column.needed):
        findings.complain(sheet.name, f"The column “{column.heading}” is missing. Give it back its heading.")
    plain = [f"“{column.heading}”" for column in missing if not column.needed and not column.audience]
    if plain:
        findings.note(sheet.name, f"There is no column {listed(plain)}, so nothing is said of it.")


def _known(plan: SheetPlan) -> dict[str, str]:
    """Return every heading that a sheet may have, by how it is compared."""
    return {column.heading.casefold(): column.heading for column in plan.columns(MOST_SEVERAL)}


def _plain(cell: Cell) -> str:
    return " ".join(str(cell.value).replace("*", " ").casefold().split())


def _is_blank(cell: Cell) -> bool:
    return isinstance(cell.value, str) and mending.is_blank(cell.value)
