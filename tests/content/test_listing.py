"""Listings: read from a council's file, written like it, and proved before they take its place."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk import paths
from kiosk.content import listing as listings
from kiosk.content.listing import Listing
from kiosk.content.replacement import Replacement, prove
from kiosk.disk import Disk
from kiosk.errors import ContentError, KioskError, Problem
from tests.samples import STOKE, TODAY, Sample

CODE = "E06000021"
FILE = f"authorities/{CODE}.toml"
COUNCILS = sorted(path.stem for path in (paths.DATA / "authorities").glob("*.toml"))


def as_it_is(problem: Problem) -> Problem:
    return problem


def stoke(sample: Sample) -> Listing:
    return listings.read(sample.folder, CODE)


def with_service(listing: Listing, number: int = 0, **changed: Any) -> Listing:
    """Return a listing in which one service has other values."""
    services = list(listing.services)
    services[number] = {**services[number], **changed}
    return replace(listing, services=tuple(services))


def proved(sample: Sample, listing: Listing) -> Replacement:
    return prove(sample.folder, listing, TODAY, as_it_is)


def refused(sample: Sample, listing: Listing) -> list[str]:
    """Return what is said against a listing; nothing may have been written."""
    before = {path: path.read_bytes() for path in sample.folder.rglob("*.*")}
    with pytest.raises(ContentError) as error:
        prove(sample.folder, listing, TODAY, lambda problem: replace(problem, file="a sheet"))
    assert {path: path.read_bytes() for path in sample.folder.rglob("*.*")} == before
    return [str(problem) for problem in error.value.problems]


@pytest.mark.parametrize("code", COUNCILS)
def test_every_file_that_we_ship_is_written_as_its_authors_wrote_it(code: str) -> None:
    text = (paths.DATA / "authorities" / f"{code}.toml").read_text("utf-8")
    heading = text.partition("\n")[0].removeprefix("# ")
    assert listings.toml(listings.read(paths.DATA, code), heading) == text


def test_a_council_without_a_file_has_an_empty_listing(sample: Sample) -> None:
    assert listings.read(sample.folder, "E06000003") == Listing("E06000003")


def test_what_a_file_holds_is_what_tomllib_gives(sample: Sample) -> None:
    values = tomllib.loads(STOKE)
    assert stoke(sample) == Listing(CODE, tuple(values["organization"]), tuple(values["service"]))


def test_values_of_every_kind_are_written_so_that_they_are_read_back() -> None:
    service = {
        "id": "x",
        "odd key": {"a b": 1},
        "description": {"parent": '“É” \\ " 7f:\x7f', "any": "x"},
        "roles": ["a", "b"],
        "reviewed_on": date(2026, 1, 2),
        "phone": "not a table",
        "schedule": [],
        "address": {"postal_code": "ST3 6HZ", "address_1": "1 High Street", "new": True},
    }
    listing = Listing(CODE, ({"id": "o", "name": "O"},), (service,))
    text = listings.toml(listing, "A council.")
    assert tomllib.loads(text) == {"authority": CODE, "organization": [{"id": "o", "name": "O"}], "service": [service]}
    assert text.startswith(f'# A council.\nauthority = "{CODE}"\n\n[[organization]]\nid = "o"\n')
    assert '[service.address]\naddress_1 = "1 High Street"\npostal_code = "ST3 6HZ"\nnew = true\n' in text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "authority =",
            f"{FILE}: This is not TOML: a value is missing, or stands in no straight quotes (at end of document).",
        ),
        (b"\xff", f"{FILE}: This file is not UTF-8 text: line 1 is wrong. Save it as UTF-8."),
        ("", f"{FILE}: “authority” is missing."),
        ('authority = "E06000003"', f"{FILE}: authority: The authority “E06000003” is not the file’s name."),
        (f'authority = "{CODE}"\nservices = []', f"{FILE}: There is no key “services” here. Did you mean “service”?"),
        (f'authority = "{CODE}"\nservice = 1', f"{FILE}: service: must be a list of tables, each below a line"),
    ],
)
def test_a_broken_file_is_named(sample: Sample, text: str | bytes, said: str) -> None:
    sample.add(FILE, text)
    with pytest.raises(ContentError, match=f"What {CODE} has now cannot be read.") as error:
        stoke(sample)
    [problem] = error.value.problems
    assert str(problem).startswith(said)


def test_a_listing_that_is_right_takes_the_place_of_the_one_there(sample: Sample) -> None:
    changed = with_service(stoke(sample), 1, name="Free advice")
    found = proved(sample, changed)
    assert sample.read(FILE) == STOKE
    found.put(Disk())
    assert stoke(sample) == changed
    assert sample.read(FILE).startswith("# Stoke-on-Trent City Council. Written by send-kiosk content import.\n")
    assert found.before
    assert (found.before.services[-1].name, found.after.services[-1].name) == ("Advice in Stoke", "Free advice")
    assert sample.problems() == []


def test_a_council_gets_its_first_file(sample: Sample) -> None:
    sample.remove(FILE)
    sample.folder.joinpath("authorities").rmdir()
    listing = Listing("E06000003", ({"id": "redcar", "name": "Redcar"},))
    proved(sample, listing).put(Disk())
    assert listings.read(sample.folder, "E06000003") == listing


def test_a_listing_that_is_the_same_leaves_the_file_with_its_comments(sample: Sample) -> None:
    found = proved(sample, stoke(sample))
    assert found.files == {}
    found.put(Disk())
    assert sample.read(FILE) == STOKE


def test_every_problem_is_named_where_its_author_finds_it(sample: Sample) -> None:
    wrong = with_service(stoke(sample), 1, description="They aren't free.", phone=[{"number": "12"}])
    assert refused(sample, wrong) == [
        "a sheet: service stoke-advice, description: Has a straight quote. Write ‘ ’ or “ ”.",
        "a sheet: service stoke-advice, phone 1, number: “12” is not a phone number of the United Kingdom.",
    ]


def test_problems_that_cannot_even_be_read_are_named_too(sample: Sample) -> None:
    assert refused(sample, with_service(stoke(sample), name=5)) == [
        "a sheet: service stoke-council, name: must be words in double quotes."
    ]


def test_problems_elsewhere_that_were_there_before_refuse_nothing(sample: Sample) -> None:
    sample.change("outcomes/talk.toml", "It helps.", "It  helps.")
    assert proved(sample, with_service(stoke(sample), 1, name="Free advice")).files


def test_problems_elsewhere_that_it_brings_are_its_own(sample: Sample) -> None:
    listing = replace(stoke(sample), authority="E06000003", organizations=())
    taken = "is taken already, in authorities/E06000003.toml. Choose another."
    assert refused(sample, listing) == [
        f"a sheet: service {name}: The id “{name}” {taken}" for name in ("stoke-council", "stoke-advice")
    ]


def test_nothing_is_proved_where_other_files_cannot_be_read(sample: Sample) -> None:
    sample.add("outcomes/talk.toml", "title =")
    [said] = refused(sample, with_service(stoke(sample), 1, name="Free advice"))
    assert said.startswith("outcomes/talk.toml: This is not TOML")


def test_a_file_that_was_wrong_is_put_right(sample: Sample) -> None:
    right = stoke(sample)
    sample.change(FILE, 'name = "The SEND team"', 'nam = "The SEND team"')
    found = proved(sample, right)
    assert found.before is None
    found.put(Disk())
    assert stoke(sample) == right


def test_without_a_folder_nothing_is_proved(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no folder"):
        prove(tmp_path / "nowhere", Listing(CODE), TODAY, as_it_is)


def test_a_council_that_nobody_knows_is_named(sample: Sample) -> None:
    assert refused(sample, Listing("E06000004")) == [
        "a sheet: There is no authority “E06000004”. Did you mean “E06000003”?"
    ]


def test_half_a_character_is_refused(sample: Sample) -> None:
    with pytest.raises(ContentError) as error:
        proved(sample, with_service(stoke(sample), 1, name="\ud800"))
    [problem] = error.value.problems
    assert "Half a character (U+D800)" in problem.message


def test_a_review_after_the_contents_date_moves_that_date_on(sample: Sample) -> None:
    looked_at = {"reviewed_on": date(2026, 11, 26), "review_by": date(2027, 5, 1)}
    found = prove(sample.folder, with_service(stoke(sample), **looked_at), date(2026, 11, 28), as_it_is)
    assert list(found.files) == ["content.toml", FILE]
    found.put(Disk())
    assert sample.content().published == date(2026, 11, 26)
    assert sample.read("content.toml").startswith('title = "Disagreeing"\npublished = 2026-11-26\n')


def test_but_never_beyond_today(sample: Sample) -> None:
    looked_at = {"reviewed_on": date(2026, 11, 26), "review_by": date(2027, 5, 1)}
    [said] = refused(sample, with_service(stoke(sample), **looked_at))
    assert "reviewed_on (2026-11-26) comes after the content’s date (2026-11-23)." in said


def test_a_review_that_is_overdue_is_named_and_refuses_nothing(sample: Sample) -> None:
    late = with_service(stoke(sample), reviewed_on=date(2026, 1, 1), review_by=date(2026, 2, 1))
    [said] = prove(sample.folder, late, TODAY, lambda problem: replace(problem, file="a sheet")).overdue
    assert str(said).startswith("a sheet: service stoke-council: Should have been looked at again by 2026-02-01.")


def test_a_place_that_cannot_be_written_is_one_sentence(sample: Sample) -> None:
    class Full(Disk):
        def replace_file(self, path: Path, data: bytes) -> None:
            raise OSError(28, "No space left on device")

    found = proved(sample, with_service(stoke(sample), 1, name="Free advice"))
    with pytest.raises(KioskError, match=rf"{CODE}.toml cannot be written \(No space left on device\).$"):
        found.put(Full())
    assert sample.read(FILE) == STOKE


def test_what_a_council_has_now_is_never_lost_unread(sample: Sample) -> None:
    listing = stoke(sample)
    sample.add(FILE, "authority = ")
    assert refused(sample, listing) == [
        f"{FILE}: This is not TOML: a value is missing, or stands in no straight quotes (at end of document)."
    ]
