"""The store: what was written is read back, and damage is one expected error."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.build import build
from kiosk.content.database import APPLICATION_ID, SCHEMA_VERSION
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError, ContentTooNewError
from tests.content.test_translations import WELSH, catalogue
from tests.samples import SPLIT, STOKE_FROM, TODAY, Sample


@pytest.fixture
def database(sample: Sample, tmp_path: Path) -> Path:
    """The tiny content set, built, with a translation."""
    sample.add(WELSH, str(catalogue(sample)))
    build(sample.folder, tmp_path / "content.db", TODAY)
    return tmp_path / "content.db"


@pytest.fixture
def store(database: Path) -> Iterator[ContentStore]:
    with ContentStore(database) as opened:
        yield opened


@pytest.fixture(scope="session")
def intact(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in order, that is never opened."""
    folder = tmp_path_factory.mktemp("intact")
    build(Sample(folder / "data").write().folder, folder / "content.db", TODAY)
    return folder / "content.db"


def everything(store: ContentStore) -> None:
    """Read all there is."""
    assert (store.title, store.published, store.first_flow, store.languages()) is not None
    store.graph(), store.outcomes(), store.rule_groups(), store.rules(), store.working_calendar(), store.authorities()
    for text in ("content.title", "phrase.month-1"):
        store.words("en").lookup(text)
    for authority in ("", "E06000021"):
        for service in store.directory(authority).services:
            store.sources(service.fact.sources)
    store.verify()


def test_what_was_read_is_what_is_stored(sample: Sample, store: ContentStore) -> None:
    content = sample.content()
    assert (store.title, store.published, store.first_flow) == (content.title, content.published, content.first_flow)
    assert store.graph() == content.graph
    assert store.outcomes() == tuple(content.outcomes.values())
    assert store.outcome("appeal") == content.outcomes["appeal"]
    assert store.rules() == content.rules
    assert store.rule_groups() == content.rule_groups
    assert store.working_calendar().bank_holidays == content.bank_holidays
    assert store.authorities() == tuple(content.authorities.values())
    assert store.languages() == content.languages
    assert store.terms() == content.terms
    assert store.sources(content.sources) == tuple(content.sources.values())


def test_order_is_kept(sample: Sample, store: ContentStore) -> None:
    content = sample.content()
    assert list(store.graph().questions) == list(content.graph.questions)
    assert list(store.rules()) == list(content.rules)
    assert list(store.directory().roles) == list(content.roles)


def test_a_directory_has_the_services_of_one_authority_and_the_national_ones(
    sample: Sample, store: ContentStore
) -> None:
    content = sample.content()
    national = tuple(service for service in content.services if not service.authority)
    own = tuple(service for service in content.services if service.authority == "E06000021")
    assert store.directory("E06000021").services == own + national
    assert store.directory("E06000003").services == national
    assert store.directory().services == national
    assert store.directory().groups == content.groups
    assert store.directory().roles == content.roles


def test_a_service_is_there_on_its_days_alone(sample: Sample, tmp_path: Path) -> None:
    """Both days are its own; the national ones have days too."""
    days = "effective_from = 2026-11-01\neffective_to = 2027-04-01\n"
    sample.change("authorities/E06000021.toml", "reviewed_on = 2026-10-01\n", f"reviewed_on = 2026-10-01\n{days}")
    build(sample.folder, tmp_path / "days.db", TODAY)
    with ContentStore(tmp_path / "days.db") as store:
        shown = {
            day: store.directory("E06000021", day).service("stoke-advice") is not None
            for day in (date(2026, 10, 31), date(2026, 11, 1), date(2027, 4, 1), date(2027, 4, 2))
        }
        assert list(shown.values()) == [False, True, True, False]
        assert store.directory("E06000021").service("stoke-advice") is not None


@pytest.fixture
def after_split(sample: Sample, tmp_path: Path) -> Iterator[ContentStore]:
    """Stoke is succeeded on 1 April 2027."""
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    build(sample.folder, tmp_path / "split.db", TODAY)
    with ContentStore(tmp_path / "split.db") as opened:
        yield opened


BEFORE, AFTER = date(2027, 3, 31), date(2027, 4, 1)
NEW = "provisional-new-stoke"


def test_an_authority_that_succeeds_another_is_read_back(sample: Sample, after_split: ContentStore) -> None:
    authorities = sample.content().authorities
    assert after_split.authorities() == tuple(authorities.values())
    assert after_split.authority(NEW) == authorities[NEW]
    assert (authorities[NEW].succeeds, authorities[NEW].provisional) == ("E06000021", True)


@pytest.mark.parametrize("code", ["E06000021", NEW])
def test_until_its_last_day_an_authoritys_services_are_the_ones_here(code: str, after_split: ContentStore) -> None:
    directory = after_split.directory(code, BEFORE)
    assert directory.services == after_split.directory("E06000021").services
    assert directory.former == ()


@pytest.mark.parametrize(("code", "on"), [("E06000021", AFTER), (NEW, AFTER), (NEW, None)])
def test_after_its_last_day_they_are_former_ones_and_say_so(
    code: str, on: date | None, after_split: ContentStore
) -> None:
    directory = after_split.directory(code, on)
    assert directory.services == after_split.directory().services
    assert [service.id for service in directory.former] == ["stoke-council", "stoke-advice"]
    assert {after_split.words("en")(service.alert) for service in directory.former} == {"It ended."}
    filled = directory.filling("local-advice")
    assert filled.instead
    assert [service.id for service in filled.services] == ["stoke-advice", "helpline"]


@pytest.mark.parametrize("on", [BEFORE, AFTER])
def test_nothing_changes_for_other_authorities(on: date, after_split: ContentStore) -> None:
    for code in ("E06000003", ""):
        assert after_split.directory(code, on) == after_split.directory(code)


