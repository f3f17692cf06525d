"""The worker does things elsewhere, one after another, and what comes of them comes back here."""

from __future__ import annotations

import gc
import weakref
from threading import get_ident

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from kiosk.qt.worker import Worker

PATIENCE = 60_000


def test_work_is_done_elsewhere_and_its_result_comes_back_in_order(qtbot: QtBot) -> None:
    worker, here = Worker(), get_ident()
    came: list[tuple[int, bool, bool]] = []
    for number in range(5):
        worker.run(
            lambda number=number: (number, get_ident() != here),  # type: ignore[misc]
            lambda made: came.append((*made, get_ident() == here)),
        )
    qtbot.waitUntil(lambda: len(came) == 5, timeout=PATIENCE)
    assert came == [(number, True, True) for number in range(5)]
    worker.close()


def test_a_bug_is_raised_here(qtbot: QtBot) -> None:
    """Where the last resort can end the session, and not in a thread that nobody watches."""
    worker = Worker()
    with qtbot.captureExceptions() as raised:
        worker.run(lambda: 1 / 0, lambda made: None)
        qtbot.waitUntil(lambda: bool(raised), timeout=PATIENCE)
    assert raised[0][0] is ZeroDivisionError
    worker.close()


class Loop(QObject):
    """Garbage that only Python's collector finds, and that must not end on another thread."""

    def __init__(self, ends: list[int]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ends.append(get_ident()))


def test_no_garbage_is_collected_elsewhere(qtbot: QtBot) -> None:
    """A QObject that ends on another thread than its own ends the program."""
    worker, ends, done = Worker(), [], []
    for _ in range(20):
        Loop(ends)
    worker.run(lambda: [[number] for number in range(200_000)], done.append)
    qtbot.waitUntil(lambda: bool(done), timeout=PATIENCE)
    assert set(ends) <= {get_ident()}
    assert not gc.isenabled()
    [worker._garbage.look() for _ in range(3)]
    worker.close()
    assert gc.isenabled()


def test_whoever_closes_last_lets_python_collect_again(qtbot: QtBot) -> None:
    first, second = Worker(), Worker()
    first.close()
    assert not gc.isenabled()
    second.close()
    second.close()
    assert gc.isenabled()


def test_what_was_there_before_is_not_looked_through_for_garbage(qtbot: QtBot) -> None:
    """That would hold several frames each time; it is looked through again when no worker is left."""
    here = [[1]]
    first, second = Worker(), Worker()
    since = [[2]]
    looked_through = gc.get_objects()
    assert gc.get_freeze_count() > len(looked_through)
    assert not any(each is here for each in looked_through)
    assert any(each is since for each in looked_through)
    del looked_through
    first.close()
    assert gc.get_freeze_count() > 0
    second.close()
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_closed_goes_on_with_nothing(qtbot: QtBot, times: int) -> None:
    worker = Worker()
    came: list[int] = []
    for _ in range(times):
        worker.run(lambda: 1, came.append)
    worker.close()
    qtbot.wait(1)
    assert came == []
