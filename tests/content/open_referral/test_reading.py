"""Reading a feed: which services are taken, what becomes of them, and what is said of the rest."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.council import Council, council
from kiosk.content.listing import Listing
from kiosk.content.open_referral.mapping import Mapped, ServiceMapping
from kiosk.content.open_referral.page import Page, page
from kiosk.content.open_referral.reading import Taken, read
from kiosk.disk import Disk
from kiosk.errors import ContentError, KioskError
from tests.samples import TODAY, Sample

CODE = "E06000021"
EXAMPLES = Path(__file__).parents[3].parent / "shared" / "facts" / "hsds" / "examples"
EXAMPLE_ID = "ac148810-d857-441c-9679-408f346de14b"
BASE = "https://feed.example.org/services"
PHONE = {"number": "0113 496 0000"}


def example(name: str) -> Any:
    path = EXAMPLES / name
    if not path.exists():
        pytest.skip("The examples of HSDS are not beside the repository.")
    return json.loads(path.read_text(encoding="utf-8"))


@dataclass
class Given:
    """A feed that is there already: its documents, and full records by id."""

    documents: list[Any]
    full_records: dict[str, Any] = field(default_factory=dict)
    base: str = BASE
    name: str = "feed"
    notes: list[str] = field(default_factory=list)

    def pages(self) -> tuple[Page, ...]:
        many = len(self.documents) > 1
        return tuple(page(each, f"page {n}" if many else "", self.name) for n, each in enumerate(self.documents, 1))

    def full(self, id_: str) -> Any:
        return self.full_records.get(id_)

    def address(self, id_: str) -> str:
        return f"{self.base}/{id_}" if self.base else ""

    def done(self) -> None:
        """There is nothing to let go of."""


def service(id_: str = "1", **values: Any) -> dict[str, Any]:
    """Return a full record that is right."""
    known = {"id": id_, "name": f"Service {id_}", "description": "Free advice.", "email": "advice@example.org"}
    organization = {"id": "o", "name": "Helpers"}
    return {**known, "status": "active", "phones": [PHONE], "organization": organization, **values}


def taken(
    sample: Sample,
    *records: Any,
    roles: dict[str, str] | None = None,
    instead: dict[str, Any] | None = None,
    only_these: bool = False,
    **about: Any,
) -> Taken:
    """Read a feed of these records; each has the role of local advice, unless other `roles` are given."""
    given_ = {str(each.get("id")): "local-advice" for each in records} if roles is None else roles
    mapped = {id_: Mapped((role,), (instead or {}).get(id_, {})) for id_, role in given_.items()}
    return read(
        Given([list(records)], **about), council(sample.folder, CODE), ServiceMapping(mapped), TODAY, only_these
    )


def notes(made: Taken) -> list[str]:
    """Return what was said, but for services that may be another one of the listing: here they all may."""
    return [str(note).removeprefix("feed: ") for note in made.submission.notes if "is new, and" not in note.message]


def refusal(sample: Sample, made: Taken) -> list[str]:
    with pytest.raises(ContentError) as error:
        made.submission.proved(sample.folder, TODAY)
    return [str(problem).removeprefix("feed: ") for problem in error.value.problems]


def put(sample: Sample, made: Taken) -> Listing:
    """Prove what was taken, write it, and return what the council has then."""
    made.submission.proved(sample.folder, TODAY).put(Disk())
    return council(sample.folder, CODE).listing


def test_a_service_with_a_role_joins_what_the_council_has(sample: Sample) -> None:
    before = council(sample.folder, CODE).listing
    made = taken(sample, service(), service("2"), roles={"1": "local-advice"})
    after = put(sample, made)
    assert after.organizations == (*before.organizations, {"id": "stoke-on-trent-helpers", "name": "Helpers"})
    assert after.services == (
        *before.services,
        {
            "id": "stoke-on-trent-service-1",
            "organization": "stoke-on-trent-helpers",
            "name": "Service 1",
            "roles": ["local-advice"],
            "description": "Free advice.",
            "email": "advice@example.org",
            "phone": [{"number": "0113 496 0000", "type": "voice"}],
            "apparent_date": "undated",
            "confidence": "medium",
            "source_url": f"{BASE}/1",
        },
    )
    assert [item.id for item in made.without_role] == ["2"]
    assert (made.count, notes(made)) == (1, [])


def test_what_was_taken_once_is_known_by_its_address_and_needs_no_role_again(sample: Sample) -> None:
    put(sample, taken(sample, service(), instead={"1": {"id": "our-own-id"}}))
    made = taken(sample, service(name="Another name", phones=[{"number": "0113 496 0009"}]), roles={})
    last = put(sample, made).services[-1]
    assert (last["id"], last["name"], last["roles"]) == ("our-own-id", "Another name", ["local-advice"])
    assert last["phone"][0]["number"] == "0113 496 0009"


def test_a_service_of_the_same_name_is_the_same(sample: Sample) -> None:
    after = put(sample, taken(sample, service(name="Advice in stoke"), base="", instead={"1": {"source_url": BASE}}))
    assert [each["id"] for each in after.services] == ["stoke-council", "stoke-advice"]
    assert after.services[1]["name"] == "Advice in stoke"


def test_an_id_of_the_listing_is_never_given_to_a_service_of_another_name(sample: Sample) -> None:
    made = taken(sample, service(name="Advice, Stoke on Trent!"), instead={"1": {"id": "stoke-on-trent-advice"}})
    put(sample, made)
    made = taken(sample, service("2", name="Stoke-on-Trent advice"))
    after = put(sample, made)
    assert [each["id"] for each in after.services][2:] == ["stoke-on-trent-advice", "stoke-on-trent-advice-2"]


def test_a_new_service_that_may_be_another_one_of_the_listing_is_noted(sample: Sample) -> None:
    made = taken(sample, service())
    assert [str(note) for note in made.submission.notes] == [
        "feed: record 1 (id 1): is new, and “Advice in Stoke” of the listing has this role too. "
        'If it is the same, give it that id in the mapping file: id = "stoke-advice".'
    ]
    assert taken(sample, service(), only_these=True).submission.notes == ()
    assert taken(sample, service(), instead={"1": {"id": "new"}}).submission.notes == ()
    mistyped = taken(sample, service(), instead={"1": {"id": "stoke-advise"}})
    assert mistyped.submission.notes == made.submission.notes
    same = taken(sample, service(), instead={"1": {"id": "stoke-advice"}})
    assert notes(same) == [str(note).removeprefix("feed: ") for note in same.submission.notes]


def test_two_services_may_not_have_one_id(sample: Sample) -> None:
    made = taken(sample, service(), service("2"), instead={"1": {"id": "same"}, "2": {"id": "same"}})
    assert refusal(sample, made) == [
        "record 2 (id 2): has the id “same” here, as another one has. Give each its own in the mapping file."
    ]


def test_what_a_feed_says_nothing_of_stays(sample: Sample) -> None:
    full = service(
        application_process="Phone us.",
        fees_description="Free",
        url="https://helpers.example.org",
        alert="Busy.",
        schedules=[{"description": "Mornings"}],
    )
    before = put(sample, taken(sample, full)).services[-1]
    bare = {key: full[key] for key in ("id", "name", "description", "organization")} | {"phones": []}
    made = taken(sample, bare)
    assert put(sample, made).services[-1] == before
    kept = "application process, fees description, url, email, phone, schedule, alert"
    assert notes(made) == [f"record 1 (id 1): says nothing of these, so they stay as they are in the listing: {kept}."]
    after = put(sample, taken(sample, {**bare, "email": "other.team@example.org"})).services[-1]
    assert (after["email"], after["phone"], "alert" in after) == ("other.team@example.org", before["phone"], False)


def test_words_of_the_mapping_stand_in_the_place_of_the_feeds(sample: Sample) -> None:
    instead = {"1": {"description": "Our own words.", "organization": "stoke", "phone": [{"number": "01782 000009"}]}}
    made = taken(sample, service(organization=None), instead=instead)
    last = put(sample, made).services[-1]
    assert (last["description"], last["organization"]) == ("Our own words.", "stoke")
    assert last["phone"] == [{"number": "01782 000009"}]


def test_what_is_wrong_in_the_mapping_is_found_there(sample: Sample) -> None:
    made = taken(sample, service(), instead={"1": {"description": "It's ours.", "phone": [{"number": "12"}]}})
    assert refusal(sample, made) == [
        "record 1 (id 1), description in the mapping: Has a straight quote. Write ‘ ’ or “ ”.",
        "record 1 (id 1), phone in the mapping: “12” is not a phone number of the United Kingdom.",
    ]


def test_every_problem_names_the_record(sample: Sample) -> None:
    long = " ".join(["word"] * 21)
    made = taken(sample, {**service("2"), "phones": [{"number": "x"}, {**PHONE, "description": long}]})
    assert refusal(sample, made) == [f"record 1 (id 2), phone 2, description: {said(long)}"]
    assert notes(made) == [
        "record 1 (id 2), phone 1, number: was left out: “x” is not a phone number of the United Kingdom."
    ]


def said(sentence: str) -> str:
    return f"A sentence has 21 words: “{sentence}” Use 20 at most."


def test_what_is_missing_is_asked_for(sample: Sample) -> None:
    made = taken(sample, {"id": "1", "phones": []}, base="")
    assert refusal(sample, made) == [
        "record 1 (id 1), description: is missing. Say it in the mapping file.",
        "record 1 (id 1), name: is missing. Say it in the mapping file.",
        "record 1 (id 1), organization: is missing, or has no name. "
        'Name one of the listing in the mapping file: organization = "…".',
        "record 1 (id 1), source_url: is missing. Say the address that the file was published at: --published-at.",
    ]
    assert council(sample.folder, CODE).listing.services[-1]["id"] == "stoke-advice"


def test_a_feed_without_services_says_nothing_of_a_mapping(sample: Sample) -> None:
    with pytest.raises(ContentError) as error:
        taken(sample, roles={"7": "council"})
    assert str(error.value) == "feed holds no services at all, so nothing was imported. Ask whoever runs it."


def test_a_service_of_the_mapping_without_a_role_is_said(sample: Sample) -> None:
    mapped = ServiceMapping({"1": Mapped((), {"description": "Our words."})})
    made = read(Given([[service()]]), council(sample.folder, CODE), mapped, TODAY)
    assert refusal(sample, made) == [
        "record 1 (id 1): has no role in the mapping, and none here. Give it one there, or take it out."
    ]
    put(sample, taken(sample, service()))
    assert read(Given([[service()]]), council(sample.folder, CODE), mapped, TODAY).submission.problems == ()


def test_a_service_of_the_mapping_that_the_feed_has_not_is_said(sample: Sample) -> None:
    made = taken(sample, service(), roles={"1": "local-advice", "7": "council"})
    assert refusal(sample, made) == [
        "service 7: feed has no service with this id. Correct it in the mapping or --role, or take it out there."
    ]


@pytest.mark.parametrize(
    ("status", "said"),
    [
        ("inactive", "its status is “inactive”."),
        ("Defunct", "its status is “defunct”."),
        ("on hold", "nobody knows the status “on hold”."),
    ],
)
def test_a_service_that_is_not_active_is_left_out(sample: Sample, status: str, said: str) -> None:
    made = taken(sample, service(status=status))
    assert notes(made) == [f"record 1 (id 1), status: was left out: {said}"]
    assert made.submission.listing == council(sample.folder, CODE).listing


def test_a_service_that_has_ended_is_taken_out(sample: Sample) -> None:
    put(sample, taken(sample, service()))
    made = taken(sample, service(status="inactive"))
    assert notes(made)[0].endswith("its status is “inactive”. It is taken out of the listing.")
    after = put(sample, made)
    assert [each["id"] for each in after.services] == ["stoke-council", "stoke-advice"]
    assert [each["id"] for each in after.organizations] == ["stoke"]


def test_one_whose_status_nobody_knows_stays_as_it_is(sample: Sample) -> None:
    before = put(sample, taken(sample, service()))
    assert put(sample, taken(sample, service(status="on hold"))) == before


def test_only_these_leaves_nothing_else(sample: Sample) -> None:
    sample.add(f"authorities/{CODE}.toml", f'authority = "{CODE}"\n[[organization]]\nid = "idle"\nname = "Idle"\n')
    put(sample, taken(sample, service(), service("2")))
    after = put(sample, taken(sample, service("2", organization={"name": "New"}), only_these=True))
    assert [each["name"] for each in after.services] == ["Service 2"]
    assert [each["name"] for each in after.organizations] == ["Idle", "New"]


def test_details_that_are_too_old_are_left_out(sample: Sample) -> None:
    made = taken(sample, service(last_modified="2015-01-02"))
    said = "it is of 2 January 2015, and details from before 2020 are not shown"
    assert notes(made) == [
        f"record 1 (id 1): was left out: {said}. If they still hold, have them assured where they are kept."
    ]
    assert made.count == 0
    assert taken(sample, service(last_modified="2015-01-02"), instead={"1": {"apparent_date": "today"}}).count == 1


def test_a_short_record_is_fetched_in_full_where_it_has_a_role(sample: Sample) -> None:
    short = {key: service()[key] for key in ("id", "name", "description")}
    asked = {"1": service(), "2": service("2")}
    made = taken(sample, short, {**short, "id": "2"}, roles={"1": "local-advice"}, full_records=asked)
    assert put(sample, made).services[-1]["phone"] == [{"number": "0113 496 0000", "type": "voice"}]
    none = taken(sample, {**short, "organization": {"name": "Helpers"}}, full_records={"1": 5})
    assert "has no full record: only what the list says of it is taken." in notes(none)[0]
    saved = taken(sample, {**short, "organization": {"name": "Helpers"}}, base="")
    assert saved.count == 1
    assert "has no full record: only what the list says of it is taken." in notes(saved)[0]


def test_what_is_no_service_is_left_out_and_said(sample: Sample) -> None:
    first = service()
    source = Given([[first, 5, {"name": "x"}, {"id": ["x"]}], [first, service(name="Other")]], notes=["An odd feed."])
    known = council(sample.folder, CODE)
    made = read(source, known, ServiceMapping({"1": Mapped(("local-advice",))}), TODAY)
    came = "was left out: this service came before, as record 1 of page 1 (id 1)."
    assert notes(made) == [
        "record 2 of page 1: was left out: it is not an object.",
        "record 3 of page 1: was left out: it has no id.",
        "record 4 of page 1, id: was left out: it is not text.",
        "record 4 of page 1: was left out: it has no id.",
        f"record 1 of page 2 (id 1): {came} It is the same.",
        f"record 2 of page 2 (id 1): {came} It says something else.",
        "An odd feed.",
    ]
    assert made.submission.listing.services[-1]["name"] == "Service 1"


def test_services_of_one_organization_share_it(sample: Sample) -> None:
    other = {"name": "helpers", "website": "https://helpers.example.org"}
    after = put(sample, taken(sample, service(), service("2", organization=other)))
    assert after.organizations[1:] == (
        {"id": "stoke-on-trent-helpers", "name": "helpers", "website": "https://helpers.example.org"},
    )
    again = put(sample, taken(sample, service("2", organization={"name": "Helpers"})))
    assert again.organizations[1]["website"] == "https://helpers.example.org"


def test_two_services_read_at_one_address_are_not_told_apart_by_it(sample: Sample) -> None:
    page_ = {"source_url": "https://www.example.org/team"}
    put(sample, taken(sample, service(), instead={"1": page_}))
    assert taken(sample, service(), roles={}, base="https://www.example.org").count == 0


@pytest.mark.parametrize(
    "name", ["uk-service_full.json", "uk-service_list.json", "service_full.json", "service_list.json"]
)
def test_the_examples_are_read(sample: Sample, name: str) -> None:
    words = {"description": "They listen.", "application_process": "Ask.", "alert": "We have moved."}
    mapped = Mapped(("local-advice",), {**words, "fees_description": "Ask us."})
    made = read(Given([example(name)]), council(sample.folder, CODE), ServiceMapping({EXAMPLE_ID: mapped}), TODAY)
    assert made.count == 1
    assert made.submission.problems == ()
    last = put(sample, made).services[-1]
    assert (last["name"], last["apparent_date"]) == ("Community Counselling", "15 March 2023")
    assert (last["email"], last["reviewed_on"]) == ("email@example.com", date(2005, 1, 1))
    if name == "service_full.json":
        assert [each["number"] for each in last["phone"]] == ["+44 1234 234567"]
        assert last["phone"][0]["description"].endswith("Extension 100")


@pytest.fixture(scope="module")
def known(scratch: Sample) -> Council:
    return council(scratch.folder, CODE)


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Give the path of every part of a document."""
    if path:
        yield path
    below = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in below:
        yield from leaves(inner, (*path, key))


