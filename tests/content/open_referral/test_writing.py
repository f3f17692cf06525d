"""Writing a feed: valid against the official schemas, and read back to the letter."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk import paths
from kiosk.content import listing as listings
from kiosk.content.content import Content
from kiosk.content.council import Council, council
from kiosk.content.listing import Listing
from kiosk.content.open_referral.mapping import Mapped, ServiceMapping
from kiosk.content.open_referral.reading import Taken, read
from kiosk.content.open_referral.saved import Saved
from kiosk.content.open_referral.schema import Schema
from kiosk.content.open_referral.writing import Publication, publication, unused
from kiosk.content.sources import read as read_content
from kiosk.errors import ContentError, UsageError
from tests.samples import TODAY, Sample

CODE = "E06000021"
SCHEMAS = paths.ROOT.parent / "shared" / "facts" / "hsds" / "schema"
COUNCILS = sorted(path.stem for path in (paths.DATA / "authorities").glob("*.toml"))


@pytest.fixture(scope="session")
def schema() -> Schema:
    if not SCHEMAS.is_dir():
        pytest.skip("The schemas of HSDS are not beside the repository.")
    return Schema(SCHEMAS)


@pytest.fixture(scope="session")
def shipped() -> Content:
    return read_content(paths.DATA)


def published(folder: Path, content: Content, national: bool = False, code: str = CODE) -> Publication:
    return publication(folder, content, content.authorities[code], national)


def taken(made: Publication, known: Council, folder: Path, only_these: bool = True) -> Taken:
    (folder / "feed.json").write_text(made.text(), encoding="utf-8")
    return read(Saved(folder / "feed.json"), known, ServiceMapping(), TODAY, only_these)


def known_of(content: Content, code: str) -> Council:
    """Return a council of content that is read already."""
    listing = listings.read(paths.DATA, code)
    others = (key for key, origin in content.origins.items() if origin.file != listing.file)
    keys = frozenset(key for key in others if key.startswith(("service.", "organization.")))
    return Council(code, content.authorities[code].name, code, listing, dict.fromkeys(content.roles, "x"), (), {}, keys)


def test_every_council_that_we_ship_is_valid_and_comes_back_to_the_letter(
    shipped: Content, schema: Schema, tmp_path: Path
) -> None:
    assert len(COUNCILS) > 150
    for code in COUNCILS:
        made = published(paths.DATA, shipped, code=code)
        assert list(schema.problems(made.page(), code)) == []
        known = known_of(shipped, code)
        back = taken(made, known, tmp_path, only_these=code > CODE)
        assert back.submission.listing == known.listing
        assert (back.submission.problems, back.submission.notes, back.without_role) == ((), (), ())


def test_national_services_are_valid_and_stay_where_they_are(shipped: Content, schema: Schema, tmp_path: Path) -> None:
    made = published(paths.DATA, shipped, national=True)
    assert list(schema.problems(made.page(), "x")) == []
    back = taken(made, known_of(shipped, CODE), tmp_path)
    assert back.submission.listing == listings.read(paths.DATA, CODE)
    assert [note.message for note in back.submission.notes] == [
        "Left out as national services, which stand in services/: 14."
    ]


def test_services_of_another_council_are_left_out(shipped: Content, tmp_path: Path) -> None:
    made = published(paths.DATA, shipped, code="E10000030")
    back = taken(made, known_of(shipped, CODE), tmp_path, only_these=False)
    assert back.submission.listing == listings.read(paths.DATA, CODE)
    assert [note.message for note in back.submission.notes] == ["Left out as services of the council E10000030: 5."]


def test_but_not_where_an_officer_gives_them_a_role(shipped: Content, tmp_path: Path) -> None:
    made = published(paths.DATA, shipped, code="E10000030")
    (tmp_path / "feed.json").write_text(made.text(), encoding="utf-8")
    known = known_of(shipped, CODE)
    first = made.page()["contents"][0]["id"]
    mapping = ServiceMapping({first: Mapped(("sendiass",), {"id": "stoke-surrey"})})
    back = read(Saved(tmp_path / "feed.json"), known, mapping, TODAY)
    assert [each["id"] for each in back.submission.listing.services if each not in known.listing.services] == [
        "stoke-surrey"
    ]


def test_the_same_services_are_the_same_text(sample: Sample) -> None:
    first, second = (published(sample.folder, read_content(sample.folder)).text() for _ in range(2))
    assert first == second
    assert first.endswith("}\n")


def test_a_page_says_what_it_holds(sample: Sample) -> None:
    page = published(sample.folder, sample.content(), national=True).page()
    services = page.pop("contents")
    assert [each["name"] for each in services] == ["The SEND team", "Advice in Stoke", "The Helpline"]
    assert page == {
        "total_items": 3,
        "total_pages": 1,
        "page_number": 1,
        "size": 3,
        "first_page": True,
        "last_page": True,
        "empty": False,
    }


def test_what_hsds_asks_for_is_what_we_know_and_nothing_is_made_up(sample: Sample) -> None:
    sample.add(
        f"authorities/{CODE}.toml", sample.read(f"authorities/{CODE}.toml") + '[service.address]\naddress_1 = "A"\n'
    )
    local, _, national = (
        each for each in published(sample.folder, sample.content(), national=True).page()["contents"][0:3]
    )
    assert local["service_at_locations"] == []
    advice = published(sample.folder, sample.content()).page()["contents"][1]
    [address] = advice["service_at_locations"][0]["location"]["addresses"]
    asked = ("address_1", "city", "state_province", "postal_code", "country", "address_type")
    assert [address[key] for key in asked] == ["A", "", "West Midlands", "", "GB", "physical"]
    [address] = national["service_at_locations"][0]["location"]["addresses"]
    assert [address[key] for key in asked] == ["1 High Street", "London", "", "SW1A 1AA", "GB", "physical"]
    assert local["organization"]["description"] == "Runs: The SEND team."
    assert (local["assured_date"], advice["assured_date"]) == ("2026-11-23", "2026-10-01")
    assert [each["name"] for each in (*local["service_areas"], *national["service_areas"])] == [
        "Stoke-on-Trent",
        "England",
    ]
    assert local["service_areas"][0]["uri"].endswith(f"/{CODE}")
    assert "uri" not in national["service_areas"][0]


def test_a_council_without_services_is_an_empty_page(sample: Sample) -> None:
    page = published(sample.folder, sample.content(), code="E06000003").page()
    assert (page["empty"], page["contents"]) == (True, [])


def test_a_council_without_a_code_of_its_own_has_an_area_without_one(sample: Sample) -> None:
    content = sample.content()
    provisional = replace(content.authorities[CODE], provisional=True)
    page = Publication(content, provisional, listings.read(sample.folder, CODE).services).page()
    assert "uri" not in page["contents"][0]["service_areas"][0]


def test_organizations_that_run_nothing_are_named(sample: Sample) -> None:
    tables = ({"id": "stoke", "name": "Stoke"}, {"id": "idle", "name": "Idle"})
    assert unused(sample.content(), tables) == ("Idle",)


WORDS = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1, max_size=20).filter(str.strip)
VARIANTS = st.fixed_dictionaries({"any": WORDS}, optional={"parent": WORDS, "young-person": WORDS, "helper": WORDS})
EVERY_VARIANT = st.fixed_dictionaries({"parent": WORDS, "young-person": WORDS, "helper": WORDS})
TEXTS = WORDS | VARIANTS | EVERY_VARIANT
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
PHONES = st.fixed_dictionaries(
    {"number": WORDS}, optional={"type": st.sampled_from(["voice", "text", "textphone"]), "description": TEXTS}
)
ADDRESSES = st.fixed_dictionaries({"address_1": WORDS}, optional={"city": WORDS, "postal_code": WORDS})
SERVICES = st.fixed_dictionaries(
    {
        "organization": st.sampled_from(["stoke", "helpline"]),
        "name": WORDS,
        "roles": st.sampled_from([["council"], ["local-advice", "council"], ["national-advice"]]),
        "description": TEXTS,
        "sources": st.just(["L1"]) | st.just(["L1", "L2"]),
    },
    optional={
        "application_process": TEXTS,
        "fees_description": TEXTS,
        "alert": TEXTS,
        "url": WORDS,
        "email": WORDS,
        "confidence": st.sampled_from(["high", "medium"]),
        "apparent_date": WORDS,
        "source_url": WORDS,
        "reviewed_on": DAYS,
        "review_by": DAYS,
        "reviewer": WORDS,
        "effective_from": DAYS,
        "effective_to": DAYS,
        "phone": st.lists(PHONES, min_size=1, max_size=3),
        "schedule": st.lists(st.fixed_dictionaries({"description": TEXTS}), min_size=1, max_size=2),
        "address": ADDRESSES,
    },
)


def numbered(services: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    for number, service in enumerate(services, 1):
        yield {"id": f"service-{number}", **service}


@settings(max_examples=40)
@given(services=st.lists(SERVICES, min_size=1, max_size=3), name=WORDS, website=st.none() | WORDS)
def test_whatever_we_hold_comes_back_to_the_letter(
    scratch: Sample, services: list[dict[str, Any]], name: str, website: str | None
) -> None:
    organization = {"id": "stoke", "name": name, **({"website": website} if website else {})}
    used = any(service["organization"] == "stoke" for service in services)
    listing = Listing(CODE, (organization,) if used else (), tuple(numbered(services)))
    scratch.add(listing.file, listings.toml(listing, "A council."))
    known = council(scratch.folder, CODE)
    back = taken(published(scratch.folder, scratch.content()), known, scratch.folder.parent)
    assert back.submission.listing == listing
    assert (back.submission.problems, back.submission.notes) == ((), ())


@settings(max_examples=10)
@given(services=st.lists(SERVICES, min_size=1, max_size=3))
def test_and_is_valid(scratch: Sample, schema: Schema, services: list[dict[str, Any]]) -> None:
    right = [{**each, "url": "https://example.org", "email": "a@example.org"} for each in numbered(services)]
    listing = Listing(CODE, ({"id": "stoke", "name": "Stoke"},), tuple(right))
    scratch.add(listing.file, listings.toml(listing, "A council."))
    assert list(schema.problems(published(scratch.folder, scratch.content()).page(), "x")) == []


def test_what_is_not_valid_is_named_by_record(sample: Sample, tmp_path: Path) -> None:
    (tmp_path / "service.json").write_text(
        json.dumps(
            {
                "required": ["fees"],
                "properties": {
                    "id": {"type": "string", "format": "uuid"},
                    "url": {"type": "string", "format": "uri"},
                    "last_modified": {"type": "string", "format": "date-time"},
                },
            }
        ),
        encoding="utf-8",
    )
    services = [
        {"fees": "", "id": "x", "url": "https://example.org", "last_modified": "2026-01-01T00:00:00Z"},
        {"fees": "", "url": "https://[", "last_modified": "2026-01-01T00:00:00"},
        {"url": 5, "last_modified": "soon"},
        {"fees": "", "last_modified": 5, "url": "example.org"},
    ]
    assert [str(each) for each in Schema(tmp_path).problems({"contents": services}, "out.json")] == [
        "out.json: record 1, id: 'x' is not a 'uuid'.",
        "out.json: record 2, url: 'https://[' is not a 'uri'.",
        "out.json: record 2, last_modified: '2026-01-01T00:00:00' is not a 'date-time'.",
        "out.json: record 3: 'fees' is a required property.",
        "out.json: record 3, url: 5 is not of type 'string'.",
        "out.json: record 3, last_modified: 'soon' is not a 'date-time'.",
        "out.json: record 4, url: 'example.org' is not a 'uri'.",
        "out.json: record 4, last_modified: 5 is not of type 'string'.",
    ]


def test_a_folder_without_schemas_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Give a folder that holds the compiled schemas of HSDS"):
        Schema(tmp_path)
    (tmp_path / "service.json").write_text('{"type": 5}', encoding="utf-8")
    with pytest.raises(ContentError, match=r"service.json is no JSON schema \("):
        Schema(tmp_path)
    (tmp_path / "service.json").write_text("[", encoding="utf-8")
    with pytest.raises(ContentError, match="is not whole"):
        Schema(tmp_path)


def test_an_organization_is_known_by_our_identifier_else_by_its_name(sample: Sample, tmp_path: Path) -> None:
    made = published(sample.folder, sample.content())
    page = made.page()
    others = [{"identifier_type": "Company number", "identifier": "1234567"}]
    page["contents"][0]["organization"]["organization_identifiers"][:0] = others
    del page["contents"][1]["organization"]["organization_identifiers"]
    (tmp_path / "feed.json").write_text(json.dumps(page), encoding="utf-8")
    back = read(Saved(tmp_path / "feed.json"), council(sample.folder, CODE), ServiceMapping(), TODAY, only_these=True)
    assert [each["organization"] for each in back.submission.listing.services] == [
        "stoke",
        "stoke-on-trent-the-helpline",
    ]


def test_words_for_each_audience_and_every_day_come_back(sample: Sample, tmp_path: Path) -> None:
    words = {"parent": "Your child", "young-person": "You", "helper": "Them"}
    full = {
        "id": "full",
        "organization": "stoke",
        "name": "All of it",
        "roles": ["council"],
        "description": words,
        "alert": {"any": "For all", "parent": "For you"},
        "reviewed_on": date(2026, 1, 2),
        "effective_to": date(2027, 1, 2),
        "sources": ["L1", "L2"],
        "phone": [{"number": "01782 000002", "description": words}],
        "schedule": [{"description": words}],
    }
    listing = Listing(CODE, ({"id": "stoke", "name": "Stoke"},), (full,))
    sample.add(listing.file, listings.toml(listing, "A council."))
    made = published(sample.folder, sample.content())
    assert made.page()["contents"][0]["description"] == "Your child"
    assert taken(made, council(sample.folder, CODE), tmp_path).submission.listing == listing
