"""Print how the kiosk does against Chromium: start, memory, and touch to painted screen."""

from __future__ import annotations

import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tests.bench.memory import proportional_mb
from tests.bench.peers import Peer, chromium, kiosk
from tests.bench.screen import HEIGHT, WIDTH, MissingError, Screen
from tests.bench.stage import Part, Stage

STARTS = 9
TOUCHES = 500
NO_CHROMIUM = "There is no Chromium on this machine, so there is no ratio: install Debian's chromium to compare."


@dataclass(frozen=True)
class Figures:
    """What was measured of one program: seconds, megabytes, seconds."""

    starts: Sequence[float]
    memory: float
    touches: Sequence[float]


def main() -> None:
    """Measure both, print the figures and the ratios."""
    print(f"{WIDTH} x {HEIGHT}, software rendering, {os.cpu_count()} cores")
    inside = subprocess.run([sys.executable, "-m", "tests.bench.inside"], check=True, stdout=subprocess.PIPE)
    told = json.loads(inside.stdout)
    screens = [[Part(**part) for part in screen] for screen in told["stage"]["screens"]]
    try:
        _compare(Stage(screens, told["stage"]["option"]))
    except MissingError as missing:
        print(missing)
    _report_inside(told["touches"])


def _compare(stage: Stage) -> None:
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        peers = [peer for peer in (kiosk(Path(folder)), chromium(Path(folder), stage)) if peer]
        firsts = {peer: _first(peer, screen) for peer in peers}
        starts: dict[Peer, list[float]] = {peer: [] for peer in peers}
        # In turn, so that whatever else this machine does falls on both.
        for peer in peers * STARTS:
            starts[peer].append(_start(peer, firsts[peer], screen))
        figures = [Figures(starts[peer], *_worked(peer, firsts[peer], screen, stage)) for peer in peers]
    _report(figures)
    if len(peers) == 1:
        print(NO_CHROMIUM)


def _first(peer: Peer, screen: Screen) -> bytes:
    """Start a program once, which fills its caches and the machine's; return its first useful frame."""
    with _running(peer, screen):
        return screen.settled(3.0, other_than=screen.empty)


def _worked(peer: Peer, first: bytes, screen: Screen, stage: Stage) -> tuple[float, list[float]]:
    """Start a program and touch it; return the megabytes it uses then, and the seconds of every touch."""
    with _running(peer, screen) as process:
        screen.waits_for(first)
        touches = _touches(screen, stage.trail)
        return proportional_mb(process.pid), touches


def _start(peer: Peer, first: bytes, screen: Screen) -> float:
    begun = time.perf_counter()
    with _running(peer, screen):
        return screen.waits_for(first) - begun


def _touches(screen: Screen, trail: Sequence[tuple[int, int]]) -> list[float]:
    """Touch there and back between three screens until there were enough touches; return the seconds of each."""
    screen.settled()
    _round(screen, trail)
    # The way back is learned apart from the way there: Chromium may paint an edge a shade differently.
    frames = _round(screen, trail)
    if any(frame == after for frame, after in pairwise([frames[-1], *frames])):
        raise RuntimeError("a touch leads to no other screen")
    taken: list[float] = []
    while len(taken) < TOUCHES:
        for point, frame in zip(trail, frames, strict=True):
            # At no fixed beat: a program that paints at one must not be met always at the same moment of it.
            time.sleep(random.uniform(0.03, 0.06))
            left = screen.touches(*point)
            taken.append(screen.waits_for(frame) - left)
    return taken


def _round(screen: Screen, trail: Sequence[tuple[int, int]]) -> list[bytes]:
    """Touch there and back once; return what is shown after each touch."""
    frames: list[bytes] = []
    for point in trail:
        screen.touches(*point)
        frames.append(screen.settled(0.5))
    return frames


@contextmanager
def _running(peer: Peer, screen: Screen) -> Iterator[subprocess.Popen[bytes]]:
    process = peer.start(screen)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()
    screen.waits_for(screen.empty)
    time.sleep(0.5)


def _report(figures: Sequence[Figures]) -> None:
    print(f"\n{STARTS} starts, {TOUCHES} touches, by the pixels of the screen")
    compared = len(figures) == 2
    print(f"{'':34}{'send-kiosk':>12}" + (f"{'Chromium':>12}{'ratio':>8}" if compared else ""))
    for name, unit, figure in ROWS:
        each = [figure(peer) for peer in figures]
        ratio = f"{each[0] / each[1]:>8.2f}" if compared else ""
        print(f"{name:34}" + "".join(f"{value:>9.1f} {unit}" for value in each) + ratio)


def _report_inside(touches: list[tuple[str, float, float]]) -> None:
    print(f"\n{len(touches)} touches of whole visits, by the kiosk's own clock, from letting go; ms")
    print(f"{'':16}{'':>8}{'first frame':>20}{'last frame':>20}")
    print(f"{'to':16}{'touches':>8}" + f"{'median':>10}{'99th':>10}" * 2)
    taken: dict[str, list[tuple[float, float]]] = {"any screen": []}
    for name, *seconds in touches:
        for row in ("any screen", name):
            taken.setdefault(row, []).append((seconds[0], seconds[1]))
    for name, each in taken.items():
        figures = [figure(seconds) for seconds in zip(*each, strict=True) for figure in (_median, _p99)]
        print(f"{name:16}{len(each):>8}" + "".join(f"{figure:>10.1f}" for figure in figures))


def _median(seconds: Sequence[float]) -> float:
    return statistics.median(seconds) * 1000


def _p99(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=100, method="inclusive")[98] * 1000


ROWS = (
    ("start to first frame, median", "ms", lambda f: _median(f.starts)),
    ("memory (proportional set size)", "MB", lambda f: f.memory),
    ("touch to painted screen, median", "ms", lambda f: _median(f.touches)),
    ("touch to painted screen, 99th", "ms", lambda f: _p99(f.touches)),
)

if __name__ == "__main__":
    main()
