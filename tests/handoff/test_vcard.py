"""Contact cards: whatever a service is called and however it is reached, a phone gets it back as it is."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.directory import Address, Organization, Phone, Service
from kiosk.handoff.vcard import MOST_BYTES, contact_card
from tests.domain.samples import FACT, english, service

WORDS = english()
COMPLETE = replace(
    service(
        "sendiass",
        "sendiass",
        phones=(Phone("01782 234701"), Phone("18001 01782 234701", "textphone"), Phone("07700 900123", "text")),
        email="sendiass@stoke.example",
        url="https://sendiass.example/help;now",
        address=Address("Flat 1, High Street", "Stoke-on-Trent", "ST4 1HH"),
    ),
    organization=Organization("council", "Stoke-on-Trent City Council"),
)
NOTE = "Read on 23 November 2026. Check before you rely on it."


def read(card: str) -> list[tuple[str, list[str]]]:
    """Read a card as a phone does: each line's name, and its parts between semicolons."""
    assert card.endswith("\r\n")
    lines = [line.partition(":") for line in card.removesuffix("\r\n").split("\r\n")]
    return [(name, _parts(value)) for name, _, value in lines]


def _parts(value: str) -> list[str]:
    parts = [""]
    characters = iter(value)
    for each in characters:
        if each == "\\":
            escaped = next(characters)
            parts[-1] += "\n" if escaped == "n" else escaped
        elif each == ";":
            parts.append("")
        else:
            parts[-1] += each
    return parts


def test_a_card_holds_everything_about_reaching_a_service() -> None:
    assert read(contact_card(COMPLETE, WORDS)) == [
        ("BEGIN", ["VCARD"]),
        ("VERSION", ["3.0"]),
        ("N", ["Sendiass", "", "", "", ""]),
        ("FN", ["Sendiass"]),
        ("TEL;TYPE=WORK,VOICE", ["01782 234701"]),
        ("TEL;TYPE=WORK,TEXTPHONE", ["18001 01782 234701"]),
        ("TEL;TYPE=WORK,CELL", ["07700 900123"]),
        ("EMAIL", ["sendiass@stoke.example"]),
        ("URL", ["https://sendiass.example/help;now"]),
        ("NOTE", [NOTE]),
        ("ORG", ["Stoke-on-Trent City Council"]),
        ("END", ["VCARD"]),
    ]


def test_an_address_is_there_where_it_fits() -> None:
    short = replace(COMPLETE, phones=(), url="")
    assert ("ADR;TYPE=WORK", ["", "", "Flat 1, High Street", "Stoke-on-Trent", "", "ST4 1HH", ""]) in read(
        contact_card(short, WORDS)
    )


def test_a_card_holds_nothing_that_is_not_known() -> None:
    named_alike = replace(service("ipsea"), organization=Organization("ipsea", "Ipsea"))
    names = [name for name, _ in read(contact_card(named_alike, WORDS))]
    assert names == ["BEGIN", "VERSION", "N", "FN", "NOTE", "END"]


def test_a_card_says_for_which_council_it_is_and_when_it_was_read() -> None:
    card = dict(read(contact_card(COMPLETE, WORDS, "Stoke-on-Trent")))
    assert card["NOTE"] == [f"Stoke-on-Trent. {NOTE}"]


def test_the_same_service_always_gives_the_same_card() -> None:
    assert contact_card(COMPLETE, WORDS) == contact_card(replace(COMPLETE), WORDS)


def test_what_does_not_fit_is_left_out_and_the_rest_stays() -> None:
    long_page = replace(COMPLETE, phones=(), url="https://sendiass.example/" + "x" * MOST_BYTES)
    card = contact_card(long_page, WORDS)
    names = [name for name, _ in read(card)]
    assert len(card.encode()) <= MOST_BYTES
    assert "URL" not in names
    assert names[-3:] == ["ORG", "ADR;TYPE=WORK", "END"]


def test_a_card_may_be_as_long_as_a_code_can_be_and_no_longer() -> None:
    named = service("any")
    room = MOST_BYTES - len(contact_card(named, WORDS).encode()) - len("URL:\r\n")
    fits = replace(named, url="x" * room)
    assert len(contact_card(fits, WORDS).encode()) == MOST_BYTES
    assert "URL" in contact_card(fits, WORDS)
    assert "ORG" not in contact_card(replace(named, url="x" * (room + 1)), WORDS)


printable = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" "), min_size=1, max_size=40)
lines = st.lists(printable, min_size=1, max_size=3).map("\n".join)


@st.composite
def services(draw: st.DrawFn) -> Service:
    """Services with anything in any field, commas, semicolons, backslashes and line breaks among it."""
    phones = st.builds(Phone, printable, st.sampled_from(("voice", "textphone", "text")))
    address = draw(st.none() | st.builds(Address, lines, printable, printable))
    return replace(
        service("any"),
        name=draw(printable),
        organization=Organization("any", draw(printable), draw(printable)),
        phones=tuple(draw(st.lists(phones, max_size=3))),
        email=draw(printable),
        address=address,
        fact=replace(FACT, reviewed_on=draw(st.dates())),
    )


@given(services(), printable)
def test_any_services_card_survives_the_way_to_a_phone(any_service: Service, council: str) -> None:
    card = contact_card(any_service, WORDS, council)
    got = read(card)
    values = [value for name, value in got if name == "FN"]
    assert values == [[any_service.name]]
    assert [name for name, _ in got][:4] == ["BEGIN", "VERSION", "N", "FN"]
    assert got[-1] == ("END", ["VCARD"])
    assert {tuple(value) for name, value in got if name.startswith("TEL")} <= {(p.number,) for p in any_service.phones}
    assert all(value == [any_service.email] for name, value in got if name == "EMAIL")
    if any_service.address:
        street = any_service.address.address_1
        assert all(value[2] == street for name, value in got if name == "ADR;TYPE=WORK")
    assert len(card.encode()) <= MOST_BYTES + 8 * len(any_service.name)


@given(st.text(max_size=20))
def test_no_name_can_break_a_card_or_add_a_line_to_it(name: str) -> None:
    got = read(contact_card(replace(service("any"), name=name), WORDS))
    assert [each for each, _ in got] == ["BEGIN", "VERSION", "N", "FN", "NOTE", "ORG", "END"]
