"""Print how the kiosk does against Chromium: start, memory, and touch to painted screen."""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from kiosk import app, paths
from kiosk.config import Config, Display
from kiosk.domain.flow import Question
from kiosk.qt.engine import application
from tests.bench.memory import proportional_mb
from tests.bench.peers import Peer, chromium, kiosk, write_page
from tests.bench.screen import HEIGHT, WIDTH, Frame, Screen
from tests.helpers.visitor import Seen, Visitor

STARTS = 7
TOUCHES = 500
START = "Touch here to start"
BACK = "Back"


@dataclass(frozen=True)
class Figures:
    """What was measured of one program: seconds, megabytes, seconds."""

    starts: list[float]
    memory: float
    touches: list[float]


def main() -> None:
    """Measure both, print the figures and the ratios."""
    if shutil.which("Xvfb") is None:
        sys.exit("There is no Xvfb on this machine: install Debian's xvfb to run the bench.")
    content = paths.content_database()
    with tempfile.TemporaryDirectory() as folder:
        screens, option = _screens()
        page = Path(folder) / "page.html"
        write_page(page, screens, [{START: 1}, {option: 2, BACK: 0}, {BACK: 1}])
        points = [_centre(screens[0], START), _centre(screens[1], option), _centre(screens[2], BACK)]
        ours = _measured(kiosk(content), points, screens)
        peer = chromium(page, Path(folder) / "profile")
        theirs = _measured(peer, points, screens) if peer else None
    _report(ours, theirs)


def _screens() -> tuple[list[list[Seen]], str]:
    """Return what stands on three screens in turn, and the option that leads from the second to the third."""
    gui = application(Display())
    with app.opened(app.Start(Config(), windowed=True), 102 / 25.4) as (session, window):
        visitor = Visitor(session, window.window, (WIDTH, HEIGHT))
        screens = [visitor.looks()]
        visitor.touches(START)
        screens.append(visitor.looks())
        question = session.session.replay(session.edition.graph)
        assert question is not None
        assert isinstance(question.at, Question)
        option = session.edition.store.words("en")(question.at.options[0].text)
        visitor.touches(option)
        screens.append(visitor.looks())
    gui.processEvents()
    return screens, option


def _centre(screen: list[Seen], name: str) -> tuple[int, int]:
    where = next(seen.where for seen in screen if seen.name == name).center()
    return where.x(), where.y()


def _measured(peer: Peer, points: list[tuple[int, int]], screens: list[list[Seen]]) -> Figures:
    with Screen() as screen:
        with _running(peer, screen):
            first = screen.settled(2.0)
        screen.settled()
        starts = [_start(peer, screen, first) for _ in range(STARTS)]
        with _running(peer, screen) as process:
            screen.settled(2.0)
            memory = proportional_mb(process.pid)
            touches = _touches(screen, points, _centre(screens[1], BACK))
    return Figures(starts, memory, touches)


def _start(peer: Peer, screen: Screen, first: Frame) -> float:
    empty = screen.settled()
    begun = time.perf_counter()
    with _running(peer, screen):
        screen.seconds_until(first, empty)
        return time.perf_counter() - begun


def _touches(screen: Screen, points: list[tuple[int, int]], back: tuple[int, int]) -> list[float]:
    """Touch there and back between three screens, at least 500 times; return seconds to the painted screen."""
    trail = [points[0], points[1], points[2], back]
    frames = [screen.settled()]
    for point in trail[:-1]:
        screen.touches(point)
        frames.append(screen.settled(0.5))
    screen.touches(back)
    screen.settled(0.5)
    order = [frames[0], frames[1], frames[2], frames[1], frames[0]]
    taken: list[float] = []
    while len(taken) < TOUCHES:
        for point, before, after in zip(trail, order, order[1:], strict=False):
            screen.touches(point)
            taken.append(screen.seconds_until(after, before))
            time.sleep(0.03)
    return taken


@contextmanager
def _running(peer: Peer, screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    process = peer.start(screen)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
        time.sleep(0.5)


def _report(ours: Figures, theirs: Figures | None) -> None:
    print(f"screen {WIDTH} x {HEIGHT}, software rendering, {os.cpu_count()} cores, {STARTS} starts, {TOUCHES} touches")
    print(f"{'':34}{'send-kiosk':>12}{'Chromium':>12}{'ratio':>8}")
    for name, unit, figure in ROWS:
        mine = figure(ours)
        if theirs is None:
            print(f"{name:34}{mine:>9.1f} {unit}")
        else:
            other = figure(theirs)
            print(f"{name:34}{mine:>9.1f} {unit}{other:>9.1f} {unit}{mine / other:>8.2f}")
    if theirs is None:
        print("Chromium is not on this machine, so there is no ratio: install Debian's chromium to compare.")


def _p99(values: list[float]) -> float:
    return statistics.quantiles(values, n=100)[98]


ROWS = (
    ("start to first frame, median", "ms", lambda f: statistics.median(f.starts) * 1000),
    ("memory (proportional set size)", "MB", lambda f: f.memory),
    ("touch to painted screen, median", "ms", lambda f: statistics.median(f.touches) * 1000),
    ("touch to painted screen, 99th", "ms", lambda f: _p99(f.touches) * 1000),
)

if __name__ == "__main__":
    main()
