"""Saved pages: one file, a folder of them, or a zip file."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from kiosk.content.open_referral.endpoint import endpoint
from kiosk.content.open_referral.limits import LIMITS
from kiosk.content.open_referral.saved import Saved
from kiosk.errors import KioskError

A, B, C = ({"id": id_, "name": id_.upper()} for id_ in "abc")
PAGES = {"page-1.json": [A], "page-10.json": {"contents": [C]}, "page-2.json": [B], "read me.txt": 1, ".x.json": 1}


def pages(path: Path, **limits: Any) -> list[tuple[str, tuple[Any, ...]]]:
    return [(page.name, page.records) for page in Saved(path, limits=replace(LIMITS, **limits)).pages()]


def refusal(path: Path, **limits: Any) -> str:
    with pytest.raises(KioskError) as error:
        pages(path, **limits)
    return str(error.value)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "pages"
    made.mkdir()
    for name, document in PAGES.items():
        (made / name).write_text(json.dumps(document), encoding="utf-8")
    return made


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    with ZipFile(tmp_path / "pages.zip", "w", ZIP_DEFLATED) as file:
        for name, document in PAGES.items():
            file.writestr(f"feed/{name}", json.dumps(document))
        file.writestr("__MACOSX/feed/page-1.json", "{")
    return tmp_path / "pages.zip"


def test_a_file_is_its_only_page(folder: Path) -> None:
    assert pages(folder / "page-1.json") == [("", (A,))]


def test_files_of_a_folder_are_in_the_order_of_their_numbers(folder: Path) -> None:
    assert pages(folder) == [("page-1.json", (A,)), ("page-2.json", (B,)), ("page-10.json", (C,))]


def test_so_are_those_of_a_zip(packed: Path) -> None:
    names = [f"feed/page-{number}.json" for number in (1, 2, 10)]
    assert pages(packed) == [(name, (record,)) for name, record in zip(names, (A, B, C), strict=True)]


def test_a_saved_feed_knows_where_it_was_published_if_it_is_told(folder: Path) -> None:
    published = Saved(folder, endpoint("https://feed.example.org"))
    assert published.address("a") == "https://feed.example.org/services/a"
    assert (Saved(folder).address("a"), published.full("a")) == ("", None)
    published.done()
    assert len(pages(folder)) == 3


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    said = refusal(tmp_path / "nowhere.json")
    assert said == f"There is no file {tmp_path}/nowhere.json. An address on the web begins with https://."


def test_what_holds_no_pages_is_said(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert refusal(tmp_path / "empty") == "There is no .json file in empty."
    ZipFile(tmp_path / "empty.zip", "w").close()
    assert refusal(tmp_path / "empty.zip") == "There is no .json file in empty.zip."


def test_a_device_is_no_file() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("There is no device without an end here.")
    assert refusal(Path("/dev/zero")) == "/dev/zero is neither a file nor a folder."


def test_what_may_not_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "page.json").mkdir()
    assert refusal(tmp_path).startswith(f"{tmp_path} cannot be read (")


def test_files_have_limits(folder: Path, packed: Path) -> None:
    large = "is larger than 9.53674e-07 MB: no page of a feed."
    assert refusal(folder / "page-1.json", page_bytes=1) == f"page-1.json {large}"
    assert refusal(folder, page_bytes=1) == f"page-1.json {large}"
    assert refusal(packed, page_bytes=1) == f"feed/page-1.json {large}"
    assert refusal(folder, pages=2) == "There are more than 2 files in pages."
    assert refusal(packed, records=2) == "pages.zip holds more than 2 services."


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    with ZipFile(tmp_path / "bomb.zip", "w", ZIP_DEFLATED) as file:
        file.writestr("a.json", bytes(2**26))
    assert refusal(tmp_path / "bomb.zip") == "a.json is larger than 32 MB: no page of a feed."


def test_every_broken_byte_of_a_zip_is_a_sentence(packed: Path) -> None:
    good = packed.read_bytes()
    for at in range(0, len(good), 5):
        packed.write_bytes(good[:at] + bytes([good[at] ^ 0xFF]) + good[at + 1 :])
        try:
            pages(packed)
        except KioskError as error:
            assert "\n" not in str(error)


def test_a_zip_that_breaks_off_is_said(packed: Path) -> None:
    packed.write_bytes(packed.read_bytes()[:-60])
    assert refusal(packed) == "pages.zip is a zip file that is not whole. Save it again."


def test_pages_that_nobody_saved_are_missed(folder: Path) -> None:
    saved = Saved(folder)
    saved.pages()
    assert saved.notes == []
    for name, record in (("page-2.json", B), ("page-10.json", C)):
        (folder / name).write_text(json.dumps({"total_items": 4, "contents": [record]}), encoding="utf-8")
    saved.pages()
    assert saved.notes == ["The feed says that it holds 4 services, and gave 3. Some may be missing."]


def test_a_zip_that_cannot_be_unpacked_is_said(packed: Path) -> None:
    with ZipFile(packed) as file:
        first = file.infolist()[0]
    good = packed.read_bytes()
    at = first.header_offset + 30 + len(first.filename)
    packed.write_bytes(good[:at] + b"\xff" + good[at + 1 :])
    assert refusal(packed).startswith("pages.zip cannot be unpacked (")
