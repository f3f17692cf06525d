"""What only the kiosk's own process can tell, as JSON: the three screens of the stage, and touch to swapped frame.

It runs in a process of its own: the libraries it loads would be counted as shared with the kiosk that is measured.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta
from functools import cache

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtCore import QEventLoop, QPoint, QTimer
from PySide6.QtGui import QAccessible, QGuiApplication, QPointingDevice
from PySide6.QtTest import QTest

from kiosk import app
from kiosk.config import Config, Kiosk
from kiosk.content.edition import Edition
from kiosk.domain.flow import Question, Replay
from kiosk.domain.walk import shortest
from kiosk.qt.engine import KioskWindow, application
from kiosk.qt.session import SessionViewModel
from tests.bench.screen import FINGER_DOWN, HEIGHT, WIDTH
from tests.bench.stage import AS_OF, AUTHORITY, PIXELS_PER_MM, START, Part, Stage
from tests.helpers.answering import answers_all
from tests.helpers.visitor import Role, Seen, Visitor

TOUCHES = 600
OUTCOMES = 3
"""How many of the longest ways to an outcome are gone."""
QUIET_MS = 25
"""Milliseconds without a frame after which a screen is taken to be whole."""
TODAY = date.fromisoformat(AS_OF)


@dataclass(frozen=True)
class Touch:
    """Where a recorded visit touched, and the screen that was shown then."""

    at: QPoint
    shows: str


class Recorder(Visitor):
    """A visitor who notes every touch."""

    def __init__(self, session: SessionViewModel, window: KioskWindow) -> None:
        super().__init__(session, window.window, (WIDTH, HEIGHT))
        self.touched: list[Touch] = []

    def touches_at(self, point: QPoint) -> None:
        super().touches_at(point)
        self.touched.append(Touch(point, self.session.screen.name))


def main() -> None:
    """Print the stage, and the seconds of every touch by the screen it led to."""
    with opened() as (session, window):
        stage = _stage(Recorder(session, window))
        recorder = Recorder(session, window)
        _visits(recorder)
    QAccessible.setActive(False)
    with opened() as (session, window):
        window.window.resize(WIDTH, HEIGHT)
        taken = _taken(session, window, recorder.touched)
    print(json.dumps({"stage": asdict(stage), "touches": taken}))


@contextmanager
def opened() -> Iterator[tuple[SessionViewModel, KioskWindow]]:
    """Open the kiosk's window; the application is made at the first time."""
    config = replace(Config(), kiosk=Kiosk(AUTHORITY))
    gui = _application()
    with app.opened(app.Start(config, as_of=TODAY, windowed=True), PIXELS_PER_MM) as parts:
        yield parts
    gui.processEvents()


@cache
def _application() -> QGuiApplication:
    """Make the application; it must live as long as the process."""
    return application(Config().display)


def _stage(visitor: Recorder) -> Stage:
    edition = visitor.session.edition
    screens = [visitor.looks()]
    visitor.touches(START)
    screens.append(visitor.looks())
    question = visitor.session.session.replay(edition.graph)
    assert question is not None
    assert isinstance(question.at, Question)
    option = edition.store.words("en")(question.at.options[0].text)
    visitor.touches(option)
    screens.append(visitor.looks())
    visitor.touches("Start again")
    return Stage([[_part(seen) for seen in screen if seen.name] for screen in screens], option)


def _part(seen: Seen) -> Part:
    tags = {Role.Heading: "h1", Role.ToolBar: "nav"}
    tag = "button" if seen.is_button else tags.get(seen.role, "p")
    where = seen.where
    return Part(tag, seen.name, seen.description, where.x(), where.y(), where.width(), where.height())


def _visits(visitor: Recorder) -> None:
    """Go the longest ways to an outcome, to a service and its code, and back to the attract screen."""
    edition = visitor.session.edition
    services = {service.name for service in edition.directory.services}
    for replay in _longest(edition):
        visitor.touches(START)
        answers_all(visitor, edition, replay)
        visitor.touches(next(name for name in visitor.buttons() if name in services))
        visitor.touches("Make it bigger")
        visitor.touches("Back")
        visitor.touches("Back")
        visitor.touches("Start again")


def _longest(edition: Edition) -> list[Replay]:
    ways = shortest(edition.graph, edition.store.first_flow, TODAY - timedelta(days=21))
    ended = [way for way in ways if not isinstance(way.at, Question)]
    return sorted(ended, key=lambda way: len(way.asked))[-OUTCOMES:]


def _taken(session: SessionViewModel, window: KioskWindow, touched: list[Touch]) -> list[tuple[str, float, float]]:
    """Touch everything again until there were enough touches; return where each led, and its seconds."""
    painting = Painting(window)
    finger = QTest.createTouchDevice()
    taken: list[tuple[str, float, float]] = []
    QTest.qWait(500)
    while len(taken) < TOUCHES:
        for touch in touched:
            taken.append((touch.shows, *_seconds(window, finger, touch.at, painting)))
            assert session.screen.name == touch.shows
    return taken


class Painting:
    """When frames were painted. It waits in an event loop: `QTest.qWait` sleeps for 10 ms between its looks."""

    def __init__(self, window: KioskWindow) -> None:
        self.frames: list[float] = []
        self._loop = QEventLoop()
        self._quiet = QTimer(singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._loop.quit)
        window.window.frameSwapped.connect(self._painted)

    def begins(self) -> float:
        """Forget what was painted before; return when."""
        self._quiet.stop()
        self.frames.clear()
        return time.perf_counter()

    def waits(self) -> None:
        """Wait until something has been painted and then nothing more."""
        if self.frames:
            self._quiet.start()
        self._loop.exec()

    def _painted(self) -> None:
        self.frames.append(time.perf_counter())
        self._quiet.start()


def _seconds(window: KioskWindow, finger: QPointingDevice, at: QPoint, painting: Painting) -> tuple[float, float]:
    """Touch, and return the seconds from letting go to the first and to the last frame painted because of it."""
    QTest.touchEvent(window.window, finger).press(0, at, window.window).commit()
    QTest.qWait(int(FINGER_DOWN * 1000))
    begun = painting.begins()
    QTest.touchEvent(window.window, finger).release(0, at, window.window).commit()
    painting.waits()
    return painting.frames[0] - begun, painting.frames[-1] - begun


if __name__ == "__main__":
    main()
