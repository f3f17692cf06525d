"""Files that are no workbook, broken ones, and ones made to do harm: one clear sentence, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from kiosk.content.workbook import parts
from kiosk.content.workbook.file import Sheet, sheets
from kiosk.errors import ContentError
from tests.fuzz import workbook as fuzz
from tests.fuzz.mutation import mutated
from tests.helpers.officer import Officer
from tests.helpers.zips import changed

SAVE_AS = "Open it in a spreadsheet program and save it as “Excel Workbook (.xlsx)”."
TOO_LARGE = "x.xlsx is far larger than a council’s workbook. Copy your rows into a new template."
BROKEN = "x.xlsx is broken: parts of it are missing or damaged. Copy it again, or save it anew."
FORMULAS = "x.xlsx has too many or too long formulas. Copy the cells that have them, and paste them as values."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SHEET = "xl/worksheets/sheet1.xml"


def saved(book: Workbook) -> bytes:
    data = BytesIO()
    book.save(data)
    return data.getvalue()


def simple() -> bytes:
    book = Workbook()
    book.active["A1"] = "x"
    return saved(book)


def zipped(files: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    data = BytesIO()
    with ZipFile(data, "w", compression) as archive:
        for name, part in files.items():
            archive.writestr(name, part)
    return data.getvalue()


def with_cells(xml: str) -> bytes:
    """Return a workbook with other rows in its sheet."""
    inside = f"<sheetData>{xml}</sheetData>".encode()

    def change(name: str, part: bytes) -> bytes:
        return re.sub(rb"<sheetData>.*</sheetData>", lambda _: inside, part) if name == SHEET else part

    return changed(simple(), change)


def after_cells(xml: str) -> bytes:
    """Return a workbook with more in its sheet."""
    more = b"</sheetData>" + xml.encode()
    return changed(simple(), lambda name, part: part.replace(b"</sheetData>", more) if name == SHEET else part)


def with_start(xml: bytes) -> bytes:
    """Return a workbook whose sheet begins with something."""
    return changed(simple(), lambda name, part: xml + part if name == SHEET else part)


def said(data: bytes) -> str:
    with pytest.raises(ContentError) as error:
        sheets("x.xlsx", data)
    assert error.value.problems == ()
    return str(error.value)


def cell(formula: str) -> str:
    return f'<c r="A1"><f>{formula}</f><v>1</v></c>'


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "nothing": (lambda: b"", "x.xlsx is empty. Nothing was ever saved in it."),
    "a text": (lambda: b"Name,Website\n", f"x.xlsx is not a workbook. {SAVE_AS}"),
    "an old workbook": (lambda: OLE + bytes(600), f"x.xlsx is an old workbook (.xls). {SAVE_AS}"),
    "a password": (
        lambda: OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"),
        "x.xlsx has a password. Open it, take the password away, and save it as “Excel Workbook (.xlsx)”.",
    ),
    "an OpenDocument spreadsheet": (
        lambda: zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": b"<a/>"}),
        f"x.xlsx is an OpenDocument file. {SAVE_AS}",
    ),
    "a binary workbook": (
        lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/workbook.bin": b"x"}),
        f"x.xlsx is a binary workbook (.xlsb). {SAVE_AS}",
    ),
    "a letter": (
        lambda: zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a/>"}),
        f"x.xlsx is not a workbook. {SAVE_AS}",
    ),
    "an empty zip": (lambda: zipped({}), f"x.xlsx is not a workbook. {SAVE_AS}"),
    "a zip that says PK only": (lambda: b"PK", BROKEN),
    "half a workbook": (lambda: simple()[:2000], BROKEN),
    "a workbook without a sheet": (lambda: changed(simple(), lambda n, p: b"" if n == SHEET else p), BROKEN),
    "parts that fit no workbook": (lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/a.xml": b"<a/>"}), BROKEN),
    "another way to pack": (lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/a": b""}, ZIP_BZIP2), BROKEN),
    "XML that breaks off": (lambda: changed(simple(), lambda n, p: p[:-5] if n == SHEET else p), BROKEN),
    "an alphabet that nobody knows": (lambda: with_start(b'<?xml version="1.0" encoding="klingon"?>'), BROKEN),
    "a cell that cannot be": (lambda: with_cells('<row r="1"><c r="AAAAAA1"><v>1</v></c></row>'), BROKEN),
    "a row that cannot be": (lambda: with_cells('<row r="x"><c><v>1</v></c></row>'), BROKEN),
    "a string that is not there": (lambda: with_cells('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), BROKEN),
}

HARM: dict[str, tuple[Callable[[], bytes], str]] = {
    "ten million bytes": (lambda: b"PK" + bytes(parts.MOST_BYTES), TOO_LARGE),
    "a small zip of much": (lambda: zipped({"xl/a.xml": bytes(parts.MOST_UNPACKED + 1)}), TOO_LARGE),
    "a small zip of much, in pieces": (
        lambda: zipped({f"xl/{n}.xml": bytes(parts.MOST_UNPACKED // 9) for n in range(10)}),
        TOO_LARGE,
    ),
    "a thousand parts": (lambda: zipped({f"xl/{n}.xml": b"" for n in range(1000)}), TOO_LARGE),
    "a document type": (
        lambda: with_start(b'<!DOCTYPE a [<!ENTITY b "c">]>'),
        "x.xlsx holds a document type, as no workbook does. Copy your rows into a new template.",
    ),
    "a document type in another alphabet": (
        lambda: changed(
            simple(),
            lambda n, p: "<!DOCTYPE a><a/>".encode("utf-16") if n == SHEET else p,
        ),
        "x.xlsx holds a document type, as no workbook does. Copy your rows into a new template.",
    ),
    "a part that is no XML by its name": (
        lambda: zipped({"[Content_Types].xml": b"<a/>", "xl/a.vml": b"<!DOCTYPE a><a>"}),
        "x.xlsx holds a document type, as no workbook does. Copy your rows into a new template.",
    ),
    "a million cells": (lambda: with_cells("<row>" + "<c/>" * (parts.MOST_CELLS + 1) + "</row>"), TOO_LARGE),
    "one merge over all": (
        lambda: after_cells('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
        TOO_LARGE,
    ),
    "one merge of columns": (
        lambda: after_cells('<mergeCells><mergeCell ref="$A:$C"/></mergeCells>'),
        TOO_LARGE,
    ),
    "one link over whole rows": (lambda: after_cells('<hyperlinks><hyperlink ref="1:99"/></hyperlinks>'), TOO_LARGE),
    "XML in XML": (lambda: with_cells("<a>" * 200 + "</a>" * 200), TOO_LARGE),
    "a thousand formulas": (lambda: with_cells(f"<row>{cell('1') * 1001}</row>"), FORMULAS),
    "a long formula": (lambda: with_cells(f"<row>{cell('1+' * 600)}</row>"), FORMULAS),
}


@pytest.mark.parametrize(("make", "sentence"), [*WRONG.values(), *HARM.values()], ids=[*WRONG, *HARM])
def test_a_file_that_is_not_right_is_one_sentence(make: Callable[[], bytes], sentence: str) -> None:
    assert said(make()) == sentence


def test_a_part_that_is_there_twice_is_not_read() -> None:
    data = BytesIO(simple())
    with ZipFile(data, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr(SHEET, b"<a/>")
    assert said(data.getvalue()) == BROKEN


def test_a_link_over_one_cell_and_broken_drawings_do_no_harm() -> None:
    """Spreadsheets make links of addresses by themselves, and write drawings that are no XML."""
    book = Workbook()
    book.active["A1"] = "https://www.example.org"
    book.active["A1"].hyperlink = "https://www.example.org"
    book.active["B1"] = 46000
    with ZipFile(BytesIO(saved(book))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    [sheet] = sheets("x.xlsx", zipped({**files, "xl/drawings/a.vml": b"<br>", "xl/media/a.png": b"\x89PNG"}))
    assert [found.value for found in sheet.rows[1].values()] == ["https://www.example.org", 46000]
    assert sheet.place(1, 30) == "Sheet!AD1"


def test_the_same_underscores_come_out_of_shared_strings() -> None:
    """As other programs save texts; openpyxl itself takes some of their escapes out."""
    texts = ["_x005F_x0041_", "a_x000D_b", "x005F_"]
    shared = "".join(f"<si><t>{text}</t></si>" for text in texts)
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    cells = "".join(f'<c t="s"><v>{number}</v></c>' for number in range(len(texts)))
    with ZipFile(BytesIO(with_cells(f"<row>{cells}</row>"))) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["xl/sharedStrings.xml"] = f'<sst xmlns="{space}">{shared}</sst>'.encode()
    if kind.encode() not in files["[Content_Types].xml"]:
        override = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}"/></Types>'
        files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"</Types>", override.encode())
    [sheet] = sheets("x.xlsx", zipped(files))
    assert [found.value for found in sheet.rows[1].values()] == ["_x0041_", "a\rb", "x005f_"]


def test_numbers_without_end_and_days_beyond_time_do_no_harm() -> None:
    xml = '<row r="1"><c r="A1"><v>1e999</v></c><c r="B1"><v>-1e999</v></c><c r="C1"><v>1e-999</v></c></row>'
    [sheet] = sheets("x.xlsx", with_cells(xml))
    assert isinstance(sheet, Sheet)
    assert len(sheet.rows[1]) == 3
    officer = Officer(fuzz.seeds()[0])
    fuzz.target(officer.types("Phones", 3, Number=float("1e300")).saves())


@given(st.binary(max_size=300), st.sampled_from([b"", b"PK\x03\x04", OLE]))
@settings(max_examples=30)
def test_any_bytes_are_refused_in_a_sentence(data: bytes, start: bytes) -> None:
    with pytest.raises(ContentError, match=r"^x\.xlsx "):
        sheets("x.xlsx", start + data)


@given(st.integers(min_value=0))
@settings(max_examples=30)
def test_a_damaged_workbook_is_read_or_refused_in_a_sentence(chance: int) -> None:
    """A sample of `make fuzz`: good workbooks, and parts of them, after a few edits."""
    fuzz.target(mutated(fuzz.seeds(), Random(chance)))


CELLS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30),
    st.sampled_from(["=1+1", "#N/A", "Example", "31/12/2026", "stoke-advice", "Advice in Stoke", "Advice here"]),
)
PLACES = st.tuples(st.sampled_from(["Organizations", "Services", "Phones", "Opening times"]), st.integers(1, 8))


@given(st.dictionaries(st.tuples(PLACES, st.integers(1, 40)), CELLS, max_size=12))
@settings(max_examples=15)
def test_whatever_is_typed_is_read_or_named(typed: dict[tuple[tuple[str, int], int], object]) -> None:
    officer = Officer(fuzz.seeds()[0])
    for ((sheet, row), column), value in typed.items():
        officer.sheet(sheet).cell(row, column).value = value
    fuzz.target(officer.saves())
