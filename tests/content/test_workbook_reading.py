"""What an officer does to a workbook, and what is said about it: every problem by its cell, all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest
from openpyxl.styles import Font
from openpyxl.worksheet.formula import ArrayFormula

from kiosk.content.council import Council, council
from kiosk.content.listing import Listing
from kiosk.content.submission import Submission
from kiosk.content.workbook import reading, writing
from kiosk.errors import ContentError
from tests.helpers.officer import Officer
from tests.helpers.zips import changed
from tests.samples import TODAY, Sample

CODE = "E06000021"
NEW = {
    "Name": "New help",
    "Organization": "Stoke-on-Trent City Council",
    "Role": "Advice here",
    "Description": "They help.",
    "Email": "new@example.org",
    "Page you read it on": "https://www.example.org/new",
    "Looked at on": date(2026, 11, 1),
    "Look again by": date(2027, 5, 1),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    return Sample(tmp_path_factory.mktemp("data")).write()


@pytest.fixture(scope="module")
def stoke(content: Sample) -> Council:
    return council(content.folder, CODE)


@pytest.fixture(scope="module")
def exported(stoke: Council) -> bytes:
    return writing.filled(stoke, "services.xlsx")


@pytest.fixture
def officer(exported: bytes) -> Officer:
    """An officer who has exported Stoke's two services: rows 3 and 4."""
    return Officer(exported)


@pytest.fixture
def handed_in(stoke: Council) -> Callable[[Officer], Submission]:
    return lambda officer: reading.read("s.xlsx", officer.saves(), stoke, TODAY)


def problems(submission: Submission) -> list[str]:
    return [str(each).removeprefix("s.xlsx: ") for each in submission.problems]


def notes(submission: Submission) -> list[str]:
    return [str(each).removeprefix("s.xlsx: ") for each in submission.notes]


def refused(submission: Submission, content: Sample) -> list[str]:
    """Return everything that an officer is told when a submission is proved."""
    with pytest.raises(ContentError) as error:
        submission.proved(content.folder, TODAY)
    return [str(each).removeprefix("s.xlsx: ") for each in error.value.problems]


HandedIn = Callable[[Officer], Submission]

