"""The field: the fleet's clock, the crews that run its kiosks, the publisher and the server, brought together."""

from __future__ import annotations

import os
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from kiosk.qt.updating import EVERY, FIRST, JITTER
from kiosk.refresh import Result
from tests.fleet.chain import Chain, make_chain
from tests.fleet.crew import Crews, Orders, crews
from tests.fleet.kiosk import BROKEN, KEPT, Fleet, Look
from tests.fleet.publisher import BEGAN, Publisher
from tests.fleet.schedule import Schedule
from tests.fleet.server import Server, found_nginx, served
from tests.helpers.machine import BUNDLED, content_of

REAL = Schedule(FIRST / 1000, EVERY / 1000, JITTER)
"""When kiosks look."""
TICK = 60.0
"""Seconds of the fleet's clock that pass in one go; no kiosk looks twice in them."""


@dataclass
class Phase:
    """What happened in one part of the story, by the fleet's clock and by ours."""

    name: str
    looks: list[Look] = field(default_factory=list)
    took: float = 0.0
    """Real seconds."""
    wrong: list[str] = field(default_factory=list)
    """What never may happen, in sentences."""

    def count(self, result: str) -> int:
        """Return how many looks ended so."""
        return sum(look.result == result for look in self.looks)

    def reached(self, content: str) -> list[float]:
        """Return when each kiosk came to show some content, in order."""
        return sorted(look.at for look in self.looks if look.content == content)

    def busiest(self, seconds: float) -> int:
        """Return the most looks that fell into one second, or so many, of the fleet's clock."""
        return max(Counter(int(look.at / seconds) for look in self.looks).values(), default=0)


@dataclass
class Field:
    """A fleet in the field. `at` is the second at which its clock stands."""

    kiosks: int
    crews: Crews
    publisher: Publisher
    server: Server
    chain: Chain | None
    schedule: Schedule
    at: float = 0.0
    away: bool = False
    """The server has been stopped: only then may a look fail."""

    def switch_on(self, within: float) -> None:
        """Start every kiosk at some moment within so many seconds from now."""
        self.crews.ask("switch_on", self.at, within)

    def tick(self, phase: Phase, right: Sequence[str] = ()) -> None:
        """Let a minute pass; `right` are the contents that a kiosk may come to show in it, the newest if not said."""
        begun = perf_counter()
        self.crews.begin("advance", self.at + TICK, self.server.address)
        self._end_tick(phase, right, begun)

    def tick_while_publishing(self, phase: Phase) -> float:
        """Let a minute pass, and publish while kiosks look; return the second from which the release is there."""
        begun, at = perf_counter(), self.at
        self.crews.begin("advance", self.at + TICK, self.server.address)
        self.publisher.issue(at)
        self._end_tick(phase, (), begun)
        return at

    def tick_while_stopping(self, phase: Phase) -> None:
        """Let a minute pass, and stop the server while kiosks look."""
        begun = perf_counter()
        self.crews.begin("advance", self.at + TICK, self.server.address)
        self.away = True
        self.server.stop()
        self._end_tick(phase, (), begun)

    def come_back(self) -> float:
        """Start the server again; return since when it is back."""
        self.server.start()
        self.away = False
        return self.at

    def pass_by(self, phase: Phase, seconds: float) -> None:
        """Let so many seconds pass, in whole minutes."""
        for _ in range(round(seconds / TICK)):
            self.tick(phase)

    def hold(self, phase: Phase, count: int, between: int) -> None:
        """Hold kiosks in the middle of a look, publish so many releases, and let them go on."""
        begun, right = perf_counter(), [self.publisher.newest]
        share = max(1, count // self.crews.count)
        held = sum(self.crews.ask("hold", share, self.at, self.server.address))
        for _ in range(between):
            self.publisher.issue(self.at)
        looks = [look for answer in self.crews.ask("let_go") for look in answer]
        if held != len(looks):
            phase.wrong.append(f"{len(looks) - held} kiosks were never held.")
        self._note(phase, looks, right)
        phase.took += perf_counter() - begun

    def prove(self, phase: Phase) -> None:
        """See that every kiosk shows the newest release, by the bytes on its disk."""
        shown = {number: hashed for answer in self.crews.ask("shown") for number, hashed in answer.items()}
        behind = [number for number, hashed in sorted(shown.items()) if hashed != self.publisher.newest]
        if behind:
            phase.wrong.append(f"{len(behind)} kiosks do not show the newest release, such as kiosk {behind[0]}.")

    def _end_tick(self, phase: Phase, right: Sequence[str], begun: float) -> None:
        looks = [look for answer in self.crews.answers() for look in answer]
        self._note(phase, looks, right or [self.publisher.newest])
        phase.took += perf_counter() - begun
        self.at += TICK

    def _note(self, phase: Phase, looks: Sequence[Look], right: Sequence[str]) -> None:
        phase.looks += looks
        for look in looks:
            if look.result == BROKEN:
                phase.wrong.append(f"Kiosk {look.kiosk}: {look.sentence} escaped.")
            elif look.result == Result.NEW and look.content not in right:
                phase.wrong.append(f"Kiosk {look.kiosk} shows {look.content[:12]}, which is not the newest.")
            elif look.result == KEPT and not self.away:
                phase.wrong.append(f"Kiosk {look.kiosk}: {look.sentence}")


@contextmanager
def taken(kiosks: int, processes: int = 0, schedule: Schedule = REAL, bits: int = 4096) -> Iterator[Field]:
    """Bring everything together in a folder that does not outlive it. `processes`: for the kiosks, as many as cores."""
    with tempfile.TemporaryDirectory(prefix="fleet-") as name:
        folder = Path(name)
        chain = make_chain(folder, bits) if found_nginx() else None
        publisher = Publisher(folder / "central")
        bundled = folder / "content.db"
        bundled.write_bytes(content_of(BUNDLED))
        fleet = Fleet(folder / "kiosks", publisher.root, bundled, BEGAN)
        count = min(kiosks, processes or os.cpu_count() or 1)
        orders = [
            Orders(range(first, kiosks, count), fleet, schedule, chain.root if chain else None, first)
            for first in range(count)
        ]
        with served(publisher.folder, folder / "web", chain) as server, crews(orders) as running:
            yield Field(kiosks, running, publisher, server, chain, schedule)
