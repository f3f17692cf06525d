"""The releases on a kiosk and the pointer to the one that is shown: staged whole, activated, rolled back, tidied."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kiosk.content.pointer import FILE, Pointer
from kiosk.content.release import ABOUT, DATABASE, Number, Release, release_id
from kiosk.content.releases import MOST_STARTS, Releases
from tests.helpers.any_json import JSON


@pytest.fixture
def releases(tmp_path: Path) -> Releases:
    return Releases(tmp_path / "kiosk")


def stage(releases: Releases, number: int, data: bytes = b"content") -> Release:
    """Have a file wait, by a number of its own."""
    database = releases.start_work() / "fetched.db"
    database.write_bytes(data)
    return releases.stage(database, Number(1, number), date(2026, 11, number), f"{number:064x}")


def test_numbers_go_by_the_root_first() -> None:
    """A publisher who has replaced a stolen key is not held up by the numbers that its thief gave."""
    assert Number(1, 9) < Number(2, 1) < Number(2, 2)
    assert str(Number(2, 14)) == "2.14"


def test_a_release_is_staged_whole(releases: Releases) -> None:
    made = stage(releases, 5)
    assert made.id == release_id(1, f"{5:064x}") == "000001-0000000000000000"
    assert releases.every() == [made]
    assert releases.staged() == releases.newest() == made
    assert releases.active() is None
    assert made.database.read_bytes() == b"content"
    assert Release.read(made.folder) == made


def test_the_newest_waits_whatever_its_number(releases: Releases) -> None:
    """The turn counts on this kiosk: another publisher begins with numbers of its own."""
    stage(releases, 5)
    second = stage(releases, 2)
    assert second.turn == 2
    assert releases.staged() == second


def test_a_release_that_is_shown_does_not_wait(releases: Releases) -> None:
    made = stage(releases, 5)
    releases.activate(made)
    assert releases.staged() is None
    assert releases.active() == releases.newest() == made
    assert not releases.pointer.proven
    releases.prove()
    assert releases.pointer.proven
    before = (releases.folder / FILE).stat().st_mtime_ns
    releases.prove()
    assert (releases.folder / FILE).stat().st_mtime_ns == before
    releases.activate(made)
    assert releases.pointer == Pointer(made.id, "", True)


@pytest.mark.parametrize("spoil", ["cut", "gone", "about"])
def test_a_release_that_is_not_whole_is_none(releases: Releases, spoil: str) -> None:
    made = stage(releases, 5)
    if spoil == "cut":
        made.database.write_bytes(b"cont")
    else:
        (made.folder / (DATABASE if spoil == "gone" else ABOUT)).unlink()
    assert releases.every() == []
    assert releases.staged() is None


@given(
    about=JSON
    | st.fixed_dictionaries(dict.fromkeys(("turn", "number", "published", "trust", "sha256", "length"), JSON))
)
@example(
    about={"turn": 1, "number": [1, 1], "published": "2026-11-05", "trust": "", "sha256": "", "length": float("inf")}
)
@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_said_of_a_release_there_is_one_or_none(about: Any, tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"")
    (tmp_path / ABOUT).write_text(json.dumps(about))
    read = Release.read(tmp_path)
    assert read is None or read.length == 0


# The start of the program --------------------------------------------------------------------------------------------


def test_what_waits_is_shown_at_the_start(releases: Releases) -> None:
    made = stage(releases, 5)
    releases.begin()
    assert releases.pointer == Pointer(made.id, "", False, starts=1)


def test_what_is_never_seen_is_rolled_back(releases: Releases, caplog: pytest.LogCaptureFixture) -> None:
    """It may have taken the program with it each time."""
    good = stage(releases, 5)
    releases.activate(good, proven=True)
    bad = stage(releases, 6)
    for _ in range(MOST_STARTS):
        releases.begin()
        assert releases.active() == bad
    releases.begin()
    assert releases.active() == good
    assert releases.staged() is None
    assert releases.is_refused(bad.sha256)
    assert caplog.messages == [f"The release {bad.id} has never come to be seen; the one before is shown."]
    caplog.clear()
    releases.begin()
    assert releases.active() == good


# Rolling back --------------------------------------------------------------------------------------------------------


def hashed(releases: Releases, number: int) -> Release:
    """Have a file wait by its real hash."""
    data = f"content {number}".encode()
    database = releases.start_work() / "fetched.db"
    database.write_bytes(data)
    return releases.stage(database, Number(1, number), date(2026, 11, number), sha256(data).hexdigest())


def test_what_will_not_open_is_refused_for_good(releases: Releases) -> None:
    good, bad = hashed(releases, 5), hashed(releases, 6)
    releases.activate(good, proven=True)
    releases.activate(bad)
    releases.roll_back()
    assert releases.active() == good
    assert releases.is_refused(bad.sha256)
    assert not releases.is_refused(good.sha256)


@pytest.mark.parametrize("proven", [True, False])
def test_what_was_damaged_here_may_be_fetched_again(releases: Releases, proven: bool) -> None:
    """It opened once, or would have: the disk has spoilt it, not the publisher."""
    bad = hashed(releases, 6)
    releases.activate(bad, proven)
    bad.database.write_bytes(b"damaged 6")
    releases.roll_back()
    assert releases.active() is None
    assert not releases.is_refused(bad.sha256)
    assert not bad.folder.exists()


def test_what_waits_and_will_not_open_is_refused(releases: Releases) -> None:
    bad = hashed(releases, 6)
    releases.refuse(bad)
    assert releases.staged() is None
    assert releases.is_refused(bad.sha256)
    assert bad.folder.exists()


@pytest.mark.parametrize("gone", [True, False])
def test_what_waits_and_was_damaged_here_may_be_fetched_again(releases: Releases, gone: bool) -> None:
    bad = hashed(releases, 6)
    if gone:
        bad.database.unlink()
    else:
        bad.database.write_bytes(b"damaged 6")
    releases.refuse(bad)
    assert not bad.folder.exists()
    assert not releases.is_refused(bad.sha256)


def test_where_nothing_was_fetched_there_is_nothing_to_roll_back(releases: Releases) -> None:
    releases.roll_back()
    assert releases.pointer == Pointer()


# Tidying -------------------------------------------------------------------------------------------------------------


def test_the_active_one_the_last_good_one_and_the_one_that_waits_are_kept(releases: Releases) -> None:
    made = [stage(releases, number) for number in range(1, 6)]
    releases.activate(made[1], proven=True)
    releases.activate(made[2], proven=True)
    (releases.folder / "releases" / "half").mkdir()
    releases.tidy()
    assert releases.every() == [made[1], made[2], made[4]]
    assert not releases.work.exists()


WINDOW: dict[str, Callable[[Releases, Release], object]] = {
    "begin": lambda releases, waiting: releases.begin(),
    "activate": lambda releases, waiting: releases.activate(waiting, proven=True),
    "prove": lambda releases, waiting: releases.prove(),
    "refuse": lambda releases, waiting: releases.refuse(waiting),
    "roll back": lambda releases, waiting: releases.roll_back(),
}
"""All that a window does to releases. It does not hold the lock of updates."""


@pytest.mark.parametrize("act", WINDOW.values(), ids=WINDOW)
def test_a_window_tidies_nothing_away_from_an_update_beside_it(
    releases: Releases, act: Callable[[Releases, Release], object]
) -> None:
    """What is being fetched stays, and so does a release that has its name and is not yet shown."""
    made = [hashed(releases, number) for number in range(1, 4)]
    releases.activate(made[1])
    half = releases.start_work() / "half"
    half.write_bytes(b"half")
    act(releases, made[2])
    assert half.read_bytes() == b"half"
    assert made[0] in releases.every()
    assert made[2] in releases.every()


def test_where_nothing_was_fetched_there_is_nothing_to_tidy(releases: Releases) -> None:
    releases.tidy()
    assert releases.every() == []


def test_nothing_is_tidied_away_while_nobody_knows_which_is_shown(
    releases: Releases, caplog: pytest.LogCaptureFixture
) -> None:
    made = [stage(releases, number) for number in range(1, 4)]
    (releases.folder / FILE).write_bytes(b"damaged")
    releases.tidy()
    assert releases.every() == made
    caplog.clear()


def test_a_pointer_that_cannot_be_read_leads_to_the_program(
    releases: Releases, caplog: pytest.LogCaptureFixture
) -> None:
    (releases.folder / FILE).mkdir(parents=True)
    assert releases.pointer == Pointer()
    assert "Content is taken from the program." in caplog.text
    caplog.clear()