MISTAKES: dict[str, tuple[str, int, str, object, str]] = {
    "an organization that is not there": (
        "Services",
        3,
        "Organization",
        "Stoke City Council",
        "Services!B3: There is no organization “Stoke City Council” on the sheet Organizations."
        " Did you mean “Stoke-on-Trent City Council”?",
    ),
    "an organization that is like none": (
        "Services",
        3,
        "Organization",
        "Somebody else",
        "Services!B3: There is no organization “Somebody else” on the sheet Organizations. Add it there first.",
    ),
    "a service that is not there": (
        "Phones",
        3,
        "Service",
        "Advice in Stok",
        "Phones!A3: There is no service “Advice in Stok” on the sheet Services. Did you mean “Advice in Stoke”?",
    ),
    "a role that is not on the list": (
        "Services",
        3,
        "Role",
        "The counsil",
        "Services!C3: “The counsil” is not on the list. Did you mean “The council”?",
    ),
    "a role in capitals": (
        "Services",
        3,
        "Role",
        "ADVISE HERE",
        "Services!C3: “ADVISE HERE” is not on the list. Did you mean “Advice here”?",
    ),
    "a role twice": (
        "Services",
        3,
        "Role 2",
        "the council",
        "Services!D3: This role is chosen twice. Empty one of the",
    ),
    "no name": ("Services", 3, "Name", None, "Services!A3: “Name” is missing."),
    "no description": ("Services", 3, "Description", None, "Services!F3: “Description” is missing."),
    "spaces only": ("Services", 3, "Description", " \u200b ", "Services!F3: “Description” is missing."),
    "no page and no sources": (
        "Services",
        3,
        "Page you read it on",
        None,
        "Services!O3: “Page you read it on” is missing.",
    ),
    "a town without an address": ("Services", 3, "Town", "Stoke", "Services!L3: “Address” is missing beside its town"),
    "a tag": (
        "Services",
        3,
        "Cost",
        "<b>Free</b>",
        "Services!H3: Families would read “<b>” as it stands. Take it out.",
    ),
    "an entity": ("Services", 3, "Cost", "Free&nbsp;now", "Services!H3: Families would read “&nbsp;” as it stands."),
    "true": ("Services", 3, "Cost", True, "Services!H3: “True” is not what words are. Set the cell to Text and write"),
    "a time": ("Services", 3, "Cost", time(10, 30), "Services!H3: “10:30:00” is not what words are."),
    "a formula": (
        "Services",
        3,
        "Cost",
        "=A3",
        "Services!H3: Here stands a formula without a value. Write the words, or",
    ),
    "a formula for many": (
        "Services",
        3,
        "Cost",
        ArrayFormula("H3:H4", "=A3:A4"),
        "Services!H3: Here stands a formula",
    ),
    "an error": (
        "Services",
        3,
        "Cost",
        "#REF!",
        "Services!H3: Here stands #REF!. Write the words, or paste them as val",
    ),
    "no day": ("Services", 3, "Look again by", "soon", "Services!S3: “soon” is not a day. Write it like 23/11/2026."),
    "the 31st of February": ("Services", 3, "Look again by", "31/02/2027", "Services!S3: “31/02/2027” is not a day."),
    "a month that is none": ("Services", 3, "Look again by", "3 Foo 2027", "Services!S3: “3 Foo 2027” is not a day."),
    "a small number": ("Services", 3, "Look again by", 7, "Services!S3: “7” is not a day. Write it like 23/11/2026."),
    "a formula for a day": (
        "Services",
        3,
        "Look again by",
        "=TODAY()",
        "Services!S3: a formula without a value is not a",
    ),
    "a day to come": (
        "Services",
        3,
        "Looked at on",
        date(2026, 11, 24),
        "Services!R3: 24 November 2026 is still to come. Write the day that somebody looked.",
    ),
    "an id with capitals": (
        "Services",
        3,
        "Id",
        "Stoke Council",
        "Services!X3: “Stoke Council” is no id: use lower-case",
    ),
    "an id twice": ("Services", 4, "Id", "stoke-council", "Services!X4: The id “stoke-council” is there twice. Choose"),
    "an id of others": (
        "Services",
        4,
        "Id",
        "helpline",
        "Services!X4: The id “helpline” is taken already, outside",
    ),
    "a formula for an id": ("Services", 4, "Id", "=A1", "Services!X4: Here stands a formula without a value."),
    "words for a few only": (
        "Services",
        3,
        "How to get help, to a parent",
        "Ask.",
        "Services!G3: Write here what everybody else is to read.",
    ),
    "a formula for an address": (
        "Services",
        4,
        "Address",
        "=A1",
        "Services!L4: Here stands a formula without",
    ),
    "no number": ("Phones", 3, "Number", None, "Phones!B3: “Number” is missing."),
    "a short number": (
        "Phones",
        3,
        "Number",
        101,
        "Phones!B3: The spreadsheet took this for a number. Write ' and then",
    ),
    "a kind of phone": ("Phones", 3, "Type", "Fone", "Phones!C3: “Fone” is not on the list. Did you mean “Phone”?"),
    "no opening time": ("Opening times", 3, "Service", "The SEND team", "Opening times!B3: “Open” is missing."),
    "no organization's name": (
        "Organizations",
        4,
        "Website",
        "https://x.example.org",
        "Organizations!A4: “Name” is missi",
    ),
}


