"""Interruptions: a scenario is done once, on a disk that notes each step, and all that may be found then is proved.

Every state in which the disk may be found, for a cut of the power before each step, is made real, and a kiosk starts
from it. The program may be killed first, and go on; and from what was found after one cut there may be another.
"""

from __future__ import annotations

import logging
import logging.handlers
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property
from itertools import count
from operator import ge
from pathlib import Path

from kiosk.content.releases import MOST_STARTS
from kiosk.errors import KioskError
from kiosk.refresh import LOCK
from kiosk.updates.trust import Numbers, read_trust
from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.platter import State
from tests.helpers.power import Cut, KilledError, PowerDisk, QuickDisk
from tests.updates.scenarios import LATER, TOMORROW, Act, Scenario, start, try_update, update

MOST_RELEASES = 3
"""Shown, last good, waiting."""
KEPT = {"pointer.json", "trust.json", "releases", "work", LOCK, ".new-trust.json", ".new-pointer.json"}


@contextmanager
def heard() -> Iterator[None]:
    """Keep what is logged of content that is rolled back; nothing else may be said."""
    logger, lines = logging.getLogger("kiosk.content"), logging.handlers.BufferingHandler(10_000)
    logger.addHandler(lines)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(lines)
        logger.propagate = True
    for line in map(logging.LogRecord.getMessage, lines.buffer):
        assert "content.db is damaged" in line or "never come to be seen" in line, line


class LostError(Exception):
    """What must never be."""


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
        """Return where a folder may be made."""
        return self.folder / f"disk-{next(self.numbers)}"


Floor = tuple[datetime, Numbers]
"""When the newest trusted timestamp was signed, and the highest numbers that trusted content had."""


@dataclass(frozen=True)
class Done:
    """After so many steps an act was done: from then on this is shown, and trust is no older."""

    steps: int
    shown: date
    floor: Floor


class Trial:
    """One scenario done once on a disk of a kind, and killed before a step if that is said."""

    def __init__(
        self,
        ground: Ground,
        disk: type[PowerDisk] = PowerDisk,
        kill_at: int | None = None,
        before: State | None = None,
        acts: Sequence[tuple[Act, date | None]] = (),
        first: frozenset[date] = frozenset(),
    ) -> None:
        """`before`, `acts` and `first`, what is shown at first, stand in for what the scenario says."""
        self.ground = ground
        self.first = first or frozenset([ground.scenario.before])
        folder = ground.new_folder()
        self._before = before or ground.before
        self.disk = disk(self._before.write(folder), kill_at)
        self.machine = ground.machine(folder, self.disk)
        self.done: list[Done] = []
        self._proved: dict[object, tuple[date, date | None]] = {}
        self._floor = _floor(self.machine)
        self._acts: Sequence[tuple[Act, date | None]] = acts or ground.scenario.acts
        self._is_alone = kill_at is None and before is None  # no start was interrupted but as the scenario says
        self._since: int | None = None
        with heard():
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

    def prove(self, cut: Cut, whole: bool = False) -> None:
        """See that a kiosk that starts from there shows what it may, whole; with `whole`, that it can be updated.

        Raises LostError for anything else.
        """
        try:
            with heard():
                self._prove(cut, whole)
        except (AssertionError, KioskError) as error:
            after = self.disk.steps[cut.step - 1] if cut.step else "the beginning"
            raise LostError(f"{self.ground.scenario.name}: after {after} (step {cut.step}): {error}") from error

    def _prove(self, cut: Cut, whole: bool) -> None:
        bare = tuple(each for each in cut.state.names if "/work/" not in each[0])  # a start looks at nothing in there
        self._keeps_promises(cut)
        if whole or bare not in self._proved:
            self._proved[bare] = self._starts(cut, whole)
        shown, has_to_be = self._proved[bare]
        allowed = self.allowed(cut.step) if has_to_be is None or self._is_alone else {has_to_be}
        assert shown in allowed, f"{shown} is shown, and may not be"

    def then(self, cut: Cut) -> Trial:
        """Return the trial of what a kiosk does that finds this: it starts, updates and starts."""
        acts: Sequence[tuple[Act, date | None]] = ((start, None), (try_update, None), (start, None))
        return Trial(self.ground, before=cut.state, acts=acts, first=self.allowed(cut.step))

    def allowed(self, step: int) -> frozenset[date]:
        """Return what may be shown after so many steps: what the last act ended with, or what the next will."""
        before = [each.shown for each in self.done if each.steps <= step][-1:] or [*self.first]
        return frozenset([*before, *[each.shown for each in self.done if each.steps > step][:1]])

    def _do(self, acts: Sequence[tuple[Act, date | None]]) -> None:
        for act, shown in acts:
            act(self.machine, self.ground.central)
            self.done.append(Done(len(self.disk.steps), shown or self._would_show(), _floor(self.machine)))

    def _would_show(self) -> date:
        newest = self.machine.releases.newest()
        return newest.published if newest else BUNDLED

    def _go_on_after_the_kill(self) -> None:
        """The power was not gone: all that was written is seen, safe or not. Start, update, start."""
        self.first = self.allowed(len(self.disk.steps)) | {self.ground.scenario.acts[len(self.done)][1]}
        self._since = len(self.disk.steps)
        self.done.clear()
        self.disk.restart()
        shown, then = self._rolled_back(self.machine), self.ground.scenario.then
        came = self.machine.starts()
        assert came in (self.first if shown is None else {shown})
        if len(self.disk.steps) > self._since:  # one that wrote nothing has made nothing safe
            self.done.append(Done(len(self.disk.steps), came, self._floor))
        if then is not None and not self.machine.releases.pointer.refused:
            self._do(((update, then), (start, then)))

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
            before = kept[-1] if kept else dict(self._before.names).get(name)
            allowed = [before, *following[:1], *([self.disk.seen[name]] if name in self.disk.seen else [])]
            assert found.get(name) in allowed, f"{name} is not whole"

    def _starts(self, cut: Cut, whole: bool) -> tuple[date, date | None]:
        folder = cut.state.write(self.ground.new_folder())
        machine = self.ground.machine(folder, QuickDisk())
        try:
            for least in (self._floor, *(each.floor for each in self.done if each.steps <= cut.step)):
                assert all(map(ge, _floor(machine), least)), "the trust has sunk"
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


def _floor(machine: Machine) -> Floor:
    trust = read_trust(machine.folder)
    return trust.floor, trust.number


def _proves_whole(machine: Machine, shown: date) -> None:
    active = machine.releases.active()
    held = active.database.read_bytes() if active else machine.bundled.read_bytes()
    assert held == content_of(shown), "what is shown is not what was published"
