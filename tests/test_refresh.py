"""A refresh: new content is taken once it is proved, and everything else leaves what is there as it is.

What it withstands stands in `tests/updates/`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.config import Config, Kiosk, Updates
from kiosk.content.recheck import check_database
from kiosk.content.store import ContentStore
from kiosk.errors import ConfigError, UpdateError
from kiosk.refresh import Refresh, Refreshed, Result, refresh_for
from tests.helpers.central import NOW, Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.refusals import refused

FIRST, SECOND = date(2026, 11, 25), date(2026, 11, 26)


@pytest.fixture
def central(tmp_path: Path) -> Central:
    central = Central(tmp_path / "central")
    central.publish(content_of(FIRST), FIRST.isoformat())
    return central


@pytest.fixture
def machine(central: Central, tmp_path: Path) -> Machine:
    return Machine(tmp_path / "kiosk", central.root)


def test_new_content_is_fetched_and_waits(central: Central, machine: Machine) -> None:
    refreshed = machine.refresh(central.folder)
    assert refreshed == Refreshed(Result.NEW, FIRST)
    assert machine.shows() == BUNDLED
    staged = machine.releases.staged()
    assert staged is not None
    with ContentStore(staged.database) as store:
        assert store.published == FIRST
    assert machine.starts() == FIRST


def test_what_waits_is_not_fetched_again(central: Central, machine: Machine) -> None:
    machine.refresh(central.folder)
    assert machine.refresh(central.folder) == Refreshed(Result.SAME, FIRST)
    assert len(machine.releases.every()) == 1


def test_what_waits_gives_way_to_what_is_newer(central: Central, machine: Machine) -> None:
    machine.refresh(central.folder)
    central.publish(content_of(SECOND), SECOND.isoformat())
    assert machine.refresh(central.folder).result is Result.NEW
    assert [each.published for each in machine.releases.every()] == [SECOND]
    assert machine.starts() == SECOND


def test_it_says_what_came_of_it() -> None:
    assert str(Refreshed(Result.NEW, FIRST)) == (
        "The content of 25 November 2026 is here and was checked. It is shown as soon as nobody is at the screen."
    )
    same = "There is nothing new: the content of 1 December 2026 is the newest."
    assert str(Refreshed(Result.SAME, date(2026, 12, 1))) == same
    assert str(Refreshed(Result.SAME, date(2026, 12, 1), "A stick is damaged.")) == f"{same} A stick is damaged."


def test_a_program_without_content_takes_any(central: Central, machine: Machine) -> None:
    """As a program that was built without content does; the days before 1 BC are no obstacle."""
    machine.bundled.unlink()
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.releases.newest().published == FIRST


def test_content_that_does_not_know_this_council_is_not_taken(central: Central, machine: Machine) -> None:
    refresh = Refresh(machine.releases, central.root, machine.bundled, "E09000001", lambda: NOW)
    with pytest.raises(UpdateError) as caught:
        refresh.run(str(central.folder))
    assert str(caught.value) == (
        f"The content of {central.folder} is signed, but not right: authority E09000001: The settings name "
        "this authority, and the content does not know it: correct whichever is wrong."
    )
    assert machine.releases.staged() is None


def test_content_with_several_faults_names_the_first(central: Central, machine: Machine, tmp_path: Path) -> None:
    """Somebody signed what no checker of ours has let pass."""
    faulty = tmp_path / "faulty.db"
    faulty.write_bytes(content_of(SECOND))
    with closing(sqlite3.connect(faulty)) as database, database:
        database.execute("UPDATE phone SET number = '12'")
    first, *more = check_database(faulty, NOW.date()).problems
    central.publish(faulty.read_bytes(), SECOND.isoformat())
    said = f"{first.place}: {first.message} And {len(more)} more."
    assert refused(machine, central.folder) == f"The content of {central.folder} is signed, but not right: {said}"
    assert "“12” is not a phone number" in first.message
    assert more
    central.publish(content_of(SECOND), SECOND.isoformat())
    assert machine.refresh(central.folder).result is Result.NEW


# What the settings say -----------------------------------------------------------------------------------------------


def test_the_settings_say_where_and_whom_to_trust(central: Central, tmp_path: Path) -> None:
    root = tmp_path / "root.json"
    root.write_bytes(central.root)
    updates = Updates(root=str(root), releases=str(tmp_path / "kept"))
    refresh = refresh_for(Config(kiosk=Kiosk("E06000021"), updates=updates))
    assert refresh.root == central.root
    assert refresh.releases.folder == tmp_path / "kept"
    assert refresh.authority == "E06000021"
    assert refresh.bundled == paths.content_database()
    assert abs(refresh.clock() - datetime.now(UTC)).total_seconds() < 60


def test_without_settings_releases_are_kept_for_the_user(
    central: Central, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    root = tmp_path / "root.json"
    root.write_bytes(central.root)
    monkeypatch.setattr(paths, "TRUSTED_ROOT", root)
    refresh = refresh_for(Config())
    assert refresh.releases.folder == tmp_path / "send-kiosk"
    assert refresh.root == central.root


@pytest.mark.parametrize("what", ["timestamp", "targets", "nothing", "half", "unsigned"])
def test_what_is_no_root_is_named_by_its_file(what: str, central: Central, tmp_path: Path) -> None:
    """Another file of the central folder that somebody took for it; one that was cut short; one that was changed."""
    path = tmp_path / "somebody's.json"
    given = {
        "nothing": b"",
        "half": central.root[: len(central.root) // 2],
        "unsigned": central.root.replace(b'"version":1', b'"version":2').replace(b'"version": 1', b'"version": 2'),
    }
    path.write_bytes(given[what] if what in given else central.path(central.name(what)).read_bytes())
    with pytest.raises(ConfigError) as caught:
        refresh_for(replace(Config(), updates=Updates(root=str(path))))
    assert str(caught.value).startswith(f"{path}: this is no trusted root, or it is damaged (")
    assert str(caught.value).endswith("). Ask the publisher for root.json.")


@pytest.mark.parametrize(
    ("put", "why"), [(Path.mkdir, "Is a directory"), (lambda path: None, "No such file or directory")]
)
def test_without_a_root_nobody_is_trusted(put: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    root = tmp_path / "root.json"
    put(root)
    with pytest.raises(ConfigError) as caught:
        refresh_for(replace(Config(), updates=Updates(root=str(root))))
    assert str(caught.value) == (
        f"{root}: the trusted root cannot be read: {why}. Ask the publisher for root.json and write "
        '[updates] root = "root.json" in the settings.'
    )
