"""A live feed, against a real server on this machine: page by page, to the end of it, and on where it stopped."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.content.open_referral.endpoint import endpoint
from kiosk.content.open_referral.feed import Feed
from kiosk.content.open_referral.kept_pages import KeptPages
from kiosk.content.open_referral.limits import LIMITS, Limits
from kiosk.content.open_referral.page import Page
from kiosk.content.open_referral.web import Web
from kiosk.errors import ContentError, UsageError
from tests.helpers.feed_server import Answer, FeedServer

A, B, C, D = ({"id": id_, "name": id_.upper()} for id_ in "abcd")
Opened = Callable[..., Feed]


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "deep" / ".pages"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def opened(server: FeedServer, kept: Path, said: list[str]) -> Opened:
    """Open the feed of the server, as a new run of the program would."""

    def made(path: str = "", limits: Limits = LIMITS, now: float = 0) -> Feed:
        at = endpoint(f"{server.base}{path}")
        pages = KeptPages(kept, at.address, limits, lambda: now)
        return Feed(at, Web(limits, wait=lambda _: None), pages, limits, said.append)

    return made


def records(pages: tuple[Page, ...]) -> list[Any]:
    return [record for page in pages for record in page.records]


def asked(server: FeedServer) -> list[str]:
    return [path.removeprefix("/services?page=") for path in server.asked]


def test_every_page_is_read_once(server: FeedServer, opened: Opened, kept: Path, said: list[str]) -> None:
    server.pages([A, B], [C])
    feed = opened()
    pages = feed.pages()
    assert [(page.name, len(page.records)) for page in pages] == [("page 1", 2), ("page 2", 1)]
    assert (asked(server), feed.notes) == (["1", "2"], [])
    assert said == ["Page 1 of 2: 2 services so far.", "Page 2 of 2: 3 services so far."]
    assert feed.address("a/b") == f"{server.base}/services/a%2Fb"
    feed.done()
    assert not kept.exists()


@pytest.mark.parametrize("path", ["/services", "/services?taxonomy_term_id=7"])
def test_an_address_may_be_that_of_the_services(server: FeedServer, opened: Opened, path: str) -> None:
    server.otherwise = lambda _: Answer(json.dumps({"contents": [A], "last_page": True}).encode())
    assert records(opened(path).pages()) == [A]
    assert server.asked == [f"{path}{'&' if '?' in path else '?'}page=1"]


def test_a_json_file_on_the_web_has_one_page(server: FeedServer, opened: Opened) -> None:
    server.give("/all.json", {"contents": [A], "last_page": False, "total_items": 1})
    [page] = opened("/all.json").pages()
    assert (page.name, page.records) == ("", (A,))


def test_a_list_is_all_there_is(server: FeedServer, opened: Opened) -> None:
    server.give("/services?page=1", [A, B])
    [page] = opened().pages()
    assert (page.name, page.records) == ("", (A, B))


def test_a_feed_that_says_nothing_of_pages_is_read_until_one_is_empty(server: FeedServer, opened: Opened) -> None:
    server.give("/services?page=1", {"contents": [A]})
    server.give("/services?page=2", {"contents": [B]})
    server.give("/services?page=3", {"contents": []})
    assert records(opened().pages()) == [A, B]


def test_or_until_it_repeats_itself(server: FeedServer, opened: Opened) -> None:
    server.otherwise = lambda _: Answer(json.dumps({"contents": [A, 5]}).encode())
    assert records(opened().pages()) == [A, 5]
    assert asked(server) == ["1", "2"]


def test_a_feed_that_promises_more_may_not_go_round_in_circles(server: FeedServer, opened: Opened) -> None:
    server.otherwise = lambda _: Answer(json.dumps({"contents": [A], "last_page": False}).encode())
    with pytest.raises(ContentError, match="goes round in circles: page 2 holds only services that came before"):
        opened().pages()


def test_nor_go_on_for_ever(server: FeedServer, opened: Opened) -> None:
    def another(path: str) -> Answer:
        return Answer(json.dumps({"contents": [{"id": path}], "total_pages": 10**9, "page_number": 1}).encode())

    server.otherwise = another
    with pytest.raises(ContentError, match=r"has no end: more than 7 pages. Ask whoever runs it."):
        opened(limits=replace(LIMITS, pages=7)).pages()
    assert len(server.asked) == 7
    with pytest.raises(ContentError, match=r"holds more than 3 services. Ask for fewer of them."):
        opened(limits=replace(LIMITS, records=3)).pages()


def test_a_feed_that_changes_meanwhile_is_noted(server: FeedServer, opened: Opened) -> None:
    server.pages([A], [B])
    server.give("/services?page=2", {"contents": [B], "page_number": 2, "total_pages": 3, "total_items": 3})
    server.give("/services?page=3", {"contents": [C], "page_number": 3, "total_pages": 3, "total_items": 3})
    feed = opened()
    assert records(feed.pages()) == [A, B, C]
    assert feed.notes == ["The feed changed while it was read: a service may be missing. Import it once more."]


def test_a_feed_that_gives_less_than_it_says_is_noted(server: FeedServer, opened: Opened) -> None:
    server.pages([A], [B], total_items=5)
    feed = opened()
    feed.pages()
    assert feed.notes == ["The feed says that it holds 5 services, and gave 2. Some may be missing."]


def interrupted(server: FeedServer, opened: Opened) -> None:
    """Read a feed of three pages whose last one breaks."""
    server.pages([A], [B], [C])
    good = server.answers["/services?page=3"]
    server.say("/services?page=3", Answer(status=500))
    with pytest.raises(ContentError, match="busy or broken just now"):
        opened().pages()
    server.answers["/services?page=3"] = good
    server.asked.clear()


def test_an_interrupted_import_goes_on_where_it_stopped(server: FeedServer, opened: Opened, said: list[str]) -> None:
    interrupted(server, opened)
    assert records(opened().pages()) == [A, B, C]
    assert asked(server) == ["1", "3"]
    assert "Going on with 2 pages and records kept from the last time." in said


def test_but_not_with_a_feed_that_has_changed_since(server: FeedServer, opened: Opened, said: list[str]) -> None:
    interrupted(server, opened)
    server.pages([D], [B], [C])
    assert records(opened().pages()) == [D, B, C]
    assert asked(server) == ["1", "2", "3"]
    assert "The feed has changed since its pages were kept. Beginning anew." in said


def test_nor_after_a_day(server: FeedServer, opened: Opened) -> None:
    interrupted(server, opened)
    opened(now=24 * 3600 + 1).pages()
    assert asked(server) == ["1", "2", "3"]


def test_nor_with_the_pages_of_another_feed(server: FeedServer, opened: Opened) -> None:
    interrupted(server, opened)
    server.give("/other/services?page=1", {"contents": [D], "empty": False, "last_page": True})
    assert records(opened("/other").pages()) == [D]


def test_a_line_that_is_not_whole_is_fetched_again(server: FeedServer, opened: Opened, kept: Path) -> None:
    interrupted(server, opened)
    kept.write_bytes(kept.read_bytes()[:-20] + b"\n[]\n" + b"[" * 100_000)
    assert records(opened().pages()) == [A, B, C]
    assert asked(server) == ["1", "2", "3"]


def test_every_cut_of_the_kept_pages_is_as_good(server: FeedServer, opened: Opened, kept: Path) -> None:
    """The power may go at any byte."""
    interrupted(server, opened)
    whole = kept.read_bytes()
    first = whole.index(b"\n") + 1
    for end in range(first, len(whole), 7):
        kept.write_bytes(whole[:end])
        assert records(opened().pages()) == [A, B, C]


@pytest.mark.parametrize("text", ["my own notes\n", "{}\n", '{"kind": "other"}\n'])
def test_a_file_of_somebody_else_is_never_written_over(opened: Opened, kept: Path, text: str) -> None:
    kept.parent.mkdir()
    kept.write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=r"is no file of kept pages, and stays as it is. Choose another name."):
        opened()
    assert kept.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("began", ["null", "5000000000", '"x"'])
def test_kept_pages_without_a_good_time_are_not_used(
    opened: Opened, kept: Path, server: FeedServer, began: str
) -> None:
    interrupted(server, opened)
    kept.write_text(kept.read_text("utf-8").replace('"began": 0', f'"began": {began}'), encoding="utf-8")
    opened().pages()
    assert asked(server) == ["1", "2", "3"]


def test_kept_pages_that_are_too_large_are_not_read(opened: Opened, kept: Path) -> None:
    kept.parent.mkdir()
    kept.write_bytes(bytes(21))
    with pytest.raises(UsageError, match="is too large for a file of kept pages"):
        opened(limits=replace(LIMITS, all_bytes=10))


def test_a_place_for_pages_that_cannot_be_used_is_said(opened: Opened, kept: Path, tmp_path: Path) -> None:
    kept.mkdir(parents=True)
    with pytest.raises(UsageError, match=r"is no file that could keep pages. Choose another name."):
        opened()
    kept.rmdir()
    kept.symlink_to(tmp_path / "nowhere" / "at all")
    with pytest.raises(UsageError, match="which keeps the pages, cannot be written"):
        opened()
    kept.unlink()
    kept.parent.rmdir()
    kept.parent.write_bytes(b"")
    with pytest.raises(UsageError, match=r"cannot be read \(Not a directory\)"):
        opened()


def test_a_record_is_fetched_in_full_once(server: FeedServer, opened: Opened) -> None:
    server.give("/services/a", {**A, "phones": []})
    server.give("/services/two", [A, B])
    feed = opened()
    assert [feed.full("a"), feed.full("a"), feed.full("nowhere"), feed.full("two")] == [
        {**A, "phones": []},
        {**A, "phones": []},
        None,
        None,
    ]
    assert server.asked.count("/services/a") == 1


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<html><body>Sorry</body></html>", "is a web page (HTML), not the JSON of a feed."),
        ("\ufeff[]".encode() + b"\xff", "is not UTF-8 text"),
        (b'{"contents": [{"na', "is not whole: it breaks off"),
        ('{"contents": [{"id": "É"}]}'.encode("latin-1"), "is not UTF-8 text: byte 22 is wrong"),
        (b"", "is empty."),
        (b"[" * 10**5, "nested too deeply"),
    ],
)
def test_a_page_that_is_none_is_one_sentence(server: FeedServer, opened: Opened, body: bytes, reason: str) -> None:
    server.say("/services?page=1", Answer(body))
    with pytest.raises(ContentError) as error:
        opened().pages()
    assert str(error.value).startswith(f"{server.base}/services?page=1 is ")
    assert reason in str(error.value)


def test_a_mark_before_the_json_is_no_matter(server: FeedServer, opened: Opened) -> None:
    server.say("/services?page=1", Answer(b"\xef\xbb\xbf" + json.dumps([A]).encode()))
    assert records(opened().pages()) == [A]
