"""How a workbook looks: calm paper, ink navy, and amber for what is still to be filled in."""

from __future__ import annotations

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

_INK, _PAPER, _AMBER, _PALE, _GREY = "1B2A49", "F7F4EC", "FFE3A3", "E4E9F2", "6B7280"
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

BAND_FILL, HEADING_FILL, PAPER_FILL = _fill(_PALE), _fill(_INK), _fill(_PAPER)
MISSING_FILL = PatternFill(bgColor=_AMBER)

TOP = Alignment(vertical="top", wrap_text=True)
MIDDLE = Alignment(vertical="center", wrap_text=True)
ONE_LINE = Alignment(vertical="center")
BELOW = Border(bottom=Side("thin", color="C8CEDA"))

DAY = "d mmm yyyy"
TEXT = "@"
"""A cell that a spreadsheet leaves as it is written: the first 0 of a number, and long ones."""
GENERAL = "General"
