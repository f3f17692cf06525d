"""What a kiosk does with its releases, in small scenarios: what it has, what it does, what a start shows then."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from kiosk.errors import UpdateError
from tests.helpers.central import NOW, Central
from tests.helpers.machine import BUNDLED, Machine, content_of

FIRST, SECOND, THIRD, NEW, LATER = (BUNDLED + timedelta(days) for days in (1, 2, 3, 4, 5))
TOMORROW = NOW + timedelta(days=1)
Act = Callable[[Machine, Path], object]
"""What a kiosk does, with the central folder that it is set to."""


def update(machine: Machine, central: Path) -> None:
    machine.refresh(central)


def update_in_vain(machine: Machine, central: Path) -> None:
    with suppress(UpdateError):
        machine.refresh(central)
        raise AssertionError("there was something to take")


def try_update(machine: Machine, central: Path) -> None:
    with suppress(UpdateError):
        machine.refresh(central)


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
    Scenario(
        "refused while the kiosk runs", (FIRST,), ((wait, NEW), (refuse, FIRST), (start, FIRST)), waits=True, then=None
    ),
    Scenario("what waits is damaged", (FIRST,), ((start, FIRST),), waits=True, harm=damage_staged),
    Scenario("what is shown is damaged", (FIRST, SECOND), ((start, FIRST), (update, NEW)), harm=damage_active),
    Scenario("nothing new but the timestamp", (FIRST,), ((update, FIRST), (start, FIRST)), renew, then=FIRST),
    Scenario("another root key", (FIRST,), ((update, NEW), (start, NEW)), rotate_root),
    Scenario("another online key", (FIRST,), ((update, NEW), (start, NEW)), rotate_online),
    Scenario("content is withdrawn", (FIRST,), ((update_in_vain, FIRST), (start, FIRST)), withdraw, then=None),
)
