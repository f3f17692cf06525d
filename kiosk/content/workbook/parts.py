"""The parts of a workbook's file: unpacked within bounds and looked through, before anything else reads them.

A workbook is a zip of XML (ECMA-376). What comes in may be broken, another kind of file, or made to exhaust whoever
unpacks it; a reader is only given a new zip of what was seen here. No part of a workbook has a document type, so no
entity is ever expanded: openpyxl needs no defusedxml after this.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import PurePosixPath
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kiosk.errors import ContentError

MOST_BYTES = 10_000_000
"""The largest file that is looked at; a thousand services need a tenth of it."""
MOST_UNPACKED = 20_000_000
MOST_PARTS = 500
MOST_CELLS = 200_000
MOST_COVERED = 100_000
"""Cells that merges, links and comments may cover together: a reader makes each of them."""
MOST_FORMULAS = 1_000
LONGEST_FORMULA = 1_000
DEEPEST = 100

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_XML = (".xml", ".rels")
_SAVE_AS = "Open it in a spreadsheet program and save it as “Excel Workbook (.xlsx)”."
_ROWS, _COLUMNS = 1_048_576, 16_384


def seen_through(name: str, data: bytes) -> bytes:
    """Return a new zip of the parts of a workbook, each of them looked through.

    An escaped underscore is written small: openpyxl would take that escape, and no other, out of some texts.
    Raises ContentError, which calls the file `name`, where it is no workbook or not one that can be read safely.
    """
    parts = _unpacked(name, data)
    _look_like_a_workbook(name, parts)
    look = _Look(name)
    for part, content in parts.items():
        look.through(part, content)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for part, content in parts.items():
            archive.writestr(ZipInfo(part), content.replace(b"x005F_", b"x005f_"))
    return packed.getvalue()


def _unpacked(name: str, data: bytes) -> dict[str, bytes]:
    if not data:
        raise ContentError(f"{name} is empty. Nothing was ever saved in it.")
    if data.startswith(_OLE):
        raise ContentError(_locked(name) if _ENCRYPTED in data else f"{name} is an old workbook (.xls). {_SAVE_AS}")
    if not data.startswith(b"PK"):
        raise ContentError(f"{name} is not a workbook. {_SAVE_AS}")
    if len(data) > MOST_BYTES:
        raise ContentError(_too_large(name))
    try:
        return _parts(name, data)
    except ContentError:
        raise
    except Exception as error:  # a broken zip is met in many ways
        raise ContentError(broken(name)) from error


def _parts(name: str, data: bytes) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    left = MOST_UNPACKED
    with ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        if len(members) > MOST_PARTS:
            raise ContentError(_too_large(name))
        for member in members:
            if member.filename in parts or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise ContentError(broken(name))
            with archive.open(member) as file:
                parts[member.filename] = file.read(left + 1)
            left -= len(parts[member.filename])
            if left < 0:
                raise ContentError(_too_large(name))
    return parts


def _look_like_a_workbook(name: str, parts: dict[str, bytes]) -> None:
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        raise ContentError(f"{name} is an OpenDocument file. {_SAVE_AS}")
    if any(PurePosixPath(part).suffix == ".bin" and "workbook" in part for part in parts):
        raise ContentError(f"{name} is a binary workbook (.xlsb). {_SAVE_AS}")
    if "[Content_Types].xml" not in parts or not any(part.startswith("xl/") for part in parts):
        raise ContentError(f"{name} is not a workbook. {_SAVE_AS}")


class _Look:
    """One look through all parts of a file: what no workbook of a council needs is refused, and named."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._cells = self._covered = self._formulas = 0
        self._depth = self._formula = 0

    def through(self, part: str, content: bytes) -> None:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartDoctypeDeclHandler = self._doctype
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._said
        self._depth = self._formula = 0
        try:
            parser.Parse(content, True)
        except (expat.ExpatError, ValueError, LookupError) as error:
            if part.endswith(_XML):
                raise ContentError(broken(self._name)) from error

    def _doctype(self, *_: object) -> None:
        raise ContentError(
            f"{self._name} holds a document type, as no workbook does. Copy your rows into a new template."
        )

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        kind = tag.rpartition(" ")[2]
        self._formula = 1 if kind == "f" else 0
        self._cells += kind == "c"
        self._formulas += kind == "f"
        if kind in ("mergeCell", "hyperlink", "comment"):
            self._covered += _area(attributes.get("ref", ""))
        if self._depth > DEEPEST or self._cells > MOST_CELLS or self._covered > MOST_COVERED:
            raise ContentError(_too_large(self._name))
        if self._formulas > MOST_FORMULAS:
            raise ContentError(_formulas(self._name))

    def _end(self, _: str) -> None:
        self._depth -= 1
        self._formula = 0

    def _said(self, text: str) -> None:
        if self._formula:
            self._formula += len(text)
            if self._formula > LONGEST_FORMULA:
                raise ContentError(_formulas(self._name))


def _area(reference: str) -> int:
    """Return how many cells a reference such as `B2:D9` covers; at most a whole sheet."""
    first, _, last = reference.upper().replace("$", "").partition(":")
    if not last:
        return 1
    (left, top), (right, bottom) = _corner(first, (1, 1)), _corner(last, (_COLUMNS, _ROWS))
    return (abs(right - left) + 1) * (abs(bottom - top) + 1)


def _corner(reference: str, missing: tuple[int, int]) -> tuple[int, int]:
    """Return the column and row of a corner; a whole row or column has one of them `missing`."""
    letters = [letter for letter in reference if "A" <= letter <= "Z"]
    digits = "".join(digit for digit in reference if "0" <= digit <= "9")[:9]
    column = 0
    for letter in letters[:5]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return column or missing[0], int(digits or missing[1])


def broken(name: str) -> str:
    """Say that a file is broken."""
    return f"{name} is broken: parts of it are missing or damaged. Copy it again, or save it anew."


def _locked(name: str) -> str:
    return f"{name} has a password. Open it, take the password away, and save it as “Excel Workbook (.xlsx)”."


def _too_large(name: str) -> str:
    return f"{name} is far larger than a council’s workbook. Copy your rows into a new template."


def _formulas(name: str) -> str:
    return f"{name} has too many or too long formulas. Copy the cells that have them, and paste them as values."
