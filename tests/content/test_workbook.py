"""A council's listing goes into a workbook and comes back as it was, whatever stands in it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from kiosk import paths
from kiosk.content import listing as listings
from kiosk.content.council import Council, council
from kiosk.content.listing import Listing
from kiosk.content.workbook import plans, reading, writing
from kiosk.content.workbook.escapes import escaped, unescaped
from kiosk.content.workbook.mending import code, name, words
from kiosk.domain.text import AUDIENCES
from kiosk.errors import ContentError
from tests.samples import TODAY

CODE = "E06000021"
TOGETHER = 10
COUNCILS = sorted(path.stem for path in (paths.DATA / "authorities").glob("*.toml"))
ROLES = {"advice": "Advice", "help": "Help", "other-help": "help", "team": "The council’s team", "judge": "Advice (x)"}
COUNCIL = Council(CODE, "Stoke", "Stoke Council", Listing(CODE), ROLES, ("advice", "help"), {"far": "A far one"})


@cache
def content_we_ship() -> Council:
    """Return no council in particular, among the content that we ship; no id is taken yet."""
    return replace(council(paths.DATA, ""), taken=frozenset())


def round_trip(known: Council) -> tuple[Listing, list[str]]:
    """Return what comes back of a council's listing, and all that was said about it on the way."""
    submission = reading.read("services.xlsx", writing.filled(known, "services.xlsx"), known, TODAY)
    return submission.listing, [str(each) for each in (*submission.problems, *submission.notes)]


@pytest.mark.parametrize("first", range(0, len(COUNCILS), TOGETHER))
def test_what_we_ship_comes_back_as_it_was(first: int) -> None:
    """Every council that ships, ten of them in one workbook."""
    found = [listings.read(paths.DATA, code) for code in COUNCILS[first : first + TOGETHER]]
    organizations, services = (
        tuple(table for listing in found for table in getattr(listing, tables))
        for tables in ("organizations", "services")
    )
    back, said = round_trip(replace(content_we_ship(), code=CODE, listing=Listing(CODE, organizations, services)))
    assert (back.organizations, back.services) == (organizations, services)
    assert said == []


@pytest.mark.parametrize("code", COUNCILS[::TOGETHER])
def test_a_council_that_we_ship_is_written_as_it_was(code: str) -> None:
    listing = listings.read(paths.DATA, code)
    back, said = round_trip(replace(content_we_ship(), code=code, listing=listing))
    assert back == listing
    assert said == []
    text = listings.toml(back, "A council.")
    assert tomllib.loads(text) == tomllib.loads((paths.DATA / listing.file).read_text("utf-8"))


def line(excluded: str = "", least: int = 1) -> st.SearchStrategy[str]:
    """Return lines as content may hold them, some of which look like something else to a spreadsheet."""
    letters = st.characters(
        exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\u00ad\u200b\u2060\ufeff" + excluded
    )
    begins = st.sampled_from(["", "", "=", "+", "-", "@", "0", "#N/A", "Example ", "_x0041_", "TRUE", "1e5", "'"])
    texts = st.builds("".join, st.tuples(begins, st.text(letters, max_size=40)))
    single = texts.map(lambda text: " ".join(part for part in text.split(" ") if part).strip())
    return single.filter(lambda text: len(text) >= least and not set(text) & set(excluded))


NAMES = line()
# Straight quotes are mended, and nothing may look like a tag or an entity: neither comes back as it was.
WORDS = st.one_of(line("'\">;"), st.just("A sentence that is far too long to fit. " * 200).map(str.strip))
CODES = line("\u00a0")
DAYS = st.dates()
SLUGS = st.from_regex(r"[a-z0-9]{1,9}(-[a-z0-9]{1,4})?", fullmatch=True)
PHONES = st.from_regex(r"(\+44 ?|0)[1-9][0-9]{3} [0-9]{5,6}", fullmatch=True)