@pytest.mark.parametrize(("sheet", "row", "heading", "value", "said"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_named_by_its_cell(
    officer: Officer, handed_in: HandedIn, content: Sample, sheet: str, row: int, heading: str, value: object, said: str
) -> None:
    submission = handed_in(officer.types(sheet, row, **{heading: value}))
    [problem] = problems(submission)
    assert problem.startswith(said)
    assert refused(submission, content) == [problem]


MENDED: dict[str, tuple[str, str, object, object, str]] = {
    "a number": ("Phones", "Number", 1782000001, "01782000001", "took this for a number; it is read as “01782000001”."),
    "a short number": (
        "Phones",
        "Number",
        800000001.0,
        "0800000001",
        "took this for a number; it is read as “0800000001",
    ),
    "a number of the country": ("Phones", "Number", 441782000001, "+44 1782000001", "read as “+44 1782000001”."),
    "brackets": (
        "Phones",
        "Number",
        "(01782) 000-001",
        "01782 000 001",
        "“(01782) 000-001” is written “01782 000 001”.",
    ),
    "the country's 0": ("Phones", "Number", "+44 (0)1782 000001", "+44 1782 000001", "is written “+44 1782 000001”."),
    "the country's 00": ("Phones", "Number", "0044 1782 000001", "+44 1782 000001", "is written “+44 1782 000001”."),
    "a note that is a number": ("Phones", "Note", 5, "5", ""),
    "a line break": (
        "Services",
        "Description",
        "Free.\n Advice.",
        "Free. Advice.",
        "Line breaks are spaces now: “Free. A",
    ),
    "spaces": (
        "Services",
        "Description",
        " Free   advice.\t",
        "Free advice.",
        "Spaces too many are taken out: “Free adv",
    ),
    "a space at the end": (
        "Services",
        "Email",
        "a@example.org ",
        "a@example.org",
        "Spaces too many are taken out: “a@exa",
    ),
    "what nobody sees": (
        "Services",
        "Email",
        "a@\u200bexample.org",
        "a@example.org",
        "Letters that cannot be seen are ta",
    ),
    "quotes": (
        "Services",
        "Cost",
        "It's \"free\", 'now'.",
        "It’s “free”, ‘now’.",
        "Straight quotes are curly now: “It’s",
    ),
    "quotes of a name": ("Services", "Name", "O'Neill's", "O'Neill's", ""),
    "a page's age as a day": (
        "Services",
        "Age of that page",
        datetime(2026, 3, 1),
        "1 March 2026",
        "read as “1 March 202",
    ),
    "a page's age as a year": ("Services", "Age of that page", 2026, "2026", ""),
    "an odd number": ("Services", "Town", 1.5, "1.5", ""),
    "a day as a date": ("Services", "Look again by", date(2027, 3, 4), date(2027, 3, 4), ""),
    "a day with a time": ("Services", "Look again by", datetime(2027, 3, 4, 10), date(2027, 3, 4), ""),
    "a day as a number": ("Services", "Look again by", 46450, date(2027, 3, 4), "“46450” is read as 4 March 2027."),
    "a day with slashes": (
        "Services",
        "Look again by",
        "04/03/2027",
        date(2027, 3, 4),
        "“04/03/2027” is read as 4 March",
    ),
    "a short year": ("Services", "Look again by", "4.3.27", date(2027, 3, 4), "“4.3.27” is read as 4 March 2027."),
    "a day from the year on": ("Services", "Look again by", "2027-03-04", date(2027, 3, 4), "is read as 4 March 2027."),
    "a day in words": ("Services", "Look again by", "4th March 2027", date(2027, 3, 4), "is read as 4 March 2027."),
    "sources": ("Services", "Sources", "L1; L1,", ["L1"], ""),
    "a choice in capitals": ("Services", "How sure", "MEDIUM", "medium", ""),
    "a choice by its id": ("Services", "Role", "national-advice", ["national-advice"], ""),
    "an organization elsewhere": ("Services", "Organization", "the helpline", "helpline", ""),
}
KEYS = {
    "Number": "number",
    "Note": "description",
    "Description": "description",
    "Email": "email",
    "Cost": "fees_description",
    "Name": "name",
    "Age of that page": "apparent_date",
    "Town": "address",
    "Look again by": "review_by",
    "Sources": "sources",
    "How sure": "confidence",
    "Role": "roles",
    "Organization": "organization",
}


@pytest.mark.parametrize(("sheet", "heading", "value", "meant", "said"), MENDED.values(), ids=MENDED)
def test_what_can_only_mean_one_thing_is_mended_and_noted(
    officer: Officer, handed_in: HandedIn, sheet: str, heading: str, value: object, meant: object, said: str
) -> None:
    row = 3 if sheet == "Phones" else 4
    officer.types("Services", 4, Address="1 High Street")
    submission = handed_in(officer.types(sheet, row, **{heading: value}))
    service: dict[str, Any] = submission.listing.services[1]
    table = service["phone"][0] if sheet == "Phones" else service
    found = table[KEYS[heading]]
    assert (found["city"] if heading == "Town" else found) == meant
    if heading != "Name":  # by which a phone names it
        assert problems(submission) == []
        noted = [note for note in notes(submission) if note.startswith(officer.place(sheet, row, heading))]
        assert [said in note for note in noted] == ([True] if said else [])


def test_a_service_is_added_and_an_id_is_made_for_it(
    officer: Officer, handed_in: HandedIn, content: Sample, stoke: Council
) -> None:
    officer.types("Services", 6, **NEW).types("Phones", 5, Service="New help", Number="0113 496 0000")
    officer.types("Opening times", 3, Service="new help", Open="All day", **{"Open, to a parent": "Day and night"})
    submission = handed_in(officer)
    assert submission.listing.services[:2] == stoke.listing.services
    assert submission.listing.services[2] == {
        "id": "stoke-on-trent-new-help",
        "organization": "stoke",
        "name": "New help",
        "roles": ["local-advice"],
        "description": "They help.",
        "email": "new@example.org",
        "source_url": "https://www.example.org/new",
        "reviewed_on": date(2026, 11, 1),
        "review_by": date(2027, 5, 1),
        "phone": [{"number": "0113 496 0000"}],
        "schedule": [{"description": {"parent": "Day and night", "any": "All day"}}],
    }
    assert submission.proved(content.folder, TODAY).files


def test_ids_stay_the_same_from_import_to_import(stoke: Council, officer: Officer) -> None:
    """Whatever their order, and though the workbook never learns of them."""
    twice = [{**NEW, "Name": name} for name in ("Stoke-on-Trent help", "Help", "“?”", "Help")]
    for number, row in enumerate(twice):
        officer.types("Services", 5 + number, **row)
    first = reading.read("s.xlsx", officer.saves(), stoke, TODAY).listing
    ids = [service["id"] for service in first.services[2:]]
    assert ids == ["stoke-on-trent-help", "stoke-on-trent-help-2", "stoke-on-trent-service", "stoke-on-trent-help-3"]
    for number, row in enumerate(reversed(twice)):
        officer.types("Services", 5 + number, **row)
    again = reading.read("s.xlsx", officer.saves(), replace(stoke, listing=first), TODAY).listing
    by_name = {(service["name"], service["id"]) for service in again.services}
    assert by_name == {(service["name"], service["id"]) for service in first.services}


def test_a_service_without_its_id_is_still_the_one_of_that_name(officer: Officer, handed_in: HandedIn) -> None:
    officer.types("Services", 4, Id=None)
    officer.types("Organizations", 3, Id=None)
    listing = handed_in(officer).listing
    assert (listing.organizations[0]["id"], listing.services[1]["id"]) == ("stoke", "stoke-advice")


def test_two_services_of_one_name_are_named_by_their_ids(officer: Officer, handed_in: HandedIn) -> None:
    officer.types("Services", 3, Name="Advice in Stoke")
    assert problems(handed_in(officer)) == [
        "Phones!A3: “Advice in Stoke” is the name of 2 services."
        " Give each an id in its column Id, and write that id here."
    ]
    officer.types("Phones", 3, Service="stoke-advice")
    assert problems(handed_in(officer)) == []


def test_examples_are_read_once_they_have_an_id(officer: Officer, handed_in: HandedIn) -> None:
    officer.types("Services", 5, **{**NEW, "Name": "Example Trust"})
    officer.types("Phones", 4, Service="Example Trust", Number="0113 496 0000")
    submission = handed_in(officer)
    assert notes(submission) == [
        "Services: Examples are not read: row 5.",
        "Phones: Examples are not read: row 4.",
    ]
    officer.types("Services", 5, Id="example-trust")
    [*_, last] = handed_in(officer).listing.services
    assert (last["name"], last["phone"]) == ("Example Trust", [{"number": "0113 496 0000"}])


def test_a_new_service_without_a_review_is_noted(officer: Officer, handed_in: HandedIn) -> None:
    officer.types("Services", 5, **{**NEW, "Looked at on": None, "Look again by": None})
    assert notes(handed_in(officer)) == [
        "Services!R5: New, with no day: it counts as looked at when the content was. Add a day."
    ]


def test_what_is_seldom_meant_is_noted_and_taken(officer: Officer, handed_in: HandedIn, content: Sample) -> None:
    """A slip in a year would hide a service without a word."""
    officer.types("Services", 4, Starts_on=date(2027, 4, 1))
    officer.types("Services", 5, **{**NEW, "Email": "ann.example@example.org", "Ends on": date(2026, 11, 2)})
    submission = handed_in(officer)
    assert notes(submission) == [
        "Services!V4: It starts on 1 April 2027, so families do not see it before.",
        "Services!K5: This looks like a person’s own mailbox. Give the team’s, if there is one.",
        "Services!W5: It ended on 2 November 2026, so families do not see it any more.",
    ]
    assert submission.proved(content.folder, TODAY).files


def test_what_is_mostly_meant_is_not_noted(officer: Officer, handed_in: HandedIn) -> None:
    officer.types("Services", 5, **{**NEW, "Email": "advice.team@example.org", "Starts on": TODAY, "Ends on": TODAY})
    assert notes(handed_in(officer)) == []


def test_a_day_that_is_wrong_is_not_told_as_no_day(officer: Officer, handed_in: HandedIn) -> None:
    submission = handed_in(officer.types("Services", 5, **{**NEW, "Looked at on": "last week"}))
    assert problems(submission) == ["Services!R5: “last week” is not a day. Write it like 23/11/2026."]
    assert notes(submission) == []


def test_where_a_list_is_long_and_nothing_is_near_the_cell_has_it(officer: Officer, stoke: Council) -> None:
    many = {f"role-{number}": f"Role number {number}" for number in range(30)}
    saved = officer.types("Services", 3, Role="Xyz").saves()
    submission = reading.read("s.xlsx", saved, replace(stoke, roles={**stoke.roles, **many}), TODAY)
    assert "Services!C3: “Xyz” is not on the list. Click the cell, and choose from its list." in problems(submission)


def test_several_organizations_may_be_wrong(officer: Officer, handed_in: HandedIn, content: Sample) -> None:
    officer.types("Services", 3, Organization="A").types("Services", 4, Organization="B", Town="Stoke", Address="=A1")
    assert [problem.partition(":")[0] for problem in refused(handed_in(officer), content)] == [
        "Services!B3",
        "Services!B4",
        "Services!L4",
    ]


def test_a_day_that_another_program_wrote_as_a_day_is_one(exported: bytes, stoke: Council) -> None:
    day = b'<c r="R3" t="d"><v>2026-03-01</v></c>'

    def with_day(name: str, part: bytes) -> bytes:
        return part.replace(b'<c r="X3"', day + b'<c r="X3"', 1) if name.endswith("sheet3.xml") else part

    submission = reading.read("s.xlsx", changed(exported, with_day), stoke, TODAY)
    assert submission.listing.services[0]["reviewed_on"] == date(2026, 3, 1)


def test_what_is_wrong_with_other_files_is_said_as_it_is(officer: Officer, handed_in: HandedIn, tmp_path: Path) -> None:
    sample = Sample(tmp_path / "data").write()
    sample.add("outcomes/talk.toml", "title =")
    with pytest.raises(
        ContentError, match=r"authorities/E06000021\.toml cannot be proved while these are wrong"
    ) as error:
        handed_in(officer.types("Services", 3, Cost="Free")).proved(sample.folder, TODAY)
    [problem] = error.value.problems
    assert problem.file == "outcomes/talk.toml"


def test_every_problem_is_told_at_once(officer: Officer, handed_in: HandedIn, content: Sample) -> None:
    """Those of the workbook, and those of the content in other cells; none that only follows from another."""
    officer.types("Services", 3, Name=None, Organization="Nobody", Role="None", Description=None, Web_page="www.x.org")
    officer.types("Services", 3, **{"Page you read it on": "=A1"})
    officer.types("Services", 4, Description="It is  over. Don't.", Postcode="ST36HZ", Look_again_by=date(2030, 1, 1))
    officer.types("Services", 4, Address="1 High Street", **{"Cost, to a parent": "CCG", "Cost": "Free"})
    officer.types("Phones", 3, Number="12", Note="No CCG").types("Phones", 4, Service="Advice in Stoke")
    assert refused(handed_in(officer), content) == [
        "Services!A3: “Name” is missing.",
        "Services!B3: There is no organization “Nobody” on the sheet Organizations. Add it there first.",
        "Services!C3: “None” is not on the list. Known are: Advice for all, Advice here, The council.",
        "Services!F3: “Description” is missing.",
        "Services!J3: “www.x.org” is not a web address that begins with https://.",
        "Services!O3: Here stands a formula without a value. Write the words, or paste them as values.",
        "Services!F4: Never say that it is over. Say what can still be done.",
        "Services!N4: “ST36HZ” is not a postcode, written like ST3 6HZ.",
        "Services!S4: Local details are looked at again within a year: “Look again by” is 2030-01-01.",
        "Services!AE4: (parent) Say “integrated care board (ICB)”: there is no CCG any more.",
        "Phones!B3: “12” is not a phone number of the United Kingdom.",
        "Phones!D3: Say “integrated care board (ICB)”: there is no CCG any more.",
        "Phones!B4: “Number” is missing.",
    ]


def test_a_cause_is_told_before_what_follows_from_it(officer: Officer, handed_in: HandedIn, content: Sample) -> None:
    """Of a sheet that is not found, before the rows that name its own; of merged cells, before those left empty."""
    officer.sheet("Services").title = "Service"
    assert refused(handed_in(officer), content) == [
        "Services: This sheet is missing. Is it “Service”? Give it its name back.",
        "Phones!A3: There is no service “Advice in Stoke” on the sheet Services. Add it there first.",
    ]
    officer.sheet("Service").title = "Services"
    officer.sheet("Services").merge_cells("F3:F4")
    assert [said.partition(": ")[0] for said in refused(handed_in(officer), content)] == [
        "Services!F3:F4",
        "Services!F4",
    ]


def test_a_problem_of_a_whole_service_is_named_by_its_name(
    officer: Officer, handed_in: HandedIn, content: Sample
) -> None:
    officer.types("Services", 3, **{"Web page": None})
    assert refused(handed_in(officer), content) == [
        "Services!A3: Has no way to contact it. Add one, or say so in “Warning” and “How to get help”."
    ]


def test_words_that_are_hard_for_some_are_named_by_the_service(
    officer: Officer, handed_in: HandedIn, content: Sample
) -> None:
    hard = "Multidisciplinary representatives communicate recommendations."
    [said] = refused(handed_in(officer.types("Services", 3, **{"Description, to a parent": hard})), content)
    assert said.startswith("Services!A3: (parent) Reads at grade ")


def test_a_problem_that_it_brings_elsewhere_is_named_there(
    officer: Officer, handed_in: HandedIn, content: Sample
) -> None:
    """Without its website or e-mail, nobody is left whom a family can reach without a phone."""
    officer.types("Services", 4, Organization="Stoke-on-Trent City Council")
    assert refused(handed_in(officer), content) == [
        "outcomes/appeal.toml: Nobody who helps here can be reached without a phone."
        " For example: who = parent, decision = refuse, letter-date = unknown."
    ]


def test_a_listing_of_nothing_does_not_wipe_out_what_is_there(officer: Officer, handed_in: HandedIn) -> None:
    officer.sheet("Services").delete_rows(3, 10)
    officer.sheet("Phones").delete_rows(3, 10)
    assert problems(handed_in(officer)) == [
        "Services: No service stands here, but Stoke-on-Trent City Council has 2 now."
        " Export them first, and change what you get."
    ]


def test_the_workbook_of_another_council_is_refused(officer: Officer, stoke: Council) -> None:
    with pytest.raises(ContentError, match=r"^s\.xlsx is of another council; nothing was written\.$") as error:
        reading.read("s.xlsx", officer.saves(), replace(stoke, code="E06000003", full_name="Redcar"), TODAY)
    assert (
        str(error.value.problems[0]) == "s.xlsx: Help!B4: This is the workbook of E06000021, not of E06000003 (Redcar)."
    )


def test_a_workbook_of_no_council_in_particular_is_taken(stoke: Council) -> None:
    template = Officer(writing.template(replace(stoke, code="", listing=Listing("")), "s.xlsx"))
    submission = reading.read("s.xlsx", template.types("Services", 5, **NEW).saves(), stoke, TODAY)
    assert problems(submission) == [
        "Services!B5: There is no organization “Stoke-on-Trent City Council” on the sheet Organizations."
        " Add it there first."
    ]
    del template.book["Help"]
    template.types("Organizations", 3, Name="Stoke-on-Trent City Council")
    assert problems(reading.read("s.xlsx", template.saves(), stoke, TODAY)) == []


SHEETS: dict[str, tuple[Callable[[Officer], object], list[str], list[str]]] = {
    "a sheet under another name": (
        lambda officer: setattr(officer.sheet("Phones"), "title", "Phone numbers"),
        ["Phones: This sheet is missing. Is it “Phone numbers”? Give it its name back."],
        ["Phone numbers: This sheet is not read."],
    ),
    "a sheet taken out": (
        lambda officer: officer.book.remove(officer.sheet("Opening times")),
        ["Opening times: This sheet is missing. Take it from a new template."],
        [],
    ),
    "the services taken out": (
        lambda officer: [officer.book.remove(officer.sheet(name)) for name in ("Services", "Phones")],
        [
            "Services: This sheet is missing. Take it from a new template.",
            "Phones: This sheet is missing. Take it from a new template.",
        ],
        [],
    ),
    "a code in other letters": (lambda officer: officer.sheet("Help").__setitem__("B4", " e06000021 "), [], []),
    "an error for a code": (lambda officer: officer.sheet("Help").__setitem__("B4", "#N/A"), [], []),
    "a sheet in capitals": (lambda officer: setattr(officer.sheet("Phones"), "title", "PHONES "), [], []),
    "a sheet of one's own": (
        lambda officer: officer.book.create_sheet("My notes").append(["x"]),
        [],
        ["My notes: This sheet is not read."],
    ),
    "an empty sheet": (lambda officer: officer.book.create_sheet("Sheet1"), [], []),
    "a heading that nobody sees": (lambda officer: officer.sheet("Phones").__setitem__("I2", " "), [], []),
    "headings gone": (
        lambda officer: officer.sheet("Phones").delete_rows(1, 2),
        ["Phones: Its headings are gone. Take a new template and copy your rows into it."],
        [],
    ),
    "a column under another name": (
        lambda officer: officer.sheet("Phones").__setitem__("D2", "Notes"),
        ["Phones!D2: There is no column “Notes”. Did you mean “Note”?"],
        ["Phones: There is no column “Note”, so nothing is said of it."],
    ),
    "a column of one's own": (
        lambda officer: officer.types("Phones", 3, Note="x").sheet("Phones").__setitem__("H2", "My thoughts"),
        ["Phones!H2: There is no column “My thoughts”. Take it out, or move it to a sheet of your own."],
        [],
    ),
    "a column twice": (
        lambda officer: officer.sheet("Phones").__setitem__("C2", "number*"),
        ["Phones!C2: The column “Number” is there twice. Keep one."],
        ["Phones: There is no column “Type”, so nothing is said of it."],
    ),
    "a needed column gone": (
        lambda officer: officer.sheet("Phones").__setitem__("B2", None),
        [
            "Phones: The column “Number” is missing. Give it back its heading.",
            "Phones!B3: There is no heading above this, so it is not read. Take it out.",
            "Phones!A3: “Number” is missing.",
        ],
        [],
    ),
    "several columns gone": (
        lambda officer: officer.sheet("Phones").delete_cols(3, 2),
        [],
        ["Phones: There is no column “Type” and “Note”, so nothing is said of it."],
    ),
    "rows above the headings": (lambda officer: officer.sheet("Phones").insert_rows(1, 3), [], []),
    "an empty row": (lambda officer: officer.sheet("Services").insert_rows(4, 1), [], []),
    "a stray space": (lambda officer: officer.sheet("Phones").__setitem__("Z900", " "), [], []),
    "a stray word": (
        lambda officer: officer.sheet("Services").__setitem__("BB4", "x"),
        ["Services!BB4: There is no heading above this, so it is not read. Take it out."],
        [],
    ),
    "merged cells": (
        lambda officer: officer.sheet("Services").merge_cells("A4:A5"),
        ["Services!A4:A5: These cells are merged. Unmerge them: one fact, one cell."],
        [],
    ),
    "a merged title": (lambda officer: officer.sheet("Phones").merge_cells("A1:B1"), [], []),
    "hidden rows": (
        lambda officer: setattr(officer.sheet("Services").row_dimensions[4], "hidden", True),
        [],
        ["Services: Hidden rows are read like the others: 4."],
    ),
    "hidden headings": (lambda officer: setattr(officer.sheet("Services").row_dimensions[1], "hidden", True), [], []),
    "colours": (lambda officer: setattr(officer.sheet("Services")["A3"], "font", Font(bold=True)), [], []),
}


@pytest.mark.parametrize(("does", "wrong", "noted"), SHEETS.values(), ids=SHEETS)
def test_what_is_done_to_a_sheet_is_seen(
    officer: Officer, handed_in: HandedIn, does: Callable[[Officer], object], wrong: list[str], noted: list[str]
) -> None:
    does(officer)
    submission = handed_in(officer)
    assert problems(submission) == wrong
    assert notes(submission) == noted


def test_the_value_of_a_formula_is_read_where_it_was_saved(exported: bytes, stoke: Council) -> None:
    """As spreadsheets save it: the formula, and what came out of it the last time."""
    cell = b'<c r="H3" t="str"><f>"Fr"&amp;"ee"</f><v>Free</v></c>'

    def with_formula(name: str, part: bytes) -> bytes:
        return part.replace(b'<c r="J3"', cell + b'<c r="J3"', 1) if name.endswith("sheet3.xml") else part

    submission = reading.read("s.xlsx", changed(exported, with_formula), stoke, TODAY)
    assert problems(submission) == []
    assert submission.listing.services[0]["fees_description"] == "Free"
