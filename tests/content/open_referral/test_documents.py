"""Documents, pages and endpoints: what came, read as what it is, or one sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.content.open_referral.document import parsed
from kiosk.content.open_referral.endpoint import Endpoint, endpoint, is_address
from kiosk.content.open_referral.page import Page, page
from kiosk.errors import ContentError, UsageError

DOCUMENT = {"contents": [{"id": "1", "name": "É"}]}
TEXT = json.dumps(DOCUMENT, ensure_ascii=False)
BASE = "https://feed.example.org"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_json_is_read_in_every_encoding_that_it_may_have(encoding: str) -> None:
    assert parsed(TEXT.encode(encoding), "X") == DOCUMENT


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b" \n", "X is empty."),
        (TEXT.encode("latin-1"), "X is not UTF-8 text: byte 35 is wrong. JSON has to be UTF-8."),
        (b"\n<!DOCTYPE html><p>Sorry", "X is a web page (HTML), not the JSON of a feed."),
        (b"<html>", "X is a web page (HTML), not the JSON of a feed."),
        (b"<services/>", "X is XML, not JSON."),
        (TEXT.encode()[:-3], "X is not whole: it breaks off after 37 characters. Fetch it again."),
        (b'{"id": "1",\n name: 2}', "X is not JSON: line 2, column 2 (“name: 2}”) is wrong."),
        (b"[1] [2]", "X is not JSON: line 1, column 5 (“[2]”) is wrong."),
        (b"[" * 100_000, "X is not JSON that anyone can read: it is nested too deeply."),
        (b"1" * 5_000, "X is not JSON that anyone can read: a number in it has too many digits."),
    ],
)
def test_what_is_no_json_is_one_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(ContentError) as error:
        parsed(raw, "X")
    assert str(error.value).startswith(said)


@given(st.binary(max_size=60))
def test_any_bytes_are_json_or_a_sentence(raw: bytes) -> None:
    try:
        parsed(raw, "X")
    except ContentError as error:
        assert str(error).startswith("X is ")


@pytest.mark.parametrize(
    ("document", "made"),
    [
        ([1], Page("p", (1,), last=True)),
        ({"id": "1", "name": "A"}, Page("p", ({"id": "1", "name": "A"},), last=True)),
        ({"contents": [1, 2]}, Page("p", (1, 2))),
        ({"contents": [], "last_page": False}, Page("p", (), last=True)),
        ({"contents": [1], "empty": True}, Page("p", (1,), last=True)),
        ({"contents": [1], "last_page": True}, Page("p", (1,), last=True)),
        ({"contents": [1], "last_page": False}, Page("p", (1,), last=False)),
        ({"contents": [1], "last_page": "no"}, Page("p", (1,))),
        ({"contents": [1], "page_number": 1, "total_pages": 2}, Page("p", (1,), 1, 2, last=False)),
        ({"contents": [1], "page_number": 2, "total_pages": 2}, Page("p", (1,), 2, 2, last=True)),
        ({"contents": [1], "page_number": True, "total_items": -1}, Page("p", (1,))),
        ({"content": [1], "number": 1, "totalPages": 3, "totalElements": 9}, Page("p", (1,), 1, 3, 9, False)),
        ({"services": [1], "contents": None}, Page("p", (1,))),
    ],
)
def test_a_page_is_what_feeds_send(document: Any, made: Page) -> None:
    assert page(document, "p", "X") == made


@pytest.mark.parametrize(
    ("document", "said"),
    [
        (5, "X holds no services: it is neither an object nor a list."),
        ({"contents": 5}, "X holds no services: there is no list “contents” in it."),
        ({"id": 5}, "X holds no services: there is no list “contents” in it."),
        ({"version": "3.0"}, "It describes the feed; its services usually stand at …/services."),
        ({"message": "Sorry"}, "there is no list “contents” in it. It says: Sorry"),
        ({"error": "a\nb"}, "there is no list “contents” in it."),
    ],
)
def test_what_is_no_page_is_one_sentence(document: Any, said: str) -> None:
    with pytest.raises(ContentError) as error:
        page(document, "p", "X")
    assert str(error.value).endswith(said)


@pytest.mark.parametrize(
    ("written", "page_2", "record"),
    [
        (BASE, f"{BASE}/services?page=2", f"{BASE}/services/a%2Fb"),
        (f"{BASE}/", f"{BASE}/services?page=2", f"{BASE}/services/a%2Fb"),
        (f"{BASE}/api/services/", f"{BASE}/api/services?page=2", f"{BASE}/api/services/a%2Fb"),
        (f"{BASE}/services?x=&page=7#top", f"{BASE}/services?x=&page=2", f"{BASE}/services/a%2Fb"),
        (f"{BASE}/all.json?x=1", f"{BASE}/all.json?x=1", f"{BASE}/all.json?x=1"),
        ("http://localhost:8000", "http://localhost:8000/services?page=2", "http://localhost:8000/services/a%2Fb"),
        ("http://[::1]/services", "http://[::1]/services?page=2", "http://[::1]/services/a%2Fb"),
    ],
)
def test_an_endpoint_knows_its_addresses(written: str, page_2: str, record: str) -> None:
    assert is_address(written)
    made = endpoint(written)
    assert (made.page(2), made.record("a/b")) == (page_2, record)
    assert made == Endpoint(made.address, written.startswith(f"{BASE}/all"))


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("http://feed.example.org", "it has to begin with https://"),
        ("http://10.0.0.1", "it has to begin with https://"),
        ("file:///etc/passwd", "“file” addresses are not read, only https"),
        ("feed.example.org", "it has to begin with https://"),
        ("https://", "it is not a web address"),
        ("https://a b.example.org", "it is not a web address"),
        ("https://feed.example.org:99999999", "it is not a web address"),
        ("https://[::1", "it is not a web address"),
        ("https://me@feed.example.org", "it holds a user name; a feed has to be open to all"),
    ],
)
def test_some_addresses_are_never_asked(written: str, reason: str) -> None:
    with pytest.raises(UsageError) as error:
        endpoint(written)
    assert str(error.value) == f"{written} cannot be read: {reason}."


@pytest.mark.parametrize("written", ["services.json", "/a/b.json", "C:\\feed.json", "www.example.org/services"])
def test_a_file_is_no_address(written: str) -> None:
    assert not is_address(written)
