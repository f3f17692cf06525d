"""One publisher at a time, on whatever disk; an owner who is gone does not keep others out."""

from __future__ import annotations

import getpass
import json
import os
import platform
import threading
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from filelock import FileLock

from kiosk.central.lock import LOCK, OWNER, Owner, locked
from kiosk.disk import Disk
from kiosk.errors import CentralError

NOW = datetime.now(UTC)


def held(folder: Path, patience: float = 0.0, now: datetime = NOW) -> bool:
    """Say whether the lock was to be had; it is given back."""
    try:
        with locked(folder, Disk(), now, patience):
            return True
    except CentralError:
        return False


def elsewhere(folder: Path, machine: str = "another-machine", minutes: int = 0) -> None:
    """Leave the mark of a publisher on another machine."""
    (folder / OWNER).write_text(json.dumps({"who": "ben", "machine": machine, "process": 7}))
    then = (NOW - timedelta(minutes=minutes)).timestamp()
    os.utime(folder / OWNER, (then, then))


def test_nobody_else_publishes_meanwhile(tmp_path: Path) -> None:
    with locked(tmp_path, Disk(), NOW):
        assert not held(tmp_path)
        assert json.loads((tmp_path / OWNER).read_bytes())["process"] == os.getpid()
    assert held(tmp_path)
    assert not (tmp_path / OWNER).exists()
    assert {path.name for path in tmp_path.iterdir()} <= {LOCK}


def test_who_is_publishing_is_named(tmp_path: Path) -> None:
    elsewhere(tmp_path, minutes=3)
    with (
        pytest.raises(CentralError, match=r"ben on another-machine has been publishing into .* for 3 min\. Try again"),
        locked(tmp_path, Disk(), NOW, 0),
    ):
        pass
    assert (tmp_path / OWNER).exists()


def test_somebody_who_has_just_begun_is_nameless(tmp_path: Path) -> None:
    with (
        FileLock(tmp_path / LOCK),
        pytest.raises(CentralError, match=r"somebody on another machine .* less than a minute"),
    ):
        held_at_once(tmp_path)


def held_at_once(folder: Path) -> None:
    with locked(folder, Disk(), NOW, 0):
        pass


def test_an_owner_on_this_machine_is_gone_when_the_lock_of_the_system_is_free(tmp_path: Path) -> None:
    elsewhere(tmp_path, platform.node())
    assert held(tmp_path)


def test_an_owner_on_another_machine_is_gone_after_ten_minutes(tmp_path: Path) -> None:
    elsewhere(tmp_path, minutes=9)
    assert not held(tmp_path)
    elsewhere(tmp_path, minutes=10)
    assert held(tmp_path)


def test_a_mark_that_makes_no_sense_is_gone_after_ten_minutes_too(tmp_path: Path) -> None:
    (tmp_path / OWNER).write_text("{}")
    assert not held(tmp_path)
    assert held(tmp_path, now=datetime.now(UTC) + timedelta(minutes=11))


def test_whoever_waits_is_next(tmp_path: Path) -> None:
    with ExitStack() as opened:
        opened.enter_context(locked(tmp_path, Disk(), NOW))
        order: list[str] = []
        waiting = threading.Thread(target=lambda: (held(tmp_path, 30), order.append("second")))
        waiting.start()
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_where_the_system_has_no_locks_the_mark_is_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_: object) -> None:
        raise OSError("no locks available")

    monkeypatch.setattr(FileLock, "acquire", unknown)
    with locked(tmp_path, Disk(), NOW):
        assert not held(tmp_path)
        elsewhere(tmp_path)
        waiting = threading.Timer(0, (tmp_path / OWNER).unlink)
        waiting.start()
        assert held(tmp_path, 30)
        waiting.join()
    elsewhere(tmp_path, platform.node())
    assert not held(tmp_path)


def test_the_mark_of_who_took_over_stays(tmp_path: Path) -> None:
    """Somebody slept for ten minutes over a passphrase."""
    with locked(tmp_path, Disk(), NOW):
        elsewhere(tmp_path)
    assert json.loads((tmp_path / OWNER).read_bytes())["who"] == "ben"


def test_a_mark_that_goes_while_it_is_looked_at_is_no_hindrance(tmp_path: Path) -> None:
    class Hurried(Disk):
        def rename_new(self, source: Path, target: Path) -> None:
            if target.exists():
                target.unlink()
                raise FileExistsError
            super().rename_new(source, target)

    elsewhere(tmp_path)
    with locked(tmp_path, Hurried(), NOW, 5):
        assert json.loads((tmp_path / OWNER).read_bytes())["process"] == os.getpid()


def test_an_account_without_a_name_is_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    def nameless() -> str:
        raise OSError("no name")

    monkeypatch.setattr(getpass, "getuser", nameless)
    assert Owner.here().who == "somebody"
