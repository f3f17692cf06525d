"""How a workbook looks: calm paper, ink navy, and amber for what is still to be filled in."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.dimensions import RowDimension

_INK, _PAPER, _AMBER, _GREY = "1B2A49", "F7F4EC", "FFE3A3", "6B7280"
_BANDS = ("DCE4F2", "EDE7D6")
_FACE = "Calibri"


def _fill(colour: str) -> PatternFill:
    return PatternFill("solid", start_color=colour, end_color=colour)


def _font(size: int = 11, **more: object) -> Font:
    return Font(name=_FACE, size=size, **more)


TITLE = _font(20, bold=True, color=_INK)
LEAD = _font(13, color=_INK)
SECTION = _font(14, bold=True, color=_INK)
PLAIN = _font(11)
STRONG = _font(11, bold=True, color=_INK)
COMMAND = Font(name="Consolas", size=11, color=_INK)
BAND = _font(11, bold=True, color=_INK)
HEADING = _font(11, bold=True, color="FFFFFF")
EXAMPLE = _font(11, italic=True, color=_GREY)

BAND_FILLS = tuple(map(_fill, _BANDS))
"""Bands beside each other differ."""
HEADING_FILL, PAPER_FILL = _fill(_INK), _fill(_PAPER)
MISSING_FILL = PatternFill(bgColor=_AMBER)

TOP = Alignment(vertical="top", wrap_text=True)
MIDDLE = Alignment(vertical="center", wrap_text=True)
ONE_LINE = Alignment(vertical="center")
RIGHT = Alignment(horizontal="right", vertical="top", indent=1)
BELOW = Border(bottom=Side("thin", color="C8CEDA"))

DAY = "d mmm yyyy"
TEXT = "@"
"""A cell that a spreadsheet leaves as it is written: the first 0 of a number, and long ones."""
GENERAL = "General"

_LINE, _MARGIN = 15, 4
"""Points."""
_LETTERS_IN_A_WIDTH = 1.1


class FittingRow(RowDimension):  # type: ignore[misc]
    """A row as high as what stands in it; a spreadsheet may make it higher as that grows."""

    customHeight = False  # noqa: N815 - openpyxl's name


def height(texts: Iterable[tuple[object, int]]) -> float:
    """Return how high a row has to be, in points, for texts in columns of some widths."""
    lines = (ceil(len(str(text)) / (width * _LETTERS_IN_A_WIDTH)) for text, width in texts)
    return _LINE * max(lines, default=1) + _MARGIN
