"""The power may go before any write, sync or rename of an update: one whole release is shown, and nothing is stuck.

Each scenario is done once to count its steps, and then once for each step, with the power cut before it. Every state in
which a disk may be found afterwards is made real, and a kiosk starts from it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from pathlib import Path

import pytest

from kiosk.updates.trust import read_trust
from tests.helpers.central import NOW, Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.power import PowerCutError, PowerDisk

EVERY_STEP = bool(os.environ.get("EVERY_STEP"))
"""`make torture` sets it: the power goes before every step, not before each third."""
FIRST, SECOND, THIRD, NEW = (BUNDLED + timedelta(days) for days in (1, 2, 3, 4))


@dataclass
class Scenario:
    """What a kiosk has, what it does, and what may be on its screen after a power cut: never anything else.

    `shown` are in order: what was shown before, and what is shown once it is done.
    """

    name: str
    had: tuple[date, ...]
    act: Callable[[Machine, Central], object]
    shown: tuple[date, ...]
    then: date = NEW
    """What is shown after one more update to its end."""
    publish: tuple[date, ...] = (NEW,)

    @property
    def done(self) -> date:
        """What is shown once it is done, though the power goes right then."""
        return self.shown[0] if self.act is start_twice_unseen else self.shown[-1]


def update(machine: Machine, central: Central) -> None:
    machine.refresh(central.folder)


def start(machine: Machine, central: Central) -> None:
    machine.starts()


def update_and_start(machine: Machine, central: Central) -> None:
    machine.refresh(central.folder)
    machine.starts()


def start_twice_unseen(machine: Machine, central: Central) -> None:
    """Begin with what waits, end before it is seen, twice; the third time it is rolled back."""
    machine.refresh(central.folder)
    for _ in range(3):
        machine.releases.begin()


def show_while_running(machine: Machine, central: Central) -> None:
    """Do what the window does once new content has been on the screen for a moment."""
    machine.refresh(central.folder)
    staged = machine.releases.staged()
    assert staged is not None
    machine.releases.activate(staged, proven=True)
    machine.releases.tidy()


def renew(machine: Machine, central: Central) -> None:
    central.renew(NOW + timedelta(days=1))
    machine.refresh(central.folder)


def rotate(machine: Machine, central: Central) -> None:
    central.rotate("online")
    machine.refresh(central.folder)


SCENARIOS = (
    Scenario("the first update ever", (), update, (BUNDLED, NEW)),
    Scenario("an update", (FIRST,), update, (FIRST, NEW)),
    Scenario("an update, with an older release to tidy away", (FIRST, SECOND, THIRD), update, (THIRD, NEW)),
    Scenario("an update, and the start that shows it", (FIRST,), update_and_start, (FIRST, NEW)),
    Scenario("content that is shown while the kiosk runs", (FIRST, SECOND), show_while_running, (SECOND, NEW)),
    Scenario("content that never comes to be seen", (FIRST,), start_twice_unseen, (FIRST, NEW), then=FIRST),
    Scenario("nothing new but the timestamp", (FIRST, SECOND), renew, (SECOND, SECOND), SECOND, ()),
    Scenario("a key that was replaced", (FIRST,), rotate, (FIRST, NEW)),
    Scenario("a start with nothing new", (FIRST,), start, (FIRST, FIRST), FIRST, ()),
)


@dataclass
class Cuts:
    """One scenario, to be done as often as it has steps."""

    scenario: Scenario
    folder: Path
    disk: Callable[[Path, int | None], PowerDisk] = PowerDisk
    numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.central = Central(self.folder / "central")
        self.before = Machine(self.folder / "before" / "kiosk", self.central.root)
        for published in self.scenario.had:
            self._publish(published)
            self.before.refresh(self.central.folder)
            self.before.starts()
        self.before.releases.tidy() if self.scenario.had else None
        self.floor = read_trust(self.before.folder).floor
        for published in self.scenario.publish:
            self._publish(published)

    def steps(self) -> int:
        """Return how many steps the whole of it has."""
        machine, central, disk = self._ready(None)
        self.scenario.act(machine, central)
        return len(disk.steps)

    def cut(self, step: int | None) -> PowerDisk:
        """Do it until the power is cut before a step, or right after the last; return the disk."""
        machine, central, disk = self._ready(step)
        with nullcontext() if step is None else pytest.raises(PowerCutError):
            self.scenario.act(machine, central)
        return disk

    def moments(self) -> list[int | None]:
        """Return moments at which the power may go: before each step, or each third one, and when all is done."""
        return [*range(1, self.steps() + 1, 1 if EVERY_STEP else 3), None]

    def again(self, disk: PowerDisk, seed: int = 0) -> Iterator[Machine]:
        """Yield a kiosk for each state that the disk may be in."""
        for state in disk.after(seed):
            folder = self.folder / f"after-{next(self.numbers)}" / "kiosk"
            yield Machine(state.write(folder), self.central.root)
            shutil.rmtree(folder.parent)

    def proves(self, machine: Machine, whole: bool = True) -> date:
        """See that a kiosk shows one whole release, that its trust has not sunk, and that it goes on from there."""
        shown = machine.starts()
        assert shown in self.scenario.shown
        active = machine.releases.active()
        assert (active.database.read_bytes() if active else content_of(BUNDLED)) == content_of(shown)
        assert read_trust(machine.folder).floor >= self.floor
        if whole:
            machine.clock = NOW + timedelta(days=2)
            if not machine.releases.pointer.refused:
                machine.refresh(self.central.folder)
                assert machine.starts() in {self.scenario.then, NEW}
        return shown

    def _ready(self, cut_at: int | None) -> tuple[Machine, Central, PowerDisk]:
        folder = self.folder / f"doing-{next(self.numbers)}"
        shutil.copytree(self.before.folder.parent, folder) if self.scenario.had else folder.mkdir()
        disk = self.disk(folder / "kiosk", cut_at)
        return Machine(folder / "kiosk", self.central.root, disk=disk), self.central, disk

    def _publish(self, published: date) -> None:
        self.central.publish(content_of(published), published.isoformat())


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_the_power_may_go_at_any_step(scenario: Scenario, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    cuts = Cuts(scenario, tmp_path)
    order = {shown: place for place, shown in enumerate(scenario.shown)}
    least = 0
    for number, step in enumerate(cuts.moments()):
        disk = cuts.cut(step)
        states = enumerate(cuts.again(disk, number))
        found = [order[cuts.proves(machine, whole=which == number % 7)] for which, machine in states]
        if scenario.act is not start_twice_unseen:
            assert min(found) >= least, f"after {disk.steps[-1:]} (step {step}) what was safely new is old again"
        least = min(found)
    assert least == order[scenario.done], "what was done and ended well is lost with the power"
    assert {record.getMessage().partition(" ")[0] for record in caplog.records} <= {"The"}  # release … never seen
    caplog.clear()


def test_there_are_many_steps_and_many_states(tmp_path: Path) -> None:
    """It is no proof if hardly anything is tried."""
    cuts = Cuts(SCENARIOS[3], tmp_path)
    states = [sum(1 for _ in cuts.cut(step).after()) for step in cuts.moments()]
    assert len(states) > 15
    assert max(states) > 7
    assert sum(states) > 2 * len(states)


class ForgetfulDisk(PowerDisk):
    """It syncs no files."""

    def _sync(self, path: Path, node: object) -> None:
        self._step(f"do not sync {path.name}")


class NamelessDisk(PowerDisk):
    """It syncs no folders."""

    def sync_folder(self, folder: Path) -> None:
        self._step(f"do not sync {folder.name}/")


class HastyDisk(PowerDisk):
    """It writes the pointer where it stands."""

    def replace_file(self, path: Path, data: bytes) -> None:
        self.write(path, data)
        self.sync_folder(path.parent)


@pytest.mark.parametrize("wrong", [ForgetfulDisk, NamelessDisk, HastyDisk])
def test_what_a_careless_disk_would_lose_is_found(
    wrong: type[PowerDisk], tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The model tells a disk that is careful from one that is not, or it would prove nothing."""
    cuts = Cuts(SCENARIOS[4], tmp_path, wrong)
    failed = 0
    for number, step in enumerate(cuts.moments()):
        for machine in cuts.again(cuts.cut(step), number):
            try:
                shown = cuts.proves(machine, whole=False)
                assert step is not None or shown == NEW
            except AssertionError:
                failed += 1
        if failed:
            break
    assert failed
    caplog.clear()
