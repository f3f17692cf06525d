"""Every authority, in the content that we ship: somebody is found for each role, and nobody of another council."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

import pytest

from kiosk import paths
from kiosk.content.build import build
from kiosk.content.content import Content
from kiosk.content.sources import read
from kiosk.content.store import ContentStore
from kiosk.domain.directory import Directory, Service

SURREY, EAST, WEST = "E10000030", "provisional-east-surrey", "provisional-west-surrey"
BEFORE, FIRST, SECOND = date(2027, 3, 31), date(2027, 4, 1), date(2027, 4, 2)

OF_SERVICES = {
    *("sen.team", "local.offer", "special.needs", "enquiries.london", "dudley.sendiass", "necsu.complaints"),
    "educate.specialeducationcommunications-mailbox",
}
"""Mailboxes that are written like a person's own, and are a service's: each was looked at."""


@pytest.fixture(scope="module")
def content() -> Content:
    return read(paths.DATA)


@pytest.fixture(scope="module")
def store(content: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ContentStore]:
    database = tmp_path_factory.mktemp("content") / "content.db"
    build(paths.DATA, database, content.published)
    with ContentStore(database) as opened:
        yield opened


@pytest.fixture(scope="module")
def directories(content: Content, store: ContentStore) -> dict[str, Directory]:
    """The directory of each authority on the content's day, and of none."""
    return {code: store.directory(code, content.published) for code in ("", *content.authorities)}


@pytest.fixture(scope="module")
def local(content: Content) -> list[Service]:
    return [service for service in content.services if service.authority]


def test_every_role_finds_somebody_in_every_authority(directories: dict[str, Directory]) -> None:
    lost = [
        (code, role)
        for code, directory in directories.items()
        for role in directory.roles
        if not directory.filling(role).services
    ]
    assert lost == []


def test_a_role_that_nobody_fills_here_has_its_honest_words(directories: dict[str, Directory]) -> None:
    for code, directory in directories.items():
        for role in directory.roles:
            filled = directory.filling(role)
            filled_here = any(role in service.roles for service in directory.services)
            assert filled.instead is not filled_here, (code, role)
            assert not filled.instead or filled.role.fallback is not None, (code, role)


def test_no_service_of_another_council_is_shown(
    content: Content, store: ContentStore, directories: dict[str, Directory]
) -> None:
    """Each council has all of its own services and no others; the two that follow Surrey have Surrey's until then."""
    national = [service for service in content.services if not service.authority]
    for code, directory in directories.items():
        council = SURREY if code in (EAST, WEST) else code
        own = [service for service in content.services if code and service.authority == council]
        assert list(directory.services) == [*own, *national], code
        assert directory.former == (), code


def test_every_authority_has_a_file(content: Content) -> None:
    """Also where nothing is left to say in it, so that nobody wonders whether it was forgotten."""
    files = {path.stem for path in (paths.DATA / "authorities").glob("*.toml")}
    assert files == set(content.authorities)


def test_every_local_contact_says_where_and_when_it_was_read(content: Content, local: list[Service]) -> None:
    for service in local:
        pages = [content.sources[each] for each in service.fact.sources]
        assert all(page.read_on <= content.published for page in pages), service.id
        assert service.fact.reviewed_on <= content.published <= service.fact.review_by, service.id
        assert service.confidence in ("high", "medium"), service.id
        assert service.apparent_date, service.id


def test_a_service_that_can_only_be_looked_up_says_so(local: list[Service]) -> None:
    for service in local:
        if not (service.phones or service.email or service.address):
            assert service.alert is not None, service.id
            assert service.application_process is not None, service.id


def test_no_mailbox_looks_like_a_persons_own(local: list[Service]) -> None:
    """Two words with a dot between them are a person, but for the ones that were looked at."""
    boxes = [service.email.partition("@")[0].lower() for service in local]
    assert {box for box in boxes if re.fullmatch(r"[a-z'-]+\.[a-z'-]+", box)} <= OF_SERVICES


@pytest.mark.parametrize("code", [SURREY, EAST, WEST])
def test_surreys_services_are_the_ones_there_until_its_last_day(code: str, store: ContentStore) -> None:
    filled = store.directory(code, BEFORE).filling("sendiass")
    assert [service.id for service in filled.services] == ["surrey-sendiass"]
    assert not filled.instead


@pytest.mark.parametrize("on", [FIRST, SECOND])
@pytest.mark.parametrize("code", [SURREY, EAST, WEST])
def test_from_then_on_they_may_have_moved(code: str, on: date, store: ContentStore) -> None:
    directory, words = store.directory(code, on), store.words("en")
    for role in directory.roles.values():
        filled = directory.filling(role.id)
        assert filled.instead is role.local, role.id
        former = [service for service in filled.services if service.authority]
        assert all("may have moved" in words(service.alert) for service in former)
    assert directory.filling("sendiass").services[0].id == "surrey-sendiass"


def test_nothing_changes_for_the_others_on_that_day(content: Content, store: ContentStore) -> None:
    for code in content.authorities.keys() - {SURREY, EAST, WEST}:
        assert store.directory(code, BEFORE) == store.directory(code, FIRST), code


def test_every_word_and_source_of_every_directory_can_be_read(
    directories: dict[str, Directory], store: ContentStore
) -> None:
    words = store.words("en")
    for service in {s.id: s for s in chain.from_iterable(d.services for d in directories.values())}.values():
        texts = (service.description, service.application_process, service.fees_description, service.alert)
        assert all(words(text) for text in texts if text is not None), service.id
        assert store.sources(service.fact.sources), service.id