def changed(document: Any, path: tuple[Any, ...], *instead: Any) -> Any:
    """Return a document with another value at a path; with none, without it."""
    made = copy.deepcopy(document)
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    if instead:
        inner[path[-1]] = instead[0]
    else:
        del inner[path[-1]]
    return made


def expect_our_own_errors(document: Any, known: Council, sample: Sample, prove: bool = False) -> None:
    """Read a document; whatever is wrong has to be a sentence that names the record or the feed."""
    mapped = {EXAMPLE_ID: Mapped(("local-advice",), {}), "1": Mapped(("council",), {})}
    try:
        made = read(Given([document]), known, ServiceMapping(mapped), TODAY)
        for note in (*made.submission.notes, *made.submission.problems):
            assert note.message.endswith(".")
            assert note.place.startswith(("record ", "service ")) or not note.place
        if prove:
            made.submission.proved(sample.folder, TODAY)
    except KioskError as error:
        for problem in getattr(error, "problems", ()):
            assert problem.file in ("feed", "authorities/E06000021.toml")
            assert problem.file != "feed" or problem.place


OURS = service(
    schedules=[{"freq": "WEEKLY", "byday": "MO", "opens_at": "09:00", "closes_at": "10:00", "description": "x"}],
    contacts=[{"name": "Ann Persona", "email": "ann@example.org", "phones": [PHONE]}],
    service_at_locations=[{"location": {"location_type": "physical", "addresses": [{"address_1": "1 High Street"}]}}],
    cost_options=[{"amount": 0, "valid_from": "2026-01-01"}],
    attributes=[{"id": "x", "value": "v", "taxonomy_term": {"taxonomy": "t", "code": "c"}}],
    last_modified="2023-03-15T10:30:45.123Z",
    assured_date="2026-01-01",
)


