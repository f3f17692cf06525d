"""What a record says, piece by piece: words, hours, phones, mailboxes, addresses."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk import paths
from kiosk.content.checks.contacts import is_phone
from kiosk.content.mailbox import is_personal
from kiosk.content.open_referral.contact_details import email, phones
from kiosk.content.open_referral.foreign import translated
from kiosk.content.open_referral.hours import hours
from kiosk.content.open_referral.plain_words import plain_words
from kiosk.content.open_referral.postal import address
from kiosk.content.open_referral.record import Notes, Record, shown
from kiosk.content.sources import read

TODAY = date(2026, 11, 28)


def record(exact: bool = False, **values: Any) -> Record:
    return Record(Notes("feed"), "record 1", values, exact)


def remarks(*records: Record) -> list[str]:
    return [f"{each.place}: {each.message}" for record in records for each in record.notes.remarks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Plain words.", "Plain words."),
        (" two  \t lines\r\n here\x00 ", "two lines here"),
        ("One\r\n\r\nTwo", "One. Two"),
        ("<p>One</p><p>Two.</p>", "One. Two."),
        ("We do:<ul><li>this<li>that</ul>Ask us", "We do: this. that. Ask us"),
        ("a <b>bold</b> and <a href='x'>linked</a> word", "a bold and linked word"),
        ("<style>p { }</style>Hello<script>alert(1)</script><!-- x -->", "Hello"),
        ("Fish &amp; chips&nbsp;&pound;5", "Fish & chips £5"),
        ("&lt;p&gt;Twice&lt;/p&gt;&lt;p&gt;packed&lt;/p&gt;", "Twice. packed."),
        ("1 < 2 and 3 > 2 <3", "1 < 2 and 3 > 2 <3"),
        ("It's \"free\" for 'you'", "It’s “free” for ‘you’"),
        ("half \ud800 a letter\u200b\ufeff", "half a letter"),
        ("<!DOCTYPE html>x", "x"),
        ("", ""),
    ],
)
def test_words_are_plain(text: str, words: str) -> None:
    assert plain_words(text) == words


@given(st.text(st.characters() | st.sampled_from("<>&;/\"' \n!-p"), max_size=200))
def test_words_are_on_one_line_whatever_the_text(text: str) -> None:
    words = plain_words(text)
    assert words == " ".join(words.split())
    assert words.isprintable() or any(letter in words for letter in "\u2028\u2029\u00a0")
    words.encode()


def test_a_long_text_takes_no_time() -> None:
    assert plain_words("<script " * 10**6) == plain_words("<!--" * 10**6) == ""
    assert len(plain_words("<p" * 10**6)) <= 20_000


@pytest.mark.parametrize(
    ("value", "word", "said"),
    [
        ("x", "x", []),
        (None, "", []),
        (5, "5", []),
        (5.0, "5", []),
        (5.5, "5.5", []),
        (True, "", ["record 1, key: was left out: it is not text."]),
        ([], "", ["record 1, key: was left out: it is not text."]),
    ],
)
def test_a_word_is_text_or_a_number(value: Any, word: str, said: list[str]) -> None:
    made = record(key=value)
    assert (made.word("key"), remarks(made)) == (word, said)


def test_exact_words_are_taken_letter_by_letter() -> None:
    made = record(exact=True, key=" <b>It's \n")
    assert made.word("key") == made.words("key") == " <b>It's \n"


def test_a_day_is_that_of_a_date_or_a_time() -> None:
    made = record(a="2026-11-01", b="2023-03-15T10:30:45.123Z", c="", d="15/03/2023", e="2023-02-30")
    assert [made.day(key) for key in "abcde"] == [date(2026, 11, 1), date(2023, 3, 15), None, None, None]
    assert remarks(made) == [
        "record 1, d: was left out: “15/03/2023” is not a date, written like 2026-11-23.",
        "record 1, e: was left out: “2023-02-30” is not a date, written like 2026-11-23.",
    ]


def test_lists_may_hold_anything_and_only_objects_are_taken() -> None:
    made = record(phones=[{"n": 1}, 5, None, {"n": 2}], addresses={"n": 3}, languages="x")
    assert [each.place for each in made.records("phones", "addresses", "nothing")] == [
        "record 1, phone 1",
        "record 1, phone 4",
        "record 1, addresses",
    ]
    assert made.record("languages") is None
    assert remarks(made) == [
        "record 1, phone 2: was left out: it is not an object.",
        "record 1, languages: was left out: it is not an object.",
    ]


def test_what_is_quoted_is_short_and_can_be_printed() -> None:
    assert shown("a\nb\x00c") == "a b c"
    assert shown("x" * 100) == f"{'x' * 60}…"


def said_hours(*schedules: dict[str, Any]) -> tuple[list[str], list[str]]:
    made = record(schedules=list(schedules))
    words = list(hours(made.records("schedules"), TODAY))
    return words, [each.partition(", ")[2] for each in remarks(made)]


def weekly(days: str, opens: str = "09:00", closes: str = "16:00", **more: Any) -> dict[str, Any]:
    return {"freq": "WEEKLY", "byday": days, "opens_at": opens, "closes_at": closes, **more}


@pytest.mark.parametrize(
    ("schedules", "words"),
    [
        ([weekly("MO,TU,WE,TH,FR")], ["Monday to Friday, 9am to 4pm"]),
        ([weekly("MO"), weekly("TU"), weekly("WE", closes="12:00:00")], ["Monday and Tuesday, 9am to 4pm"]),
        ([weekly("MO,TU,TU , WE;FR", "9:30", "12:00")], ["Monday to Wednesday and Friday, 9.30am to 12 noon"]),
        ([weekly("mo,we,fr,sa,su", "00:00", "24:00")], ["Monday, Wednesday and Friday to Sunday, all day"]),
        ([weekly("SU,SA", "12:00", "00:00")], ["Saturday and Sunday, 12 noon to midnight"]),
        ([weekly("SU", "00:00", "23:59:00")], ["Sunday, all day"]),
        ([weekly("SU", "00:00", "00:30")], ["Sunday, midnight to 12.30am"]),
        ([weekly("MO,TU,WE,TH,FR,SA,SU", "", "")], ["Every day"]),
        ([weekly("MO", freq="")], ["Monday, 9am to 4pm"]),
        ([weekly("MO", valid_to="2027-08-31")], ["Monday, 9am to 4pm, until 31 August 2027"]),
        ([weekly("MO", until="2027-08-31", valid_to="2027-01-02")], ["Monday, 9am to 4pm, until 2 January 2027"]),
        ([weekly("2MO,-1FR", freq="MONTHLY")], ["Second Monday and last Friday of the month, 9am to 4pm"]),
        ([weekly("MO", description="Term time only")], ["Monday, 9am to 4pm", "Term time only"]),
        ([weekly("MO", notes="Closed for lunch", interval=1)], ["Monday, 9am to 4pm", "Closed for lunch"]),
        ([{"description": "9am to 5pm, but ring first"}], ["9am to 5pm, but ring first"]),
        ([{"description": "Mornings", "notes": "Mornings"}], ["Mornings"]),
        ([{"description": "Mornings"}, {"description": "Mornings"}], ["Mornings"]),
    ],
)
def test_hours_are_plain_english(schedules: list[dict[str, Any]], words: list[str]) -> None:
    assert said_hours(*schedules)[0][: len(words)] == words


@pytest.mark.parametrize(
    "uncertain",
    [
        {"byday": ""},
        {"byday": "MO,XX"},
        {"byday": "1MO"},
        {"opens_at": "", "closes_at": "17:00"},
        {"opens_at": "09:00Z"},
        {"opens_at": "09:00+01:00"},
        {"opens_at": "9am"},
        {"opens_at": "17:00", "closes_at": "16:00"},
        {"opens_at": "09:00", "closes_at": "24:30"},
        {"interval": 2},
        {"freq": "YEARLY"},
        {"freq": "MONTHLY"},
        {"freq": "MONTHLY", "byday": "5MO"},
        {"bymonthday": "2,3"},
        {"byweekno": "4"},
        {"byyearday": "1"},
        {"count": 3},
        {"timezone": 0},
    ],
)
def test_hours_that_are_not_certain_are_said_by_people_or_not_at_all(uncertain: dict[str, Any]) -> None:
    schedule = weekly("MO") | uncertain
    assert said_hours(schedule | {"description": "Open 10 to 4"}) == (["Open 10 to 4"], [])
    assert said_hours(schedule) == (
        [],
        ["schedule 1: was left out: it is not certain when it is open. Say it in the mapping file."],
    )


def test_what_people_say_again_in_numbers_is_left_out() -> None:
    assert said_hours(weekly("MO", description="Mon 0900-1600hrs")) == (
        ["Monday, 9am to 4pm"],
        ["schedule 1: “Mon 0900-1600hrs” was left out: the hours are taken from the fields beside it."],
    )


def test_hours_of_another_time_are_left_out() -> None:
    assert said_hours(
        weekly("MO", valid_to="2026-11-27"), weekly("TU", valid_from="2026-11-29"), weekly("WE", dtstart="2026-11-28")
    ) == (
        ["Wednesday, 9am to 4pm"],
        ["schedule 1: was left out: it ended on 2026-11-27.", "schedule 2: was left out: it begins on 2026-11-29."],
    )


def numbers(*given_: dict[str, Any], **values: Any) -> tuple[list[tuple[str, str, str]], list[str]]:
    made = record(phones=list(given_), **values)
    found = [(each.number, each.kind, each.description) for each in phones(made)]
    return found, [each.partition(", ")[2] for each in remarks(made)]


@pytest.mark.parametrize(
    ("phone", "found"),
    [
        ({"number": "0113 496 0000"}, ("0113 496 0000", "voice", "")),
        ({"number": '"+44 113 4960000"', "type": "voice"}, ("+44 113 4960000", "voice", "")),
        ({"number": "+44 (0)113 4960000"}, ("+44 113 4960000", "voice", "")),
        ({"number": "(0113) 496-0000", "type": "cell"}, ("0113 496 0000", "voice", "")),
        ({"number": "Tel: 0113 4960000", "type": "Textphone"}, ("0113 4960000", "textphone", "")),
        ({"number": "tel:01134960000", "type": "sms"}, ("01134960000", "text", "")),
        ({"number": 1134960000}, ("01134960000", "voice", "")),
        ({"number": 441134960000.0}, ("+44 1134960000", "voice", "")),
        ({"number": "0113 496 0000 ext. 12"}, ("0113 496 0000", "voice", "Extension 12")),
        ({"number": "0113 496 0000x012", "extension": "012"}, ("0113 496 0000", "voice", "Extension 012")),
        ({"number": "0113 496 0000", "extension": 100}, ("0113 496 0000", "voice", "Extension 100")),
        (
            {"number": "0113 496 0000", "extension": 100.0, "description": "Ask for Ann"},
            ("0113 496 0000", "voice", "Ask for Ann. Extension 100"),
        ),
        ({"number": "0113 496 0000 (option 2)"}, ("0113 496 0000", "voice", "Option 2")),
    ],
)
def test_a_phone_is_written_as_it_is_said_here(phone: dict[str, Any], found: tuple[str, str, str]) -> None:
    assert numbers(phone) == ([found], [])


def test_two_numbers_in_one_are_two() -> None:
    found, said = numbers({"number": "0113 496 0000 / 0113 496 0001 or 0113 496 0002"})
    assert [number for number, _, _ in found] == ["0113 496 0000", "0113 496 0001", "0113 496 0002"]
    assert said == []


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        (
            {"number": "call us"},
            "phone 1, number: was left out: “call us” is not a phone number of the United Kingdom.",
        ),
        ({"number": "+1 555 0100"}, "“+1 555 0100” is not a phone number of the United Kingdom."),
        ({"number": "0113 496 0000/1"}, "“0113 496 0000/1” is not a phone number of the United Kingdom."),
        ({"number": 5}, "“5” is not a phone number of the United Kingdom."),
        ({"number": -1.5}, "“-1.5” is not a phone number of the United Kingdom."),
        ({"number": True}, "phone 1, number: was left out: it is not text."),
        ({}, "phone 1, number: was left out: it is missing."),
        ({"number": "0113 496 0000", "type": "fax"}, "phone 1: was left out: it is a fax number."),
    ],
)
def test_what_is_no_phone_is_left_out_and_said(phone: dict[str, Any], said: str) -> None:
    found, remarked = numbers(phone)
    assert found == []
    assert remarked[0].endswith(said)


def phone(number: int) -> dict[str, Any]:
    return {"number": f"0113 496 000{number}"}


def test_phones_are_found_wherever_they_hang_and_each_number_once() -> None:
    location = {"phones": [phone(5)], "contacts": [{"phones": [phone(6)]}]}
    at_location = {"phones": [phone(3)], "contacts": [{"phones": [phone(4)]}], "location": location}
    found, _ = numbers(
        phone(1),
        {"number": "+44 113 4960001"},
        contacts=[{"name": "Ann Persona", "department": "The SEND team", "phones": [phone(2)]}],
        service_at_locations=[at_location, {"location": None}],
        organization={"phones": [phone(9)]},
    )
    assert [(number[-1], said) for number, _, said in found] == [
        ("1", ""),
        ("2", "The SEND team"),
        ("3", ""),
        ("4", ""),
        ("5", ""),
        ("6", ""),
    ]


@given(st.text(max_size=30) | st.integers() | st.floats())
def test_any_phone_that_is_taken_is_one(number: Any) -> None:
    assert all(is_phone(each) for each, _, _ in numbers({"number": number})[0])


def mailbox(**values: Any) -> tuple[str, list[str]]:
    made = record(**values)
    return email(made), [each.partition(", ")[2] for each in remarks(made)]


def test_the_mailbox_of_a_service_comes_first() -> None:
    contact = {"name": "Enquiries", "email": "enquiries@example.org"}
    assert mailbox(email=" <mailto:send@example.org> ", contacts=[contact, {"email": "SEND@example.org"}]) == (
        "send@example.org",
        ["contact 1, email: was left out: “send@example.org” is taken, and one is enough."],
    )
    assert mailbox(contacts=[contact])[0] == "enquiries@example.org"


@pytest.mark.parametrize(
    ("address", "contact"),
    [
        ("j.smith@example.org", ""),
        ("ann.persona@example.org", ""),
        ("Mary-Jane_O’Hara@example.org", ""),
        ("apersona@example.org", "Ann Persona"),
        ("ann@example.org", "Ann Persona"),
    ],
)
def test_a_mailbox_of_a_person_is_nobodys_business(address: str, contact: str) -> None:
    assert is_personal(address, contact)


@pytest.mark.parametrize(
    ("address", "contact"),
    [
        ("send.team@example.org", ""),
        ("info@example.org", "Ann Persona"),
        ("sendteam@example.org", "SEND Team"),
        ("smith@example.org", ""),
        ("a.b.c.d@example.org", ""),
        ("0-25.team@example.org", ""),
        ("jo@example.org", "Jo Li"),
    ],
)
def test_a_mailbox_of_an_office_is_not(address: str, contact: str) -> None:
    assert not is_personal(address, contact)


def test_no_mailbox_that_we_ship_is_taken_for_a_persons() -> None:
    assert not [each.email for each in read(paths.DATA).services if each.email and is_personal(each.email)]


def test_personal_and_broken_mailboxes_are_left_out_and_said() -> None:
    assert mailbox(email="no address", contacts=[{"name": "Ann Persona", "email": "ann.p@example.org"}]) == (
        "",
        [
            "email: was left out: “no address” is not an e-mail address.",
            "contact 1, email: was left out: it looks like a person’s own mailbox. Give that of the team.",
        ],
    )


def found_address(*locations: Any) -> tuple[dict[str, Any], str, list[str]]:
    made = record(service_at_locations=[{"location": location} for location in locations])
    table, place = address(made)
    return table, place, [each.partition(", ")[2] for each in remarks(made)]


def at(kind: str = "physical", **values: Any) -> dict[str, Any]:
    there = {"address_1": "1 High Street", "city": "Stoke", "postal_code": "st36hz", "country": "GB"}
    return {"location_type": kind, "addresses": [{**there, **values}]}


STREET = {"address_1": "1 High Street", "city": "Stoke", "postal_code": "ST3 6HZ"}


@pytest.mark.parametrize(
    ("values", "table"),
    [
        ({}, STREET),
        ({"address_2": "Meir", "attention": "Ann Persona"}, STREET | {"address_1": "1 High Street, Meir"}),
        ({"address_2": "1 High Street,", "country": "England"}, STREET),
        ({"city": None, "country": None}, {"address_1": "1 High Street", "postal_code": "ST3 6HZ"}),
    ],
)
def test_an_address_is_what_is_there_of_it(values: dict[str, Any], table: dict[str, str]) -> None:
    assert found_address(at(**values))[:2] == (table, "record 1, service_at_location 1, location, address 1")


def test_where_somebody_can_go_comes_before_where_they_get_their_post() -> None:
    postal = at(address_1="PO Box 1", address_type="postal")
    table, place, said = found_address(postal, at(), at("virtual"), None)
    assert (table["address_1"], place) == ("1 High Street", "record 1, service_at_location 2, location, address 1")
    assert said == [
        "service_at_location 1, location, address 1: was left out: a service has one address here. "
        "Choose in the mapping file."
    ]
    assert found_address(at("postal", address_1="PO Box 1"))[0]["address_1"] == "PO Box 1"


def test_the_same_place_twice_is_one_place() -> None:
    assert found_address(at(), at())[2] == []


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"country": "US"}, "address 1: was left out: it is in US, not in England."),
        ({"address_1": " , "}, "address 1: was left out: it has no “address_1”."),
        ({"postal_code": "ABC 1234"}, "postal_code: was left out: “ABC 1234” is not a postcode, written like ST3 6HZ."),
    ],
)
def test_what_is_wrong_in_an_address_is_left_out_and_said(values: dict[str, Any], said: str) -> None:
    table, _, remarked = found_address(at(**values))
    assert "postal_code" not in table
    assert remarked[0].endswith(said)
    assert found_address(at(address_type="virtual"))[0] == {}


def table(**values: Any) -> dict[str, Any]:
    return translated(record(**values), "https://feed.example.org/services/1", TODAY)[0]


def test_what_is_free_has_to_be_said() -> None:
    free, dear = {"amount": 0, "valid_from": "2026-01-01"}, {"amount": 5.5}
    assert table(fees_description="Free for all", fees="x")["fees_description"] == "Free for all"
    assert table(fees="<b>Free</b>", cost_options=[dear])["fees_description"] == "Free"
    assert table(cost_options=[free, {"amount": 0.0, "valid_to": "2026-11-28"}])["fees_description"] == "Free"
    assert table(cost_options=[free, {"amount": 5, "valid_to": "2026-11-27"}])["fees_description"] == "Free"
    assert "fees_description" not in table(cost_options=[{"amount": 0, "valid_from": "2026-11-29"}])
    made = record(cost_options=[free, dear])
    assert "fees_description" not in translated(made, "", TODAY)[0]
    assert "prices have no fields here" in remarks(made)[0]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, ("undated", "medium", None)),
        ({"last_modified": "2025-03-15T10:30:45Z"}, ("15 March 2025", "medium", None)),
        ({"assured_date": "2026-01-02", "last_modified": "2023-03-15"}, ("2 January 2026", "high", date(2026, 1, 2))),
        ({"assured_date": "2024-01-02", "last_modified": "2025-03-15"}, ("15 March 2025", "medium", date(2024, 1, 2))),
        ({"assured_date": "2026-11-29"}, ("undated", "medium", None)),
    ],
)
def test_dates_tell_how_sure_we_are(values: dict[str, Any], said: tuple[str, str, date | None]) -> None:
    made = table(**values)
    assert (made["apparent_date"], made["confidence"], made.get("reviewed_on")) == said


def test_a_service_that_is_closed_for_now_says_so() -> None:
    assert table(status="Temporarily Closed")["alert"] == "It is closed for now."
    assert table(status="temporarily closed", alert="Back in May")["alert"] == "Back in May"


def test_schedules_of_the_places_are_taken_where_the_service_has_none() -> None:
    there = {"schedules": [weekly("MO")], "location": {"schedules": [weekly("TU")]}}
    location = {"location": {"schedules": [weekly("TU")]}}
    assert table(service_at_locations=[there])["schedule"] == [{"description": "Monday, 9am to 4pm"}]
    assert table(service_at_locations=[location, {}])["schedule"] == [{"description": "Tuesday, 9am to 4pm"}]
    assert table(schedules=[weekly("WE")], service_at_locations=[there])["schedule"] == [
        {"description": "Wednesday, 9am to 4pm"}
    ]


def test_a_web_page_has_to_be_safe() -> None:
    made = record(url="http://example.org")
    assert "url" not in translated(made, "", TODAY)[0]
    assert remarks(made) == [
        "record 1, url: was left out: “http://example.org” cannot be shown, as it does not begin with https://."
    ]
    made = record(url="www.example.org")
    assert "source_url" not in translated(made, "", TODAY)[0]
    assert remarks(made)[0].endswith("as it is not a web address.")
    assert translated(record(url="https://example.org"), "", TODAY)[0]["source_url"] == "https://example.org"
