"""Councils end and begin: a visitor sees whoever is responsible on the day, and is told when that has changed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from kiosk.domain.places import HelpersPlace, ServicesPlace
from tests.helpers.visitor import Visitor

SURREY = "E10000030"
WEST_SURREY = "provisional-west-surrey"
LAST_DAY = date(2027, 3, 31)
ENDED = "Surrey County Council ended on 31 March 2027."


def sendiass(visitor: Visitor) -> None:
    """Look at whoever fills the role of SENDIASS here."""
    visitor.touches("Just show me who can help")
    visitor.touches("Free, independent advice")
    visitor.touches("SENDIASS")


def test_until_its_last_day_surrey_is_surrey(visit: Callable[..., Visitor]) -> None:
    """No word about an end, and its own services."""
    visitor = visit(authority=SURREY, today=LAST_DAY)
    assert visitor.sees("Surrey · SEND")
    assert not visitor.sees(ENDED)
    sendiass(visitor)
    assert not visitor.sees(ENDED)


def test_from_the_next_day_on_the_first_screen_says_that_it_ended(
    visit: Callable[..., Visitor], caplog: pytest.LogCaptureFixture
) -> None:
    """The services that it had carry the same words, and the log says what to write in the settings."""
    visitor = visit(authority=SURREY, today=LAST_DAY + timedelta(days=1))
    assert "Surrey is not responsible on 2027-04-01" in caplog.text
    caplog.clear()
    assert visitor.sees(ENDED)
    sendiass(visitor)
    visitor.touches("SEND Advice Surrey")
    assert visitor.sees(ENDED)


def test_who_follows_shows_what_may_have_moved(visit: Callable[..., Visitor]) -> None:
    """West Surrey begins without services of its own: Surrey’s stand in, each with a warning."""
    visitor = visit(authority=WEST_SURREY, today=LAST_DAY + timedelta(days=1))
    assert visitor.sees("West Surrey · SEND")
    assert not visitor.sees(ENDED)
    sendiass(visitor)
    visitor.touches("SEND Advice Surrey")
    assert visitor.sees(ENDED)


def test_a_kiosk_that_runs_past_midnight_shows_the_new_day(visit: Callable[..., Visitor]) -> None:
    """Nobody has to start it again."""
    visitor = visit(authority=SURREY, today=LAST_DAY)
    session = visitor.session
    session._today = lambda: LAST_DAY + timedelta(days=1)
    session.startAgain()
    visitor.waits()
    assert visitor.sees(ENDED)
    assert session.edition.directory.services == tuple(s for s in session.edition.directory.services if not s.authority)
    session.turn(lambda before: before.go(HelpersPlace()).go(ServicesPlace("sendiass")))
    visitor.waits()
    assert visitor.sees("SEND Advice Surrey")
