"""`make bench-update`: a 20 MB release arrives while visits go on; what the screen feels of it.

The same visits are made alone and beside an update, in turn. At the attract screen a heartbeat of the event loop shows
for how long anything held it; so do the kiosk's own slots that an update calls, each by itself.
"""

from __future__ import annotations

import functools
import shutil
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk import app, paths
from kiosk.config import Config, Kiosk, Updates
from kiosk.qt.engine import KioskWindow
from kiosk.qt.garbage import GarbageTimer
from kiosk.qt.renewal import Renewal
from kiosk.qt.session import SessionViewModel
from kiosk.qt.updating import Updating
from kiosk.qt.worker import Worker
from tests.bench.inside import Painting, Recorder, Touch, _application, _seconds, _visits, opened
from tests.bench.screen import HEIGHT, WIDTH
from tests.bench.stage import AUTHORITY, PIXELS_PER_MM
from tests.helpers.central import Central
from tests.helpers.large import enlarge

ROUNDS = 5
LARGE = 20_000_000
"""Bytes of the release."""
PUBLISHED = "2026-11-27"
ON = date(2026, 11, 28)
BEAT = 2
"""Milliseconds between two beats of the event loop."""
FRAME = 16
PATIENCE = 60_000


@dataclass
class Felt:
    """What was felt: the longest gaps between beats, every touch, and every slot that an update called; seconds."""

    gaps: list[float] = field(default_factory=list)
    touches: list[float] = field(default_factory=list)
    slots: list[tuple[str, float]] = field(default_factory=list)


def main() -> None:
    """Print what was felt alone and beside an update."""
    with opened() as (session, window):
        recorder = Recorder(session, window)
        _visits(recorder)
    QAccessible.setActive(False)
    alone, beside = Felt(), Felt()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        source = _publish(place)
        for number in range(ROUNDS):
            for felt, updates in ((alone, False), (beside, True)):
                with _kiosk(place / f"{number}-{updates}", source, felt) as (session, window, updating):
                    _round(session, window, updating if updates else None, recorder.touched, felt)
    _report(alone, beside)


def _publish(place: Path) -> Path:
    """Publish a release that is large by words in languages that nobody is offered."""
    large = place / "large.db"
    shutil.copy(paths.content_database(), large)
    with closing(sqlite3.connect(large)) as connection, connection:
        connection.execute("UPDATE content SET published = ?", (PUBLISHED,))
    enlarge(large, LARGE)
    central = Central(place / "central", now=datetime.now(UTC))
    central.publish(large.read_bytes(), PUBLISHED)
    (place / "root.json").write_bytes(central.root)
    print(f"A release of {large.stat().st_size / 1e6:.1f} MB, {ROUNDS} rounds each way.")
    return central.folder


@contextmanager
def _kiosk(folder: Path, source: Path, felt: Felt) -> Iterator[tuple[SessionViewModel, KioskWindow, Updating]]:
    """Open a kiosk that keeps its content in a folder of its own, and time the slots that an update calls."""
    root = source.parent / "root.json"
    config = replace(Config(), kiosk=Kiosk(AUTHORITY), updates=Updates("", str(root), str(folder)))
    gui = _application()
    start = app.Start(config, as_of=ON, windowed=True, keeps=True)
    with ExitStack() as stack:
        session, window = stack.enter_context(app.opened(start, PIXELS_PER_MM))
        window.window.resize(WIDTH, HEIGHT)
        stack.enter_context(_timed(felt))
        renewal = stack.enter_context(app.keeping_right(start, session))
        assert renewal is not None
        updating = Updating([*app.update_command(config)])
        updating.ended.connect(renewal.look)
        updating.run = functools.partial(updating.run, str(source))  # type: ignore[method-assign, assignment]
        QTest.qWait(500)
        yield session, window, updating
        updating.close()
    gui.processEvents()


@contextmanager
def _timed(felt: Felt) -> Iterator[None]:
    """Note how long each of the kiosk's slots takes that an update calls on the screen's thread."""
    updating = ((Updating, "run"), (Updating, "_finished"), (Worker, "_go_on"), (Renewal, "_show"), (Renewal, "_seen"))
    named = (*updating, (GarbageTimer, "look"))
    before = {(kind, name): getattr(kind, name) for kind, name in named}
    for (kind, name), slot in before.items():
        setattr(kind, name, _clocked(f"{kind.__name__}.{name}", slot, felt))
    try:
        yield
    finally:
        for (kind, name), slot in before.items():
            setattr(kind, name, slot)


def _clocked(name: str, slot: Callable[..., Any], felt: Felt) -> Callable[..., Any]:
    def timed(*given: Any) -> Any:
        begun = time.perf_counter()
        try:
            return slot(*given[: slot.__code__.co_argcount])  # signals give more than slots take
        finally:
            felt.slots.append((name, time.perf_counter() - begun))

    return timed


def _round(
    session: SessionViewModel, window: KioskWindow, updating: Updating | None, touched: list[Touch], felt: Felt
) -> None:
    """Make all visits once, with an update that begins at the first; then stand still until it is shown."""
    painting, finger = Painting(window), QTest.createTouchDevice()
    if updating is not None:
        updating.run()  # type: ignore[call-arg]
    for touch in touched:
        felt.touches.append(_seconds(window, finger, touch.at, painting)[-1])
        assert session.screen.name == touch.shows
    begun = time.perf_counter()
    beats = [begun]
    timer = QTimer(interval=BEAT, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    shown = PUBLISHED if updating is not None else ""
    while time.perf_counter() < begun + 3 or (shown and session.edition.store.published.isoformat() != shown):
        QTest.qWait(50)
        assert time.perf_counter() < begun + PATIENCE / 1000
    felt.gaps.append(max(after - before for before, after in pairwise(beats)))


def _report(alone: Felt, beside: Felt) -> None:
    for name, felt in (("alone", alone), ("beside", beside)):
        ordered = sorted(felt.touches)
        print(
            f"{name:>7}: {len(ordered)} touches, median {_ms(statistics.median(ordered))}, 99th "
            f"{_ms(ordered[int(len(ordered) * 0.99)])}, longest {_ms(ordered[-1])}; "
            f"longest gaps of the event loop at the attract screen {', '.join(map(_ms, sorted(felt.gaps)))}"
        )
    for name in sorted({name for name, _ in beside.slots}):
        took = sorted(seconds for each, seconds in beside.slots if each == name)
        print(f"{name:>20}: {len(took)} times, median {_ms(statistics.median(took))}, longest {_ms(took[-1])}")


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms"


if __name__ == "__main__":
    sys.exit(main())
