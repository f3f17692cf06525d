"""An edition: content opened for one authority, and the first database that opens."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.edition import Edition
from kiosk.content.opening import open_first
from kiosk.content.store import ContentStore
from kiosk.domain.response import Response, Responses
from kiosk.errors import UsageError
from tests.samples import SPLIT, STOKE_FROM, TODAY, Sample

STOKE = "E06000021"


@pytest.fixture
def database(sample: Sample, tmp_path: Path) -> Path:
    build(sample.folder, tmp_path / "content.db", TODAY)
    return tmp_path / "content.db"


@pytest.fixture
def store(database: Path) -> Iterator[ContentStore]:
    with ContentStore(database) as opened:
        yield opened


def test_guidance_names_who_helps_here(store: ContentStore) -> None:
    guidance = Edition(store, STOKE).guidance("talk", Responses((Response("who", "parent"),)))
    helped = [step.help.services[0].id for step in guidance.steps() if step.help]
    assert helped == ["stoke-advice", "stoke-council"]


def test_without_an_authority_national_services_help(store: ContentStore) -> None:
    edition = Edition(store, "")
    assert edition.authority is None
    assert [service.id for service in edition.directory.services] == ["helpline"]


def test_an_outcome_is_read_once(store: ContentStore) -> None:
    edition = Edition(store, STOKE)
    assert edition.outcome("talk") is edition.outcome("talk")


def test_an_edition_has_the_graph_of_its_store_and_the_calculator(store: ContentStore) -> None:
    graph = Edition(store, STOKE).graph
    assert graph.questions.keys() > store.graph().questions.keys()
    assert set(graph.flows) == {*store.graph().flows, "calculator"}


@pytest.fixture
def split(sample: Sample, tmp_path: Path) -> Path:
    """Stoke is succeeded on 1 April 2027."""
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    build(sample.folder, tmp_path / "split.db", TODAY)
    return tmp_path / "split.db"


BEFORE, AFTER = date(2027, 3, 31), date(2027, 4, 1)
NEW = "provisional-new-stoke"


def test_an_edition_knows_who_is_responsible_on_its_day(split: Path) -> None:
    with ContentStore(split) as store:
        old, new = store.authority(STOKE), store.authority(NEW)
        assert Edition(store, STOKE, BEFORE).responsible == Edition(store, NEW, BEFORE).responsible == (old,)
        assert Edition(store, STOKE, AFTER).responsible == Edition(store, NEW, AFTER).responsible == (new,)
        assert Edition(store, STOKE).responsible == (old,)
        assert Edition(store, "", AFTER).responsible == ()


def test_an_edition_of_an_authority_that_has_ended_says_so(split: Path) -> None:
    with ContentStore(split) as store:
        ended = Edition(store, STOKE, AFTER)
        assert store.words("en")(ended.notice) == "It ended."
        assert [service.id for service in ended.directory.former] == ["stoke-council", "stoke-advice"]
        for edition in (Edition(store, STOKE, BEFORE), Edition(store, NEW, AFTER), Edition(store, STOKE)):
            assert edition.notice is None


@pytest.mark.parametrize(
    ("code", "on", "sentence"),
    [
        (
            STOKE,
            AFTER,
            "Stoke-on-Trent is not responsible on 2027-04-01, but New Stoke (provisional-new-stoke): "
            "change the settings.",
        ),
        (
            NEW,
            BEFORE,
            "New Stoke is not responsible on 2027-03-31, but Stoke-on-Trent (E06000021): change the settings.",
        ),
        (STOKE, date(1997, 3, 31), "This machine's date is 1997-03-31, before the day of its content: set the clock."),
    ],
)
def test_the_log_says_who_is_responsible_instead(
    split: Path, code: str, on: date, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    edition = open_first([split], code, on)
    assert edition is not None
    edition.store.close()
    assert [record.getMessage() for record in caplog.records] == [sentence]
    caplog.clear()


@pytest.mark.parametrize("code", [STOKE, ""])
def test_the_log_says_nothing_of_an_authority_that_is_responsible(split: Path, code: str) -> None:
    edition = open_first([split], code, BEFORE)
    assert edition is not None
    edition.store.close()


@pytest.mark.parametrize(
    ("code", "sentence"),
    [
        ("E06000022", "No authority has the code 'E06000022'. Did you mean E06000021 (Stoke-on-Trent)?"),
        ("stoke-on-trent", "No authority has the code 'stoke-on-trent'. Did you mean E06000021 (Stoke-on-Trent)?"),
    ],
)
def test_an_authority_that_is_not_known_is_named_with_the_nearest(
    store: ContentStore, code: str, sentence: str
) -> None:
    with pytest.raises(UsageError) as caught:
        Edition(store, code)
    assert str(caught.value) == sentence


def test_the_first_database_that_opens_is_used(
    database: Path, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    edition = open_first([tmp_path / "nowhere.db", database], STOKE)
    assert edition is not None
    with edition.store as store:
        assert store.path == database
    assert "There is no content database" in caplog.text
    caplog.clear()


def test_no_database_at_all_is_none(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        assert open_first([tmp_path / "nowhere.db"], STOKE) is None
    caplog.clear()


def test_a_database_is_closed_when_the_authority_is_not_known(database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed: list[Path] = []
    really_close = ContentStore.close

    def close(store: ContentStore) -> None:
        closed.append(store.path)
        really_close(store)

    monkeypatch.setattr(ContentStore, "close", close)
    with pytest.raises(UsageError):
        open_first([database], "E06000022")
    assert closed == [database]
