"""The log and the last resort: what Qt says is logged, and a bug ends the visit, not the kiosk."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import qCritical, qDebug, qInfo, qInstallMessageHandler, qWarning
from PySide6.QtGui import QGuiApplication

from kiosk.app import Start, opened
from kiosk.config import Config, Kiosk
from kiosk.domain.places import ServicePlace
from kiosk.domain.session import Session
from kiosk.domain.text import Text
from kiosk.qt import log as kiosk_log
from kiosk.qt.log import LastResort, qt_messages_to_log
from tests.conftest import PIXELS_PER_MM, PORTRAIT, TODAY
from tests.helpers.visitor import Visitor
from tests.qt.conftest import STOKE


def logged(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    """Return what was logged, by level, and clear it: it was expected."""
    lines = [(record.levelname, record.getMessage()) for record in caplog.records]
    caplog.clear()
    return lines


@pytest.fixture
def listening() -> Iterator[None]:
    """Qt's messages go to the log, and afterwards where they went before."""
    before = qInstallMessageHandler(None)
    qt_messages_to_log()
    yield
    qInstallMessageHandler(before)


@pytest.fixture
def hook() -> Iterator[None]:
    """Whatever catches what nobody caught is put back afterwards."""
    before = sys.excepthook
    yield
    sys.excepthook = before


def test_each_kind_of_message_has_its_level(listening: None, caplog: pytest.LogCaptureFixture) -> None:
    """What Qt calls critical is an error of ours; the rest bear the same names."""
    caplog.set_level(logging.DEBUG, "qt")
    for say in (qDebug, qInfo, qWarning, qCritical):
        say("A message with 100 % in it")
    levels = [level for level, _ in logged(caplog)]
    assert levels == ["DEBUG", "INFO", "WARNING", "ERROR"]


def test_a_message_is_logged_word_for_word(listening: None, caplog: pytest.LogCaptureFixture) -> None:
    """A per cent sign is no place to fill."""
    qWarning("100 %s of nothing")
    assert logged(caplog) == [("WARNING", "100 %s of nothing")]


@dataclass
class Watched:
    """A last resort, and what it did."""

    did: list[str] = field(default_factory=list)

    def happens(self, times: int = 1) -> None:
        """Let a bug happen."""
        for _ in range(times):
            self.resort(ValueError, ValueError("a bug"), None)

    def __post_init__(self) -> None:
        self.resort = LastResort(lambda: self.did.append("forget"), lambda: self.did.append("give up"))


def test_a_bug_is_logged_with_its_traceback_and_the_session_forgotten(caplog: pytest.LogCaptureFixture) -> None:
    """Who mends it finds where it happened; the visitor finds the first screen."""
    watched = Watched()
    try:
        raise ValueError("a bug")
    except ValueError as error:
        watched.resort(ValueError, error, error.__traceback__)
    assert watched.did == ["forget"]
    assert "test_log.py" in caplog.text
    assert logged(caplog) == [("CRITICAL", "A bug: the session is forgotten.")]


def test_the_third_bug_in_a_minute_is_too_many(caplog: pytest.LogCaptureFixture) -> None:
    """Twice the visit begins again; then the program gives up, to be started again by whoever watches it."""
    watched = Watched()
    watched.happens(3)
    assert watched.did == ["forget", "forget", "give up"]
    caplog.clear()


def test_bugs_that_are_far_apart_are_forgiven(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Never three within a minute: the kiosk goes on, each time from the first screen."""
    watched = Watched()
    seconds = iter([0.0, 59.0, 60.0, 119.0])
    monkeypatch.setattr(kiosk_log, "monotonic", lambda: next(seconds))
    watched.happens(4)
    assert watched.did == ["forget"] * 4
    caplog.clear()


@dataclass(frozen=True)
class Troubled(Start):
    """A start on a day that cannot be told while there is trouble left: a bug in making any screen."""

    trouble: list[Exception] = field(default_factory=list)

    def today(self) -> date:
        """Return the day, or raise the next trouble."""
        if self.trouble:
            raise self.trouble.pop()
        return TODAY


@pytest.fixture
def troubled(tiny: Path, qapp: QGuiApplication, hook: None) -> Iterator[tuple[Visitor, list[Exception], list[str]]]:
    """Somebody before a kiosk in which bugs can be put, and what became of it."""
    trouble: list[Exception] = []
    ended: list[str] = []
    start = Troubled(Config(kiosk=Kiosk(STOKE)), tiny, windowed=True, trouble=trouble)
    with opened(start, PIXELS_PER_MM) as (session, window):
        LastResort(session.startAgain, lambda: ended.append("given up")).install()
        yield Visitor(session, window.window, PORTRAIT), trouble, ended


Troubles = tuple[Visitor, list[Exception], list[str]]


@pytest.mark.qt_log_ignore("Error: a bug")
def test_a_bug_at_a_touch_ends_the_visit_and_the_kiosk_goes_on(
    troubled: Troubles, caplog: pytest.LogCaptureFixture
) -> None:
    """The visitor is back at the first screen, with nothing kept, and can begin again."""
    visitor, trouble, ended = troubled
    visitor.touches("Touch here to start")
    visitor.touches("I am a parent")
    trouble.append(RuntimeError("a bug"))
    visitor.touches("They refuse")
    assert visitor.heading() == "Do you disagree with a decision?"
    assert visitor.session.session == Session()
    assert [level for level, _ in logged(caplog)] == ["CRITICAL"]
    visitor.touches("Touch here to start")
    assert visitor.heading() == "Who is asking?"
    assert not ended


@pytest.mark.qt_log_ignore("Error: a bug")
def test_the_third_touch_that_meets_a_bug_ends_the_program(
    troubled: Troubles, caplog: pytest.LogCaptureFixture
) -> None:
    """A kiosk that cannot go on says so to whoever started it."""
    visitor, trouble, ended = troubled
    for _ in range(3):
        assert not ended
        trouble.append(RuntimeError("a bug"))
        visitor.touches("Touch here to start")
    assert ended == ["given up"]
    caplog.clear()


@pytest.mark.qt_log_ignore("An error occurred executing the property", "nothing is stored for nowhere")
def test_a_bug_while_a_screen_is_filled_ends_the_visit_too(
    troubled: Troubles, caplog: pytest.LogCaptureFixture
) -> None:
    """A word that is not there, met by a binding, leads to the first screen; no screen stays half made."""
    visitor, _, _ = troubled
    edition = visitor.session.edition
    [service] = edition.directory.filling("local-advice").services
    edition.directory = replace(edition.directory, services=(replace(service, description=Text("nowhere")),))
    visitor.is_at(Session().go(ServicePlace(service.id, "local-advice")))
    assert visitor.heading() == "Do you disagree with a decision?"
    assert [level for level, _ in logged(caplog)] == ["CRITICAL"]
    visitor.touches("Touch here to start")
    assert visitor.heading() == "Who is asking?"
