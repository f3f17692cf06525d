"""A workbook's file, read: its sheets as plain cells, whatever wrote them. Only this module reads with openpyxl."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.utils.datetime import from_excel

from kiosk.content.workbook.escapes import unescaped
from kiosk.content.workbook.parts import broken, seen_through
from kiosk.errors import ContentError

_FIRST_DAY, _LAST_DAY = 36_526, 73_051
"""Numbers from the first to before the last may be days from 2000 to 2099, counted as spreadsheets count them."""


@dataclass(frozen=True)
class Cell:
    """One cell that is not empty. `day` is the day that a number stands for, where it may be one.

    `unknown` is what stands in a cell that has no value: an error such as #N/A, or a formula that nobody worked out.
    """

    place: str
    value: object
    day: date | None = None
    unknown: str = ""


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells by row and column, from 1; the rows that are hidden, and ranges that are merged.

    Of each merged range the last row is known too.
    """

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    hidden: tuple[int, ...] = ()
    merged: tuple[tuple[str, int], ...] = ()

    def place(self, row: int, column: int) -> str:
        """Return where a cell is, as spreadsheets say it: `Services!E7`."""
        return f"{self.name}!{get_column_letter(column)}{row}"


def sheets(name: str, data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook, in their order.

    Raises ContentError, which calls the file `name`, where the bytes are no workbook, or none that can be read safely.
    """
    safe = seen_through(name, data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out: charts, extensions, styles
        try:
            return tuple(_sheets(safe))
        except Exception as error:  # openpyxl meets what is broken in many ways
            raise ContentError(broken(name)) from error


def _sheets(safe: bytes) -> Iterator[Sheet]:
    book = load_workbook(BytesIO(safe), keep_links=False)
    formulas = any(cell.data_type == "f" for sheet in book.worksheets for cell in sheet._cells.values())
    values = load_workbook(BytesIO(safe), keep_links=False, data_only=True) if formulas else book
    for sheet in book.worksheets:
        rows: dict[int, dict[int, Cell]] = {}
        for (row, column), cell in sorted(sheet._cells.items()):
            if cell.value is not None:
                value = values[sheet.title]._cells[row, column]
                rows.setdefault(row, {})[column] = _cell(f"{sheet.title}!{cell.coordinate}", cell, value, book.epoch)
        hidden = tuple(sorted(row for row, about in sheet.row_dimensions.items() if about.hidden and row in rows))
        merged = tuple(sorted((found.coord, found.max_row) for found in sheet.merged_cells.ranges))
        yield Sheet(sheet.title, rows, hidden, merged)


def _cell(place: str, cell: Any, worked_out: Any, epoch: datetime) -> Cell:
    """Return a cell as it is shown: of a formula, the value that was saved with it."""
    value = worked_out.value
    if value is None or worked_out.data_type == "e":
        return Cell(place, None, unknown=str(value or "a formula without a value"))
    if isinstance(value, str):
        return Cell(place, unescaped(value))
    if type(value) in (int, float) and _FIRST_DAY <= value < _LAST_DAY:
        return Cell(place, value, from_excel(value, epoch).date())
    return Cell(place, value)
