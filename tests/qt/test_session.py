"""The session's view model: the one object that QML is given, and what it says of the session it holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from kiosk.config import Config, Display, OutOfService, Person
from kiosk.content.edition import Edition
from kiosk.domain.places import AttractPlace, DisplayPlace, FlowPlace, PersonPlace
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.domain.session import Session
from kiosk.qt.inactivity import Inactivity
from kiosk.qt.session import SessionViewModel
from tests.samples import TODAY

CONFIG = Config(
    person=Person("At the desk", "9am to 5pm", "01632 960 000"),
    out_of_service=OutOfService("01632 960 001"),
    display=Display(viewing_distance_mm=600.0),
)
FLOW = FlowPlace("challenge")


def model(edition: Edition | None, config: Config = CONFIG) -> SessionViewModel:
    """Return the view model of a session that has just begun."""
    return SessionViewModel(edition, config, lambda: TODAY, Inactivity(180, 60), 4.0)


@pytest.fixture
def session(qapp: QObject, edition: Edition) -> SessionViewModel:
    """The session of nobody, on the tiny content set."""
    return model(edition)


def test_it_begins_at_the_first_screen_with_nothing_to_undo(session: SessionViewModel) -> None:
    """Nobody is here: no Back, no Start again, no clock."""
    assert session.screen.name == "Attract"
    assert not session.canGoBack
    assert not session.started
    assert not session.inactivity.timer.isActive()


def test_it_says_where_it_stands_and_how_old_its_content_is(session: SessionViewModel) -> None:
    """The council and the content's date, as the screens show them."""
    assert session.about.council == "Stoke-on-Trent"
    assert session.about.contentDate == "date-short 23 date-month-11 2026"  # the sample's own words
    assert session.about.where == "At the desk, 9am to 5pm"
    assert (session.pixelsPerMm, session.viewingDistance) == (4.0, 600.0)


def test_a_turn_shows_the_screen_that_follows(session: SessionViewModel, qtbot: QtBot) -> None:
    """One signal, a new view model, and something to go back to."""
    before = session.screen
    with qtbot.waitSignal(session.screenChanged), qtbot.assertNotEmitted(session.preferencesChanged):
        session.turn(lambda here: here.go(FLOW))
    assert session.screen is not before
    assert session.screen.name == "Question"
    assert session.canGoBack
    assert session.started
    assert session.inactivity.timer.isActive()


def test_back_undoes_the_last_touch(session: SessionViewModel) -> None:
    """Answer by answer, to the first screen; there it does no harm."""
    session.turn(lambda here: here.go(FLOW))
    session.turn(lambda here: here.answer("who", "parent", session.edition.graph))
    session.back()
    assert session.session == Session().go(FLOW)
    for _ in range(2):
        session.back()
        assert session.session == Session()


def test_start_again_forgets_everything(session: SessionViewModel) -> None:
    """The session is a new one, how things were shown included."""
    session.turn(lambda here: here.prefer(Preferences(contrast=Contrast.DARK)).go(FLOW))
    session.startAgain()
    assert session.session == Session()
    assert not session.inactivity.timer.isActive()


def test_the_bar_leads_to_display_and_to_a_person(session: SessionViewModel) -> None:
    """Each is a place on top of where the visitor was, and is not entered twice."""
    for _ in range(2):
        session.display()
    assert session.session.trail == (AttractPlace(), DisplayPlace())
    session.person()
    assert session.session.trail == (AttractPlace(), DisplayPlace(), PersonPlace())


@pytest.mark.parametrize(("size", "scale"), [*zip(TextSize, (0.85, 1.0, 1.3, 1.6), strict=True)])
def test_text_grows_in_four_steps(session: SessionViewModel, qtbot: QtBot, size: TextSize, scale: float) -> None:
    """Normal is the size that can be read at the stated distance."""
    session.turn(lambda here: here.prefer(Preferences(contrast=Contrast.HIGH)))
    with qtbot.waitSignal(session.preferencesChanged):
        session.turn(lambda here: here.prefer(Preferences(text_size=size)))
    assert session.textScale == scale
    assert session.contrast == "standard"
    assert (session.language, session.rightToLeft) == ("en", False)


def test_the_warning_is_told_second_by_second(session: SessionViewModel, qtbot: QtBot) -> None:
    """QML hears each change; staying ends it."""
    session.turn(lambda here: here.go(FLOW))
    with qtbot.waitSignal(session.warningChanged):
        session.inactivity.timer.timeout.emit()
    assert session.secondsLeft == 60
    session.stay()
    assert session.secondsLeft == 0
    assert session.session == Session().go(FLOW)


def presses_a_key(session: SessionViewModel) -> bool:
    """Let the window see a key; return whether it was kept from going further."""
    return session.eventFilter(session, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier))


def test_whoever_touches_is_here(session: SessionViewModel) -> None:
    """A touch, a click, a key or a wheel starts the clock again, and goes on to what it was meant for."""
    session.turn(lambda here: here.go(FLOW))
    session.inactivity.timer.start(7)
    assert not presses_a_key(session)
    assert session.inactivity.timer.interval() == 180_000


def test_a_touch_at_the_first_screen_starts_no_clock(session: SessionViewModel) -> None:
    """There is nothing to forget."""
    assert not presses_a_key(session)
    assert not session.inactivity.timer.isActive()


def test_a_touch_on_the_warning_is_left_to_the_warning(session: SessionViewModel) -> None:
    """It ends when it is let go, so that nothing behind it is touched."""
    session.turn(lambda here: here.go(FLOW))
    session.inactivity.timer.timeout.emit()
    assert not presses_a_key(session)
    assert session.secondsLeft == 60


def test_other_events_are_no_sign_of_life(session: SessionViewModel) -> None:
    """A window that is painted has not been touched."""
    session.turn(lambda here: here.go(FLOW))
    session.inactivity.timer.start(7)
    session.eventFilter(session, QEvent(QEvent.Type.UpdateRequest))
    assert session.inactivity.timer.interval() == 7


def test_other_content_begins_a_new_visit(session: SessionViewModel, edition: Edition) -> None:
    """An update is shown from its first screen."""
    session.turn(lambda here: here.go(FLOW))
    session.open(edition)
    assert session.session == Session()
    assert session.screen.name == "Attract"


@pytest.fixture
def closed(qapp: QObject) -> Iterator[SessionViewModel]:
    """The session of a kiosk without content."""
    yield model(None)


def test_without_content_there_is_somebody_to_ring(closed: SessionViewModel) -> None:
    """The number for this case, else the person's; nothing is known of a council."""
    assert closed.screen.name == "OutOfService"
    assert (closed.screen.where, closed.screen.phone) == ("At the desk", "01632 960 001")
    assert (closed.about.council, closed.about.contentDate, closed.rightToLeft) == ("", "", False)
    other = model(None, replace(CONFIG, out_of_service=OutOfService()))
    assert other.screen.phone == "01632 960 000"


def test_without_content_nothing_leads_anywhere(closed: SessionViewModel) -> None:
    """No touch of the bar changes anything, and asking for the content is a bug."""
    for touch in (closed.back, closed.startAgain, closed.display, closed.person):
        touch()
        assert closed.session == Session()
        assert closed.screen.name == "OutOfService"
    with pytest.raises(LookupError, match="no content"):
        _ = closed.edition
