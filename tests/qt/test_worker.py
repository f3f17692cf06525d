"""The worker does things elsewhere, one after another, and what comes of them comes back here."""

from __future__ import annotations

from threading import get_ident

import pytest
from pytestqt.qtbot import QtBot

from kiosk.qt.worker import Worker


def test_work_is_done_elsewhere_and_its_result_comes_back_in_order(qtbot: QtBot) -> None:
    worker, here = Worker(), get_ident()
    came: list[tuple[int, bool, bool]] = []
    for number in range(5):
        worker.run(
            lambda number=number: (number, get_ident() != here),  # type: ignore[misc]
            lambda made: came.append((*made, get_ident() == here)),
        )
    qtbot.waitUntil(lambda: len(came) == 5)
    assert came == [(number, True, True) for number in range(5)]
    worker.close()


def test_a_bug_is_raised_here(qtbot: QtBot) -> None:
    """Where the last resort can end the session, and not in a thread that nobody watches."""
    worker = Worker()
    with qtbot.captureExceptions() as raised:
        worker.run(lambda: 1 / 0, lambda made: None)
        qtbot.waitUntil(lambda: bool(raised))
    assert raised[0][0] is ZeroDivisionError
    worker.close()


@pytest.mark.parametrize("times", [1, 3])
def test_what_is_closed_goes_on_with_nothing(qtbot: QtBot, times: int) -> None:
    worker = Worker()
    came: list[int] = []
    for _ in range(times):
        worker.run(lambda: 1, came.append)
    worker.close()
    qtbot.wait(1)
    assert came == []
