"""Somebody walks away: a warning that any touch ends, then everything is forgotten."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QTimer

from kiosk.domain.session import Session
from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused


def lets_time_run_out(visitor: Visitor, times: int = 1) -> None:
    """Fire the inactivity timer, as if its time had come."""
    timer: QTimer = visitor.session.inactivity.timer
    for _ in range(times):
        timer.timeout.emit()
    visitor.waits()


def test_a_warning_comes_first_and_counts_down(visitor: Visitor) -> None:
    """After the idle time the question stands there with the seconds, and the answers are still kept."""
    is_refused(visitor)
    lets_time_run_out(visitor)
    assert visitor.sees("Are you still there?")
    assert visitor.sees("60 seconds left")
    lets_time_run_out(visitor)
    assert visitor.sees("59 seconds left")
    assert visitor.session.session.responses.given


def test_any_touch_extends_and_touches_nothing_behind(visitor: Visitor) -> None:
    """A touch on the far corner ends the warning; the outcome is still there."""
    is_refused(visitor)
    lets_time_run_out(visitor)
    visitor.touches_at(QPoint(1000, 1850))
    assert not visitor.sees("Are you still there?")
    assert visitor.heading() == "You can challenge this."


def test_then_everything_is_forgotten(visitor: Visitor) -> None:
    """When the countdown ends, the session is a new one: no answers, no text size."""
    visitor.touches("Display")
    visitor.touches("Largest")
    visitor.touches("Back")
    is_refused(visitor)
    lets_time_run_out(visitor, 61)
    assert visitor.heading() == "Do you disagree with a decision?"
    assert visitor.session.session == Session()
    assert visitor.session.textScale == 1.0


def test_nobody_is_warned_at_the_attract_screen(visitor: Visitor) -> None:
    """Where there is nothing to forget, no clock runs."""
    assert not visitor.session.inactivity.timer.isActive()
    visitor.touches("Touch here to start")
    assert visitor.session.inactivity.timer.isActive()
    visitor.touches("Start again")
    assert not visitor.session.inactivity.timer.isActive()