@pytest.mark.parametrize("path", list(leaves(OURS)), ids=str)
def test_every_part_may_be_missing_or_empty(known: Council, scratch: Sample, path: tuple[Any, ...]) -> None:
    expect_our_own_errors([changed(OURS, path)], known, scratch)
    expect_our_own_errors([changed(OURS, path, None)], known, scratch)


@pytest.mark.parametrize("name", ["uk-service_full.json", "uk-service_list.json", "service_full.json"])
def test_every_part_of_the_examples_may_be_missing(known: Council, scratch: Sample, name: str) -> None:
    document = example(name)
    for path in leaves(document):
        expect_our_own_errors(changed(document, path), known, scratch)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)


@given(path=st.sampled_from(list(leaves(OURS))), value=JSON)
def test_any_part_may_be_anything(known: Council, scratch: Sample, path: tuple[Any, ...], value: Any) -> None:
    expect_our_own_errors([changed(OURS, path, value)], known, scratch)


@settings(max_examples=20)
@given(path=st.sampled_from(list(leaves(OURS))), value=JSON)
def test_and_is_then_proved_or_refused(known: Council, scratch: Sample, path: tuple[Any, ...], value: Any) -> None:
    expect_our_own_errors([changed(OURS, path, value)], known, scratch, prove=True)


@given(JSON)
def test_any_json_is_a_feed_or_a_sentence(known: Council, scratch: Sample, value: Any) -> None:
    expect_our_own_errors(value, known, scratch)


def test_a_role_of_an_export_that_nobody_knows_here_is_none(known: Council) -> None:
    term = {"taxonomy": "send-kiosk service roles", "code": "unheard-of"}
    made = read(Given([[service(attributes=[{"taxonomy_term": term}])]]), known, ServiceMapping(), TODAY)
    assert [item.id for item in made.without_role] == ["1"]
    assert made.submission.listing == replace(known.listing)
