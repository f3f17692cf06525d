"""Contact details, line by line: only what is there, and how far to trust it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.domain.directory import Address, Organization, Phone
from kiosk.domain.text import Text
from kiosk.guide.contact import ContactKind, ContactLine, contact_lines, provenance, web_address
from tests.domain.samples import IPSEA, english, service

WORDS = english()
COMPLETE = service(
    "sendiass",
    "sendiass",
    phones=(
        Phone("01782 234701"),
        Phone("18001 01782 234701", "textphone"),
        Phone("07700 900123", "text", Text("outside office hours")),
    ),
    schedules=(Text("Monday to Friday, 9am to 5pm"),),
    email="sendiass@stoke.example",
    url="https://www.sendiass.example/",
    address=Address("1 High Street", "Stoke-on-Trent", "ST4 1HH"),
    application_process=Text("Phone or email."),
    fees_description=Text("Free"),
)


def test_the_most_useful_details_come_first() -> None:
    assert contact_lines(WORDS, COMPLETE) == (
        ContactLine(ContactKind.PHONE, "01782 234701", "Phone"),
        ContactLine(ContactKind.PHONE, "18001 01782 234701", "Textphone"),
        ContactLine(ContactKind.PHONE, "07700 900123", "Text message: outside office hours"),
        ContactLine(ContactKind.SCHEDULE, "Monday to Friday, 9am to 5pm", "When you can get in touch"),
        ContactLine(ContactKind.EMAIL, "sendiass@stoke.example", "Email"),
        ContactLine(ContactKind.WEB, "www.sendiass.example", "Web page"),
        ContactLine(ContactKind.ADDRESS, "1 High Street, Stoke-on-Trent ST4 1HH", "Address"),
        ContactLine(ContactKind.PROCESS, "Phone or email.", "How to get help"),
        ContactLine(ContactKind.FEES, "Free", "Cost"),
    )


def test_a_number_is_read_as_it_is_dialled_here() -> None:
    """Other directories write the country's +44, and nobody at home dials that."""
    written = ("+44 1632 960 001", "+441632960001", "01632 960 001", "18001 01632 960 001")
    lines = contact_lines(WORDS, replace(IPSEA, phones=tuple(Phone(number) for number in written)))
    assert [line.text for line in lines] == ["01632 960 001", "01632960001", "01632 960 001", "18001 01632 960 001"]


def test_what_is_not_known_is_left_out() -> None:
    assert contact_lines(WORDS, IPSEA) == ()


def test_an_organizations_website_stands_in_for_a_page_of_the_services_own() -> None:
    lines = contact_lines(WORDS, replace(IPSEA, organization=Organization("ipsea", "IPSEA", "https://ipsea.example")))
    assert lines == (ContactLine(ContactKind.WEB, "ipsea.example", "Web page"),)


def test_details_say_where_they_come_from() -> None:
    assert provenance(WORDS, IPSEA) == ("Details from a page read on 23 November 2026: check before you rely on it.")
    assert provenance(WORDS, replace(IPSEA, apparent_date="undated")) == (
        "Details from a page read on 23 November 2026: check before you rely on it. Age of the page: undated."
    )


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://www.gov.uk/", "www.gov.uk"),
        ("http://sendiass.example/help", "sendiass.example/help"),
        ("sendiass.example", "sendiass.example"),
    ],
)
def test_a_web_address_is_written_as_people_type_it(url: str, written: str) -> None:
    assert web_address(url) == written
