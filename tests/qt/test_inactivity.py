"""Inactivity: idle, a warning that counts down, and then nobody is here any more."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QTimer

from kiosk.qt.inactivity import Inactivity

IDLE, WARNING = 180, 60


class Clock:
    """Inactivity whose timer runs out when it is told to, and what it said until then."""

    def __init__(self) -> None:
        self.timer = QTimer()
        self.inactivity = Inactivity(IDLE, WARNING, self.timer)
        self.warned: list[int] = []
        self.expired = 0
        self.inactivity.warned.connect(self.warned.append)
        self.inactivity.expired.connect(self._count)

    def _count(self) -> None:
        self.expired += 1

    def runs_out(self, times: int = 1) -> None:
        """Let the time that was set run out."""
        for _ in range(times):
            assert self.timer.isActive()
            self.timer.stop()
            self.timer.timeout.emit()


@pytest.fixture
def clock(qapp: QObject) -> Clock:
    """A clock that nobody has touched."""
    return Clock()


def test_nothing_runs_before_the_first_touch(clock: Clock) -> None:
    """Where nobody is, nobody is waited for."""
    assert not clock.timer.isActive()
    assert clock.inactivity.seconds_left == 0


def test_a_touch_starts_the_idle_time(clock: Clock) -> None:
    """Three minutes are given, once, and no warning."""
    clock.inactivity.touched()
    assert clock.timer.interval() == IDLE * 1000
    assert clock.timer.isSingleShot()
    assert clock.warned == []


def test_a_touch_gives_the_whole_idle_time_again(clock: Clock) -> None:
    """Whoever goes on touching is never warned."""
    clock.inactivity.touched()
    clock.timer.start(5)
    clock.inactivity.touched()
    assert clock.timer.remainingTime() > (IDLE - 1) * 1000


def test_after_the_idle_time_a_warning_counts_down_second_by_second(clock: Clock) -> None:
    """It says 60, then 59, each a second later."""
    clock.inactivity.touched()
    clock.runs_out(3)
    assert clock.warned == [60, 59, 58]
    assert clock.timer.interval() == 1000
    assert clock.inactivity.seconds_left == 58


def test_a_touch_ends_the_warning(clock: Clock) -> None:
    """The idle time begins anew, and nothing is forgotten."""
    clock.inactivity.touched()
    clock.runs_out(2)
    clock.inactivity.touched()
    assert clock.warned == [60, 59, 0]
    assert clock.timer.interval() == IDLE * 1000
    assert clock.expired == 0


def test_when_the_warning_has_run_out_it_has_expired_once(clock: Clock) -> None:
    """After 60 seconds, neither before nor twice; then no clock runs."""
    clock.inactivity.touched()
    clock.runs_out(WARNING)
    assert clock.expired == 0
    assert clock.inactivity.seconds_left == 1
    clock.runs_out()
    assert clock.expired == 1
    assert clock.warned == [*range(WARNING, -1, -1)]
    assert not clock.timer.isActive()


def test_stopped_it_neither_warns_nor_expires(clock: Clock) -> None:
    """When the visit ended otherwise, a warning is over and no clock runs."""
    clock.inactivity.touched()
    clock.runs_out(2)
    clock.inactivity.stop()
    assert clock.warned[-1] == 0
    assert not clock.timer.isActive()
    assert clock.expired == 0
