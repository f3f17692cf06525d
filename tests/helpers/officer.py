"""An officer at a spreadsheet: opens a workbook, types into cells by their headings, and saves it."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

HEADINGS = 2


class Officer:
    """A workbook that somebody has open. Rows are those of the spreadsheet: the first below the headings is 3.

    A number is pasted in with the format that numbers have.
    """

    def __init__(self, data: bytes) -> None:
        self.book = load_workbook(BytesIO(data))

    def sheet(self, name: str) -> Any:
        """Return a sheet by its name."""
        return self.book[name]

    def place(self, sheet: str, row: int, heading: str) -> str:
        """Return where the cell below a heading is, such as `Services!E7`."""
        return f"{sheet}!{get_column_letter(self._column(sheet, heading))}{row}"

    def types(self, sheet: str, row: int, **values: object) -> Officer:
        """Type values into cells of a row, by heading; `_` stands for a space in it."""
        for heading, value in values.items():
            cell = self.book[sheet].cell(row, self._column(sheet, heading.replace("_", " ")))
            cell.value = value
            if isinstance(value, int | float):
                cell.number_format = "General"
        return self

    def saves(self) -> bytes:
        """Return the file."""
        data = BytesIO()
        self.book.save(data)
        return data.getvalue()

    def _column(self, sheet: str, heading: str) -> int:
        titles = [str(cell.value).removesuffix(" *") for cell in self.book[sheet][HEADINGS]]
        return titles.index(heading) + 1