@st.composite
def said(draw: st.DrawFn) -> object:
    """Return a text: the same words for all, or others for some."""
    audiences = draw(st.sets(st.sampled_from(AUDIENCES)))
    if not audiences:
        return draw(WORDS)
    variants = {audience: draw(WORDS) for audience in AUDIENCES if audience in audiences}
    nobody_else = len(variants) == len(AUDIENCES) and draw(st.booleans())
    return variants if nobody_else else {**variants, "any": draw(WORDS)}


def table(needed: Mapping[str, Any], optional: Mapping[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries(dict(needed), optional=dict(optional))


ORGANIZATIONS = table({"id": SLUGS, "name": NAMES}, {"website": CODES})
TABLES_BELOW = {
    "phone": st.lists(
        table({"number": PHONES}, {"type": st.sampled_from(["voice", "textphone", "text"]), "description": said()}),
        min_size=1,
        max_size=3,
    ),
    "schedule": st.lists(table({"description": said()}, {}), min_size=1, max_size=2),
    "address": table({"address_1": NAMES}, {"city": NAMES, "postal_code": CODES}),
}


def services(organizations: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    return table(
        {
            "id": SLUGS,
            "organization": st.sampled_from([*organizations, "far"]),
            "name": NAMES,
            "roles": st.lists(st.sampled_from(list(ROLES)), min_size=1, unique=True),
            "description": said(),
            "source_url": CODES,
        },
        {
            **{key: said() for key in ("application_process", "fees_description", "alert")},
            **dict.fromkeys(("url", "email"), CODES),
            "confidence": st.sampled_from(["high", "medium"]),
            "apparent_date": NAMES,
            "sources": st.lists(st.from_regex(r"[A-Z][0-9]{1,3}(-[a-z])?", fullmatch=True), min_size=1, unique=True),
            "reviewed_on": st.dates(max_value=TODAY),
            "review_by": DAYS,
            "reviewer": NAMES,
            "effective_from": DAYS,
            "effective_to": DAYS,
            **TABLES_BELOW,
        },
    )


@st.composite
def any_listing(draw: st.DrawFn) -> Listing:
    """Return a listing with every field that a file may hold."""
    organizations = draw(st.lists(ORGANIZATIONS, max_size=3, unique_by=lambda each: each["id"]))
    ids = [each["id"] for each in organizations if each["id"] != "far"]
    found = draw(st.lists(services(ids), max_size=3, unique_by=lambda each: each["id"]))
    return Listing(CODE, tuple(organizations), tuple(found))


@given(any_listing())
@settings(max_examples=30)
def test_any_listing_comes_back_as_it_was(listing: Listing) -> None:
    back, _ = round_trip(replace(COUNCIL, listing=listing))
    assert back == listing


def test_no_cell_becomes_a_formula() -> None:
    """A text that looks like one is stored as a text, and is one still when somebody edits it."""
    looks = ("=1+1", '=HYPERLINK("https://evil.example.org")', "+44", "-1", "@SUM(A1)", "#N/A", "2026-01-02", "TRUE")
    named = [{"id": f"x{number}", "name": look} for number, look in enumerate(looks)]
    data = writing.filled(replace(COUNCIL, listing=Listing(CODE, tuple(named))), "services.xlsx")
    cells = [row[0] for row in load_workbook(BytesIO(data))["Organizations"].iter_rows(min_row=3)]
    assert [(cell.value, cell.data_type) for cell in cells] == [(look, "s") for look in looks]
    assert [cell.quotePrefix for cell in cells] == [look[0] in "=+-@" for look in looks]


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_every_letter_survives_the_xml(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(st.text())
def test_what_is_mended_needs_no_more_mending(text: str) -> None:
    for mend in (words, name, code):
        done = mend(text)
        assert mend(done.text).what == ()
        assert (done.text == text) == (done.what == ())


def test_half_a_letter_stays_an_escape() -> None:
    assert unescaped("_xD800_") == "_xD800_"


def test_a_text_that_no_cell_can_hold_is_not_cut_short() -> None:
    service = {"id": "x", "organization": "far", "name": "X", "roles": ["advice"], "description": "a" * 40_000}
    with pytest.raises(ContentError, match=r"^“a{40}…” has 40000 letters; a cell of a workbook can hold 32767\.$"):
        writing.filled(replace(COUNCIL, listing=Listing(CODE, (), (service,))), "services.xlsx")


def test_examples_are_not_read_and_nothing_else_stands_in_a_template() -> None:
    submission = reading.read("services.xlsx", writing.template(COUNCIL, "services.xlsx"), COUNCIL, TODAY)
    assert submission.listing == Listing(CODE)
    assert submission.problems == ()
    assert [str(note) for note in submission.notes] == [
        "services.xlsx: Organizations: Examples are not read: rows 3 and 4.",
        "services.xlsx: Services: Examples are not read: rows 3 and 4.",
        "services.xlsx: Phones: Examples are not read: rows 3 and 4.",
        "services.xlsx: Opening times: Examples are not read: row 3.",
    ]


def test_a_template_names_the_council_and_the_command() -> None:
    book = load_workbook(BytesIO(writing.template(COUNCIL, "my services.xlsx")))
    said = [cell.value for row in book["Help"] for cell in row]
    assert "Who helps families in Stoke" in said
    assert f"send-kiosk content import 'my services.xlsx' --authority {CODE} --dry-run" in said
    nobody = replace(COUNCIL, code="", name="your council")
    said = [cell.value for row in load_workbook(BytesIO(writing.template(nobody, "s.xlsx")))["Help"] for cell in row]
    assert "send-kiosk content import s.xlsx --authority CODE" in said


def test_every_column_is_explained_and_guided() -> None:
    """On the sheet of help, and beside each cell; what there is to choose from is offered."""
    book = load_workbook(BytesIO(writing.template(COUNCIL, "services.xlsx")))
    explained = [row[0].value for row in book["Help"]]
    for plan in plans.PLANS:
        sheet = book[plan.name]
        assert sheet.freeze_panes == "B3"
        assert {column.title for column in plan.plain_columns} <= set(explained)
        rules = {str(rule.sqref).partition("3")[0]: rule for rule in sheet.data_validations.dataValidation}
        for cell in sheet[2]:
            assert rules[cell.column_letter].prompt
        for column, cell in zip(plan.plain_columns, sheet[2], strict=False):
            assert cell.value == column.title
            if column.needed:
                break


def test_the_drop_downs_offer_the_roles_of_a_council_by_their_names() -> None:
    book = load_workbook(BytesIO(writing.template(COUNCIL, "services.xlsx")))
    assert book["Lists"].sheet_state == "hidden"
    [offered] = [
        rule.formula1 for rule in book["Services"].data_validations.dataValidation if str(rule.sqref).startswith("C3:")
    ]
    assert offered == "Lists!$A$2:$A$3"
    assert [book["Lists"][cell].value for cell in ("A2", "A3", "B2", "C3")] == [
        "Advice",
        "Help (help)",
        "Phone",
        "Medium",
    ]


def test_numbers_stay_text_in_the_cells_that_are_still_empty() -> None:
    book = load_workbook(BytesIO(writing.template(COUNCIL, "services.xlsx")))
    assert book["Phones"].column_dimensions["B"].number_format == "@"
    assert book["Services"].column_dimensions["R"].number_format == "d mmm yyyy"
    assert book["Services"].column_dimensions["Y"].hidden


def test_days_that_no_spreadsheet_can_count_are_written_out() -> None:
    service = {
        "id": "x",
        "organization": "far",
        "name": "X",
        "roles": ["advice"],
        "description": "D",
        "sources": ["A1"],
    }
    listing = Listing(CODE, (), ({**service, "effective_from": date(20, 1, 2)},))
    back, said = round_trip(replace(COUNCIL, listing=listing))
    assert back == listing
    assert said == ["services.xlsx: Services!V3: “0020-01-02” is read as 2 January 20."]
