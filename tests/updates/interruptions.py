"""What a kiosk does with its releases, in small scenarios, and what may be on its screen if it is interrupted.

A `Trial` does a scenario once, on a disk that notes each step. Every state in which the disk may be found, for a cut of
the power before each step, is made real, and a kiosk starts from it.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from itertools import count
from pathlib import Path
from random import Random

from kiosk.content.releases import MOST_STARTS
from kiosk.errors import UpdateError
from kiosk.refresh import LOCK
from kiosk.updates.trust import LONG_AGO, read_trust
from tests.helpers.central import NOW, Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.platter import State
from tests.helpers.power import Cut, KilledError, PowerDisk, QuickDisk

FIRST, SECOND, THIRD, NEW, LATER = (BUNDLED + timedelta(days) for days in (1, 2, 3, 4, 5))
TOMORROW = NOW + timedelta(days=1)
MOST_RELEASES = 3
"""Shown, last good, waiting."""
KEPT = {"pointer.json", "trust.json", "releases", "work", LOCK, ".new-trust.json", ".new-pointer.json"}

Act = Callable[[Machine, Path], object]
"""What a kiosk does, with the central folder that it is set to."""


def update(machine: Machine, central: Path) -> None:
    machine.refresh(central)


def update_in_vain(machine: Machine, central: Path) -> None:
    with suppress(UpdateError):
        machine.refresh(central)
        raise AssertionError("there was something to take")


def start(machine: Machine, central: Path) -> None:
    machine.starts()


def begin(machine: Machine, central: Path) -> None:
    """Start, and end before anything is seen."""
    machine.releases.begin()


def wait(machine: Machine, central: Path) -> None:
    """Do nothing."""


def show(machine: Machine, central: Path) -> None:
    """Do what the window does once what waited has been on the screen for a moment."""
    staged = machine.releases.staged()
    assert staged is not None
    machine.releases.activate(staged, proven=True)


def refuse(machine: Machine, central: Path) -> None:
    """Do what the window does when what waits cannot be opened."""
    staged = machine.releases.staged()
    assert staged is not None
    machine.releases.refuse(staged)


def publish(central: Central) -> None:
    central.publish(content_of(NEW), NEW.isoformat())


def renew(central: Central) -> None:
    central.renew(TOMORROW)


def rotate_root(central: Central) -> None:
    central.rotate("root", TOMORROW)
    publish(central)


def rotate_online(central: Central) -> None:
    central.rotate("online", TOMORROW)
    publish(central)


def withdraw(central: Central) -> None:
    central.change("targets", lambda targets: targets.targets.clear(), now=TOMORROW)


def damage_active(machine: Machine) -> None:
    _damage(machine.releases.active().database)


def damage_staged(machine: Machine) -> None:
    _damage(machine.releases.staged().database)


def _damage(database: Path) -> None:
    held = database.read_bytes()
    database.write_bytes(held[:4096] + bytes(len(held) - 4096))


@dataclass(frozen=True)
class Scenario:
    """What a kiosk `had` shown before, what is published then, what it does, and what a start shows after each act.

    Between two acts either may be shown. `then` is what is shown after one more update to its end, from the central
    folder as it is; None where that has nothing for this kiosk, and only what is published later helps.
    """

    name: str
    had: tuple[date, ...]
    acts: tuple[tuple[Act, date], ...]
    publish: Callable[[Central], None] = publish
    waits: bool = False
    """What is published has been fetched already."""
    harm: Callable[[Machine], None] | None = None
    then: date | None = NEW

    @property
    def before(self) -> date:
        """What is shown before anything is done."""
        return self.had[-1] if self.had else BUNDLED


SCENARIOS = (
    Scenario("the first update ever", (), ((update, NEW),)),
    Scenario("an update", (FIRST,), ((update, NEW),)),
    Scenario("an update and two starts", (FIRST, SECOND), ((update, NEW), (start, NEW), (start, NEW))),
    Scenario("an older one is tidied away", (FIRST, SECOND, THIRD), ((update, NEW), (start, NEW))),
    Scenario("shown while the kiosk runs", (FIRST, SECOND), ((update, NEW), (show, NEW), (update, NEW))),
    Scenario("never seen", (FIRST,), ((begin, NEW), (begin, FIRST), (begin, FIRST)), waits=True, then=None),
    Scenario("refused while the kiosk runs", (FIRST,), ((wait, NEW), (refuse, FIRST), (start, FIRST)), waits=True, then=None),
    Scenario("what waits is damaged", (FIRST,), ((start, FIRST),), waits=True, harm=damage_staged),
    Scenario("what is shown is damaged", (FIRST, SECOND), ((start, FIRST), (update, NEW)), harm=damage_active),
    Scenario("nothing new but the timestamp", (FIRST,), ((update, FIRST), (start, FIRST)), renew, then=FIRST),
    Scenario("another root key", (FIRST,), ((update, NEW), (start, NEW)), rotate_root),
    Scenario("another online key", (FIRST,), ((update, NEW), (start, NEW)), rotate_online),
    Scenario("content is withdrawn", (FIRST,), ((update_in_vain, FIRST), (start, FIRST)), withdraw, then=None),
)


@dataclass
class Ground:
    """A kiosk and a central folder as a scenario finds them, made once; each trial begins with a copy."""

    scenario: Scenario
    folder: Path
    numbers: Iterator[int] = field(default_factory=count)

    def __post_init__(self) -> None:
        self.bundled = self.folder / "program.db"
        self.bundled.parent.mkdir(parents=True, exist_ok=True)
        self.bundled.write_bytes(content_of(BUNDLED))
        self._central = Central(self.folder / "central")
        self.central, self.root = self._central.folder, self._central.root
        machine = self.machine(self.new_folder(), QuickDisk())
        for published in self.scenario.had:
            self._central.publish(content_of(published), published.isoformat())
            machine.refresh(self.central)
            machine.starts()
        self.scenario.publish(self._central)
        if self.scenario.waits:
            machine.refresh(self.central)
        if self.scenario.harm is not None:
            self.scenario.harm(machine)
        self.before = State.read(machine.folder.parent)

    @cached_property
    def later(self) -> Path:
        """The central folder as it is after one more publication."""
        self.central = self._central.copy(self.folder / "as it was")
        self._central.publish(content_of(LATER), LATER.isoformat(), now=TOMORROW)
        return self._central.folder

    def machine(self, folder: Path, disk: PowerDisk | QuickDisk) -> Machine:
        """Return a kiosk in a folder of its own."""
        machine = Machine(folder / "kiosk", self.root, TOMORROW + timedelta(days=1), disk)
        machine.bundled = self.bundled
        return machine

    def new_folder(self) -> Path:
        """Return a folder that is empty."""
        folder = self.folder / f"disk-{next(self.numbers)}"
        folder.mkdir()
        return folder


@dataclass(frozen=True)
class Done:
    """After so many steps an act was done: from then on this is shown, and trust is no older."""

    steps: int
    shown: date
    floor: object


class Trial:
    """One scenario done once from a state, on a disk of a kind, and killed before a step if that is said."""

    def __init__(
        self,
        ground: Ground,
        disk: type[PowerDisk] = PowerDisk,
        kill_at: int | None = None,
        before: State | None = None,
        acts: tuple[tuple[Act, date | None], ...] = (),
        first: frozenset[date] = frozenset(),
    ) -> None:
        """`before`, `acts` and `first` stand in for what the scenario says; an act that says no date goes by itself."""
        self.ground = ground
        self.first = first or frozenset([ground.scenario.before])
        folder = ground.new_folder()
        folder.rmdir()
        self.disk = disk((before or ground.before).write(folder), kill_at)
        self.machine = ground.machine(folder, self.disk)
        self.done: list[Done] = []
        self._proved: dict[object, tuple[date, date | None]] = {}
        self._floor = read_trust(self.machine.folder).floor
        self._acts = acts or ground.scenario.acts
        self._since: int | None = None
        try:
            self._do(self._acts)
        except KilledError:
            self._go_on_after_the_kill()

    def close(self) -> None:
        """Remove its folder."""
        shutil.rmtree(self.disk.root)

    def cuts(self, seed: int = 0, by_lot: int = 8) -> Iterator[Cut]:
        """Yield every state in which the disk may be found; of a trial that was killed, from there on."""
        return self.disk.cuts(self._since or 0, seed, by_lot)

    def proves(self, cut: Cut, whole: bool) -> date:
        """See that a kiosk that starts from there shows what it may; `whole` also updates it. Return what it shows."""
        bare = tuple(each for each in cut.state.names if "/work/" not in each[0])  # a start looks at nothing in there
        self._keeps_promises(cut)
        if whole or bare not in self._proved:
            self._proved[bare] = self._starts(cut, whole)
        shown, has_to_be = self._proved[bare]
        allowed = self._allowed(cut.step) if has_to_be is None else {has_to_be}
        assert shown in allowed, f"{shown} is shown, and may not be"
        return shown

    def _do(self, acts: tuple[tuple[Act, date | None], ...]) -> None:
        for act, shown in acts:
            came = act(self.machine, self.ground.central)
            floor = read_trust(self.machine.folder).floor
            self.done.append(Done(len(self.disk.steps), shown or came, floor))

    def _go_on_after_the_kill(self) -> None:
        """The power was not gone: all that was written is seen, safe or not. Start, update, start."""
        self.first = frozenset([*self._allowed(len(self.disk.steps)), self._acts[len(self.done)][1]])
        self._since = len(self.disk.steps)
        self.done.clear()
        self.disk.restart()
        shown, then = self._rolled_back(self.machine), self.ground.scenario.then
        came = self.machine.starts()
        assert came in (self.first if shown is None else {shown})
        if len(self.disk.steps) > self._since:  # one that wrote nothing has made nothing safe
            self.done.append(Done(len(self.disk.steps), came, LONG_AGO))
        if then is not None and not self.machine.releases.pointer.refused:
            self._do(((update, then), (start, then)))

    def _allowed(self, step: int) -> frozenset[date]:
        """Return what may be shown after so many steps: what the last act ended with, or what the next will."""
        before = [each.shown for each in self.done if each.steps <= step][-1:] or [*self.first]
        return frozenset([*before, *[each.shown for each in self.done if each.steps > step][:1]])

    def _rolled_back(self, machine: Machine) -> date | None:
        """Return what a start has to show if the program began often enough with what never came to be seen."""
        releases = machine.releases
        pointer = releases.pointer
        staged = releases.staged()
        if staged is not None or pointer.proven or pointer.starts < MOST_STARTS:
            return None
        previous = releases.named(pointer.previous)
        return previous.published if previous else BUNDLED

    def _keeps_promises(self, cut: Cut) -> None:
        """See that what was replaced is what it was promised to be, or what was to come after."""
        found = dict(cut.state.names)
        for name in {promise.name for promise in self.disk.promises}:
            made = [each for each in self.disk.promises if each.name == name]
            kept = [each.data for each in made if each.since <= cut.step]
            following = [each.data for each in made if each.since > cut.step]
            before = kept[-1] if kept else dict(self.ground.before.names).get(name)
            allowed = [before, *following[:1], *([self.disk.seen[name]] if name in self.disk.seen else [])]
            assert found.get(name) in allowed, f"{name} is not whole"

    def _starts(self, cut: Cut, whole: bool) -> tuple[date, date | None]:
        folder = self.ground.new_folder()
        folder.rmdir()
        machine = self.ground.machine(cut.state.write(folder).parent / folder.name, QuickDisk())
        try:
            floor = max([self._floor, *(each.floor for each in self.done if each.steps <= cut.step)])
            assert read_trust(machine.folder).floor >= floor, "the trust has sunk"
            has_to_be, shown = self._rolled_back(machine), machine.starts()
            _proves_whole(machine, shown)
            if whole:
                self._goes_on(machine)
            return shown, has_to_be
        finally:
            shutil.rmtree(folder)

    def _goes_on(self, machine: Machine) -> None:
        """See that nothing is stuck: one more update goes to its end, its content is shown, and no rubbish is left."""
        then = self.ground.scenario.then
        goes_on = then is not None and not machine.releases.pointer.refused
        machine.refresh(self.ground.central if goes_on else self.ground.later)
        shown = machine.starts()
        assert shown == (then if goes_on else LATER)
        _proves_whole(machine, shown)
        assert {path.name for path in machine.folder.iterdir()} <= KEPT
        left = list((machine.folder / "releases").glob("*"))
        assert len(left) <= MOST_RELEASES, left


def _proves_whole(machine: Machine, shown: date) -> None:
    active = machine.releases.active()
    held = active.database.read_bytes() if active else machine.bundled.read_bytes()
    assert held == content_of(shown), "what is shown is not what was published"


def sampled(cuts: Iterator[Cut], chance: Random, most: int) -> list[Cut]:
    """Return so many cuts, by lot."""
    every = list(cuts)
    return chance.sample(every, min(most, len(every)))


__all__ = ["SCENARIOS", "Ground", "Scenario", "Trial", "sampled"]
