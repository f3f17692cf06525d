"""Writing one sheet of a workbook: bands, headings and rows, with all that helps to fill it in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl.formatting.rule import FormulaRule
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from kiosk.content.workbook import plans, styles
from kiosk.content.workbook.columns import Column, Kind
from kiosk.content.workbook.escapes import escaped
from kiosk.errors import ContentError

_BANDS, _HEADINGS, _FIRST = 1, 2, 3
_LEAST_ROWS = 1_000
"""Drop-downs and colours reach down so far, or as far as rows are filled in and as many below."""
_LONGEST = 32_767
"""The most letters that a cell can hold."""
_PROMPT, _PROMPT_TITLE = 255, 32
"""The most letters of what is said beside a cell, and of its title."""
_LIKE_A_FORMULA = ("=", "+", "-", "@")
_AS_TEXT = (Kind.NAME, Kind.CODE, Kind.CODES, Kind.PHONE, Kind.ORGANIZATION, Kind.SERVICE, Kind.CHOICE)
_PAGE = 200
"""The widest sheet that can still be read on one page, in letters."""
_NO_DAYS_BEFORE = 1900
"""The year before spreadsheets count days; a day of it is written out."""
_FIRST_DAY = "36526"
"""1 January 2000, as spreadsheets count days."""


class SheetWriter:
    """Writes one sheet, column by column of its plan."""

    def __init__(self, sheet: Any, about: str, columns: Sequence[Column], lists: Mapping[str, str]) -> None:
        """`about` stands on top; `lists` are where the drop-downs find what they offer, by the key of their column."""
        self._sheet = sheet
        self._about = about
        self._columns = columns
        self._lists = lists
        self._letters = {column.heading: get_column_letter(number) for number, column in enumerate(columns, 1)}

    def write(self, rows: Sequence[Mapping[str, object]], font: Any) -> None:
        """Write everything; `rows` are what stands below the headings, in a font."""
        last = max(_LEAST_ROWS, 2 * len(rows) + _FIRST)
        for number, column in enumerate(self._columns, 1):
            self._write_top(number, column)
            self._style(column)
            self._guide(column, last)
        for number, filled in enumerate(rows, _FIRST):
            self._write_row(number, filled, font)
        self._sheet.freeze_panes = f"B{_FIRST}"
        self._sheet.row_dimensions[_HEADINGS].height = 34
        self._sheet.sheet_properties.outlinePr.summaryRight = False
        self._print()

    def _write_top(self, number: int, column: Column) -> None:
        band, heading = self._sheet.cell(_BANDS, number), self._sheet.cell(_HEADINGS, number)
        if number == 1 or self._columns[number - 2].band != column.band:
            put(band, column.band or self._about)
        bands = list(dict.fromkeys(each.band for each in self._columns))
        band.fill = styles.BAND_FILLS[bands.index(column.band) % len(styles.BAND_FILLS)]
        band.font, band.alignment = styles.BAND, styles.ONE_LINE
        put(heading, column.title)
        heading.font, heading.fill, heading.alignment = styles.HEADING, styles.HEADING_FILL, styles.MIDDLE

    def _style(self, column: Column) -> None:
        """Say how the empty cells of a column look, and what they make of what is typed."""
        dimension = self._sheet.column_dimensions[self._letters[column.heading]]
        dimension.width = column.width
        dimension.number_format = _format(column)
        dimension.alignment = styles.TOP
        dimension.font = styles.PLAIN
        if column.audience:
            dimension.outlineLevel = 1
            dimension.hidden = True

    def _guide(self, column: Column, last: int) -> None:
        """Say beside a cell what to write, offer what there is to choose, and colour what is missing."""
        cells = f"{self._letters[column.heading]}{_FIRST}:{self._letters[column.heading]}{last}"
        rule = self._rule(column)
        rule.allowBlank, rule.showInputMessage, rule.showErrorMessage = True, True, rule.type is not None
        rule.promptTitle, rule.prompt = column.heading[:_PROMPT_TITLE], column.hint[:_PROMPT]
        rule.add(cells)
        self._sheet.add_data_validation(rule)
        if column.needed:
            missing = FormulaRule([self._is_missing(column)], fill=styles.MISSING_FILL)
            self._sheet.conditional_formatting.add(cells, missing)

    def _rule(self, column: Column) -> DataValidation:
        """Return what a spreadsheet holds to be right in a column; unknown names and odd days are only asked about."""
        if column.kind is Kind.CHOICE:
            return DataValidation("list", formula1=self._lists[column.key], error="Choose from the list.")
        if column.kind in _NAMES:
            error = "This name is not on its sheet yet. Is it spelt as it is there?"
            return DataValidation("list", errorStyle="warning", formula1=_NAMES[column.kind], error=error)
        if column.kind is Kind.DAY:
            error = "This is not a day. Write it like 23/11/2026."
            return DataValidation("date", _FIRST_DAY, errorStyle="warning", operator="greaterThanOrEqual", error=error)
        return DataValidation()

    def _is_missing(self, column: Column) -> str:
        """Return the formula that is true where something stands in a row, and not what is needed."""
        last = self._letters[self._columns[-1].heading]
        headings = [heading for heading in (column.heading, column.unless) if heading]
        empty = (f'${self._letters[heading]}{_FIRST}=""' for heading in headings)
        return f"AND(COUNTA($A{_FIRST}:${last}{_FIRST})>0,{','.join(empty)})"

    def _write_row(self, number: int, filled: Mapping[str, object], font: Any) -> None:
        for place, column in enumerate(self._columns, 1):
            if column.heading in filled:
                cell = self._sheet.cell(number, place)
                put(cell, filled[column.heading])
                cell.font, cell.alignment, cell.number_format = font, styles.TOP, _format(column)
        texts = ((filled.get(column.heading, ""), column.width) for column in self._columns if not column.audience)
        self._sheet.row_dimensions[number] = styles.FittingRow(self._sheet, number, ht=styles.height(texts))

    def _print(self) -> None:
        """A narrow sheet fits the width of a page; of a wide one each page repeats whom it is about."""
        sheet = self._sheet
        sheet.page_setup.orientation, sheet.page_setup.paperSize = sheet.ORIENTATION_LANDSCAPE, sheet.PAPERSIZE_A4
        sheet.print_title_rows = f"{_HEADINGS}:{_HEADINGS}"
        if sum(column.width for column in self._columns if not column.audience) > _PAGE:
            sheet.print_title_cols = "A:A"
        else:
            sheet.page_setup.fitToHeight = 0
            sheet.sheet_properties.pageSetUpPr.fitToPage = True


def put(cell: Any, value: object) -> None:
    """Put a day or a text into a cell; a text stays one, though it looks like a formula.

    Raises ContentError where it is longer than a cell can hold.
    """
    if isinstance(value, date) and value.year > _NO_DAYS_BEFORE:
        cell.value = value
        return
    text = escaped(str(value))
    if len(text) > _LONGEST:
        raise ContentError(f"“{text[:40]}…” has {len(text)} letters; a cell of a workbook can hold {_LONGEST}.")
    cell.value = text
    cell.data_type = "s"
    cell.quotePrefix = text.startswith(_LIKE_A_FORMULA)


def _format(column: Column) -> str:
    if column.kind is Kind.DAY:
        return styles.DAY
    return styles.TEXT if column.kind in _AS_TEXT else styles.GENERAL


def _names(sheet: str) -> str:
    """Return the formula of the names that stand in the first column of a sheet, however many there are."""
    first = f"{sheet}!$A${_FIRST}"
    return f"OFFSET({first},0,0,MAX(1,COUNTA({first}:$A${_LEAST_ROWS})),1)"


_NAMES = {Kind.ORGANIZATION: _names(plans.ORGANIZATIONS.name), Kind.SERVICE: _names(plans.SERVICES.name)}
