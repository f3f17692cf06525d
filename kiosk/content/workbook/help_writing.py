"""Writing the sheet of help."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kiosk.content.workbook import plans, styles
from kiosk.content.workbook.help import Line, Look
from kiosk.content.workbook.sheet_writing import put

_WIDTHS = (22, 100, 46)
_FONTS = {
    Look.TITLE: styles.TITLE,
    Look.LEAD: styles.LEAD,
    Look.SECTION: styles.SECTION,
    Look.PLAIN: styles.PLAIN,
    Look.COMMAND: styles.COMMAND,
    Look.HEADING: styles.HEADING,
    Look.COLUMN: styles.PLAIN,
}
_HEIGHTS = {Look.TITLE: 36, Look.LEAD: 26, Look.SECTION: 36, Look.HEADING: 22}
"""Points, where a line is higher than its words ask for."""
_ACROSS = (Look.TITLE, Look.LEAD, Look.SECTION)
"""These run over the columns to their right."""


def write_help(sheet: Any, lines: Iterable[Line]) -> None:
    """Write the lines of the sheet of help, each as it is to look."""
    sheet.title = plans.HELP
    sheet.sheet_view.showGridLines = False
    for letter, width in zip("ABC", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    for number, line in enumerate(lines, 1):
        for column, text in enumerate(line.cells, 1):
            if text:
                _write_cell(sheet.cell(number, column), text, line.look)
        fitting = styles.height(zip(line.cells, _WIDTHS, strict=False))
        height = _HEIGHTS.get(line.look, fitting)
        sheet.row_dimensions[number] = styles.FittingRow(sheet, number, ht=height)
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _write_cell(cell: Any, text: str, look: Look) -> None:
    put(cell, text)
    cell.font = styles.STRONG if cell.column == 1 and _FONTS[look] is styles.PLAIN else _FONTS[look]
    cell.alignment = styles.ONE_LINE if look in _ACROSS else styles.TOP
    match look:
        case Look.PLAIN if len(text) == 1:
            cell.alignment = styles.RIGHT  # a number or a bullet, beside its sentence
        case Look.COMMAND:
            cell.fill = styles.BAND_FILLS[0]
        case Look.HEADING:
            cell.fill, cell.alignment = styles.HEADING_FILL, styles.MIDDLE
        case Look.COLUMN:
            cell.border = styles.BELOW
        case _:
            pass
