"""Escapes: letters that a workbook's XML cannot hold stand in it as `_x001B_` (ECMA-376, ST_Xstring)."""

from __future__ import annotations

import re

_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_NOT_XML = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_HALVES = range(0xD800, 0xE000)


def escaped(text: str) -> str:
    """Return a text as a workbook can hold it."""
    plain = _LOOKS_ESCAPED.sub("_x005F_", text)
    return _NOT_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", plain)


def unescaped(text: str) -> str:
    """Return what a workbook means; half a character, which no text may have, stays an escape."""
    return _ESCAPED.sub(_letter, text)


def _letter(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if code in _HALVES else chr(code)
