"""What is printed of a fleet, and written to build/fleet.json."""

from __future__ import annotations

import os
import platform
import ssl
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from kiosk.refresh import Result
from tests.fleet.field import Phase
from tests.fleet.kiosk import KEPT
from tests.fleet.meter import Counted
from tests.fleet.paper import Measured, Peaks, sums
from tests.fleet.processes import Costs
from tests.fleet.rates import LARGE, ROUNDS, SECONDS, Large, Rate
from tests.fleet.schedule import Schedule
from tests.fleet.story import Figures

DAY = 86_400
NAME, CELL = 48, 9
"""Characters of a name, and of each cell after it."""
REAL = """
Real: every kiosk is the client that kiosks run (kiosk.refresh: python-tuf, its own trust, releases and pointer on the
disk, the content checker), each look over a new connection with TLS; and the server, with the settings to copy.
Simulated: the clock (an hour passes as fast as its looks are made; when each kiosk looks is drawn as kiosks draw it).
Many kiosks share one process and one disk, so nothing is synced to it; the content is the tests' small sample; the
network is this machine's own. `cpu` is the processor time of all of nginx's processes, in ms for one look."""


@dataclass(frozen=True)
class Machine:
    """Where and when it was measured; `load` is the load average when it began and when it ended."""

    server: str
    cores: int
    system: str
    python: str
    openssl: str
    day: str
    load: Sequence[float]


@dataclass(frozen=True)
class Report:
    """All that was seen and measured."""

    kiosks: int
    machine: Machine
    chain: int
    """Bytes of the certificates that the server shows."""
    story: Sequence[tuple[Phase, Figures]]
    rates: dict[str, Rate]
    line: dict[str, Counted]
    large: Large
    costs: Costs
    around: float
    """Bytes on the line of all that a kiosk fetches around a release: metadata, and connections."""
    peaks: Peaks
    schedule: Schedule

    @property
    def wrong(self) -> list[str]:
        """What never may happen and has, in sentences."""
        return [sentence for phase, _ in self.story for sentence in phase.wrong]

    @property
    def measured(self) -> Measured:
        """What the sums on paper are made from."""
        cpu = self.rates["light https"].cpu / 1000
        return Measured(self.line["https"].on_the_line, self.around, self.large.line, cpu, self.large.cpu / 1e9)

    def as_json(self) -> dict[str, Any]:
        """Return it for other programs: figures, but not each look."""
        story = [_phase(phase, figures) for phase, figures in self.story]
        plain = asdict(self) | {"story": story, "wrong": self.wrong}
        return plain | {"paper": dict(sums(self.measured, self.peaks, self.schedule.every))}

    def lines(self) -> Iterator[str]:
        """Give the report line by line."""
        yield from self._head()
        yield from self._told()
        yield from self._rates()
        yield from self._line()
        yield from self._costs()
        yield from _table("On paper, worked out from these", [])
        yield from (f"  {name:{NAME}}{said}" for name, said in sums(self.measured, self.peaks, self.schedule.every))
        yield ""
        yield from (self.wrong[:20] or ["Every kiosk shows the newest release, and none ever showed anything else."])

    def _head(self) -> Iterator[str]:
        machine = self.machine
        yield f"{self.kiosks:,} kiosks and {machine.server} on {machine.cores} cores, {machine.day}"
        yield f"{machine.system}, Python {machine.python}, {machine.openssl}"
        yield "load average {:.1f} when it began, {:.1f} when it ended".format(*machine.load)
        yield REAL

    def _told(self) -> Iterator[str]:
        yield from _table("What the fleet went through", ["looks", "new", "same", "failed", "wrong", "real s"])
        for phase, figures in self.story:
            counts = (len(phase.looks), *map(phase.count, (Result.NEW, Result.SAME, KEPT)), len(phase.wrong))
            yield _row(phase.name, [*(f"{count:,}" for count in counts), f"{phase.took:.0f}"])
            yield from (_row(f"  {name}", [f"{figure:,.1f}"]) for name, figure in figures.items())

    def _rates(self) -> Iterator[str]:
        what = f"Looks in a second; {ROUNDS} times {SECONDS:.0f} s"
        yield from _table(what, ["median", "best", "cpu ms"])
        for name, rate in self.rates.items():
            yield _row(f"  {name}", [f"{rate.looks:,.0f}", f"{rate.best:,.0f}", f"{rate.cpu:.3f}"])

    def _line(self) -> Iterator[str]:
        yield from _table("An idle look on the line, bytes", ["up", "down", "packets", "in all", "a day"])
        for name, counted in self.line.items():
            day = counted.on_the_line * DAY / self.schedule.every
            each = (counted.sent, counted.received, counted.packets, counted.on_the_line, round(day))
            yield _row(f"  {name}", [f"{count:,}" for count in each])
        yield _row("  of which certificates", ["", f"{self.chain:,}"])
        yield _row("A release, without its content", ["", "", "", f"{self.around:,.0f}"])

    def _costs(self) -> Iterator[str]:
        large, costs = self.large, self.costs
        yield from _table(f"A file of {LARGE / 1e6:.0f} MB with TLS", ["MB/s", "cpu s/GB", "on line"])
        yield _row(f"  median of {ROUNDS}", [f"{large.speed:,.0f}", f"{large.cpu:.2f}", f"x {large.line:.3f}"])
        yield from _table("A process of `send-kiosk update`, median", ["s", "cpu s"])
        for name, cost in (("nothing new", costs.same), (f"a release of {costs.length / 1e6:.2f} MB", costs.new)):
            yield _row(f"  {name}", [f"{cost.took:.2f}", f"{cost.cpu:.2f}"])


def _table(name: str, columns: Sequence[str]) -> Iterator[str]:
    yield ""
    yield _row(name, columns)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"{name:{NAME}}" + "".join(f"{cell:>{CELL}}" for cell in cells)


def machine(server: str, began: float) -> Machine:
    """Say where this is measured; `began` is the load average when it began."""
    day = datetime.now().astimezone()
    return Machine(
        server,
        os.cpu_count() or 1,
        f"{platform.system()} {platform.release()}",
        platform.python_version(),
        ssl.OPENSSL_VERSION,
        f"{day.day} {day:%B %Y}",
        (began, os.getloadavg()[0]),
    )


def _phase(phase: Phase, figures: Figures) -> dict[str, Any]:
    results = Counter(look.result for look in phase.looks)
    said = Counter(look.sentence for look in phase.looks if look.result == KEPT)
    return {
        "name": phase.name,
        "looks": dict(results),
        "real seconds": phase.took,
        "figures": figures,
        "why looks failed": dict(said.most_common(10)),
        "wrong": phase.wrong[:20],
    }
