"""Contact details: what cannot be right is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

STOKE = "authorities/E06000021.toml"
HELPLINE = "services/helpline.toml"

RULES: Rules = {
    "a local page is recent": (
        STOKE,
        'apparent_date = "of 2026"',
        'apparent_date = "about December 2019"',
        "authorities/E06000021.toml: service stoke-council, apparent_date: The page is of about December 2019."
        " Details from before 2020 are left out.",
    ),
    "a phone number": (
        STOKE,
        'number = "01782 000001"',
        'number = "01782 00001x"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “01782 00001x” is not a phone number of the United Kingdom.",
    ),
    "a phone number's length": (
        STOKE,
        'number = "01782 000001"',
        'number = "01782 0000012"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “01782 0000012” is not a phone number of the United Kingdom.",
    ),
    "a phone number's beginning": (
        STOKE,
        'number = "01782 000001"',
        'number = "11782 000001"',
        "authorities/E06000021.toml: service stoke-advice, phone 1, number:"
        " “11782 000001” is not a phone number of the United Kingdom.",
    ),
    "an e-mail address": (
        HELPLINE,
        'email = "ask@helpline.example.org"',
        'email = "ask.helpline.example.org"',
        "services/helpline.toml: service helpline, email: “ask.helpline.example.org” is not an e-mail address.",
    ),
    "a postcode": (
        HELPLINE,
        'postal_code = "SW1A 1AA"',
        'postal_code = "SW1A1AA"',
        "services/helpline.toml: service helpline, address, postal_code:"
        " “SW1A1AA” is not a postcode, written like ST3 6HZ.",
    ),
    "a service's page": (
        STOKE,
        'url = "https://www.example.org/team"',
        'url = "http://www.example.org/team"',
        "authorities/E06000021.toml: service stoke-council, url:"
        " “http://www.example.org/team” is not a web address that begins with https://.",
    ),
    "a page that is none": (
        STOKE,
        'url = "https://www.example.org/team"',
        'url = "https://[www.example.org/team"',
        "authorities/E06000021.toml: service stoke-council, url:"
        " “https://[www.example.org/team” is not a web address that begins with https://.",
    ),
    "an organization's page": (
        HELPLINE,
        'website = "https://helpline.example.org"',
        'website = "helpline.example.org"',
        "services/helpline.toml: organization helpline, website:"
        " “helpline.example.org” is not a web address that begins with https://.",
    ),
    "a source's page": (
        "sources.toml",
        'address = "https://law.example.org/1"',
        'address = "law.example.org/1"',
        "sources.toml: source L1, address: “law.example.org/1” is not a web address.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_an_unsafe_page_is_right_where_it_was_read(sample: Sample) -> None:
    sample.change(STOKE, 'url = "https:', 'url = "http:')
    sample.change(STOKE, 'source_url = "https:', 'source_url = "http:')
    assert sample.problems() == []