def test_an_authority_is_found_by_its_code(sample: Sample, store: ContentStore) -> None:
    assert store.authority("E06000021") == sample.content().authorities["E06000021"]
    assert store.authority("E00000000") is None


def test_every_word_is_read_back(sample: Sample, store: ContentStore) -> None:
    for language, words in sample.content().words.items():
        assert {words_id: store.words(language).lookup(words_id) for words_id in words} == words


def test_words_are_said_to_an_audience(sample: Sample, store: ContentStore) -> None:
    text = store.graph().questions["decision"].text
    assert store.words("en").for_audience("parent")(text) == "What about your child?"
    assert store.words("en").for_audience("helper")(text) == "What was decided?"


def test_words_of_a_language_that_is_not_there_are_english(store: ContentStore) -> None:
    assert store.words("fr")(store.title) == "Disagreeing"
    assert store.words("fr") is store.words("fr")


def test_words_are_looked_up_once(store: ContentStore) -> None:
    words = store.words("cy")
    assert words(store.title) == "Disagreeing (cy)"
    store.close()
    assert words.lookup("content.title") == "Disagreeing (cy)"


@pytest.mark.parametrize(
    "ask",
    [
        lambda store: store.outcome("nothing"),
        lambda store: store.sources(["L9"]),
        lambda store: store.words("en").lookup("nothing"),
    ],
)
def test_what_is_not_stored_is_an_expected_error(store: ContentStore, ask: Callable[[ContentStore], object]) -> None:
    with pytest.raises(ContentError, match="is damaged"):
        ask(store)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no content database"):
        ContentStore(tmp_path / "content.db")


def test_a_folder_is_no_database(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="There is no content database"):
        ContentStore(tmp_path)


def test_a_name_that_is_too_long_is_one_sentence(database: Path) -> None:
    deep = database.parent.joinpath(*["x" * 200] * 3)
    deep.mkdir(parents=True)
    with pytest.raises(ContentError, match="cannot be opened"):
        ContentStore(database.rename(deep / "content.db"))


@pytest.mark.parametrize("data", [b"", b"SQLite format 3\0", b"nothing like a database" * 300])
def test_what_is_no_database_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "content.db").write_bytes(data)
    with pytest.raises(ContentError):
        ContentStore(tmp_path / "content.db")


def test_a_database_of_somebody_else_is_refused(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "content.db")) as other:
        other.execute("CREATE TABLE other (id)")
    with pytest.raises(ContentError, match="is not a content database"):
        ContentStore(tmp_path / "content.db")


def _with_version(database: Path, version: int) -> Path:
    with closing(sqlite3.connect(database)) as changed:
        changed.execute(f"PRAGMA user_version = {version}")
    return database


def test_a_newer_format_says_that_the_program_is_old(database: Path) -> None:
    with pytest.raises(ContentTooNewError, match="Update the program"):
        ContentStore(_with_version(database, SCHEMA_VERSION + 1))


def test_an_older_format_has_to_be_built_again(database: Path) -> None:
    with pytest.raises(ContentError, match="Build it again"):
        ContentStore(_with_version(database, SCHEMA_VERSION - 1))


def test_a_database_is_marked_as_ours(intact: Path) -> None:
    assert intact.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big") == b"SEND"


def test_opening_changes_nothing(database: Path) -> None:
    before = database.read_bytes()
    with ContentStore(database) as store:
        everything(store)
    assert database.read_bytes() == before
    assert [path.name for path in database.parent.iterdir() if path.name.startswith("content")] == ["content.db"]


def test_names_that_mean_something_in_an_address_are_opened(database: Path) -> None:
    odd = database.rename(database.with_name("a b?c#d%20é.db"))
    with ContentStore(odd) as store:
        everything(store)


def test_a_reference_that_leads_nowhere_does_not_verify(database: Path) -> None:
    with closing(sqlite3.connect(database)) as changed, changed:
        changed.execute("DELETE FROM text WHERE id = 'content.title'")
    with ContentStore(database) as store, pytest.raises(ContentError, match="content refers to what is not there"):
        store.verify()


def test_a_word_that_is_none_of_ours_is_damage(database: Path) -> None:
    with closing(sqlite3.connect(database)) as changed, changed:
        changed.execute("UPDATE rule_version SET reading = replace(reading, 'latest', 'perhaps')")
    with ContentStore(database) as store, pytest.raises(ContentError, match="perhaps"):
        store.rules()


def _read(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.mktemp("damaged") / "content.db"
    path.write_bytes(data)
    with ContentStore(path) as store:
        everything(store)


@settings(deadline=None)
@given(cut=st.floats(0, 1, exclude_max=True))
def test_a_file_cut_short_is_an_expected_error(
    tmp_path_factory: pytest.TempPathFactory, intact: Path, cut: float
) -> None:
    whole = intact.read_bytes()
    with pytest.raises(ContentError):
        _read(tmp_path_factory, whole[: int(cut * len(whole))])


@settings(deadline=None)
@given(flips=st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(1, 255)), min_size=1, max_size=50))
def test_bits_that_flipped_raise_nothing_else(
    tmp_path_factory: pytest.TempPathFactory, intact: Path, flips: list[tuple[float, int]]
) -> None:
    data = bytearray(intact.read_bytes())
    for at, bits in flips:
        data[int(at * len(data))] ^= bits
    try:
        _read(tmp_path_factory, bytes(data))
    except ContentError as error:
        assert str(error)


@settings(deadline=None)
@given(data=st.binary(max_size=300))
def test_random_bytes_are_an_expected_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    with pytest.raises(ContentError):
        _read(tmp_path_factory, data)
