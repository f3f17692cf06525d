"""The power may go before any write, sync or rename: one whole release is shown then, and nothing is stuck.

A sample of the moments, and of the states in which the disk may be found; `make torture` takes all of them.
"""

from __future__ import annotations

from pathlib import Path
from random import Random
from typing import BinaryIO

import pytest

from tests.helpers.platter import Step
from tests.helpers.power import PowerDisk
from tests.updates.interruptions import Ground, LostError, Trial
from tests.updates.scenarios import SCENARIOS, Scenario

STARTED, UPDATED = 10, 2
"""Of each scenario: states from which a kiosk starts, and from which it is updated as well."""
FIRST_EVER, UPDATE, STARTS, TIDIED = SCENARIOS[:4]


@pytest.fixture
def ground(request: pytest.FixtureRequest, tmp_path: Path) -> Ground:
    """Where a scenario begins."""
    return Ground(request.param, tmp_path)


def of(*scenarios: Scenario) -> pytest.MarkDecorator:
    """Try scenarios."""
    return pytest.mark.parametrize("ground", scenarios, ids=lambda scenario: scenario.name, indirect=True)


@of(*SCENARIOS)
def test_the_power_may_go_at_any_step(ground: Ground) -> None:
    """One cut; a kill and then a cut; and a cut while it starts from what was found after one."""
    chance = Random(ground.scenario.name)
    trial = Trial(ground)
    cuts = list(trial.cuts(by_lot=2))
    for number, cut in enumerate(chance.sample(cuts, min(STARTED, len(cuts)))):
        trial.prove(cut, whole=number < UPDATED)
    killed = Trial(ground, kill_at=chance.randrange(len(trial.disk.steps)))
    again = trial.then(chance.choice(cuts))
    for other in (killed, again):
        cuts = list(other.cuts(by_lot=2))
        for cut in chance.sample(cuts, min(UPDATED, len(cuts))):
            other.prove(cut)


@of(UPDATE)
def test_a_release_is_safe_before_it_is_pointed_to(ground: Ground) -> None:
    """Whoever staged it was killed before it saw its name safe; the kiosk starts with it, and then the power goes."""
    named = next(at for at, step in enumerate(Trial(ground).disk.steps) if step.to.match("releases/*"))
    trial = Trial(ground, kill_at=named + 1)
    for cut in trial.cuts(by_lot=0):
        trial.prove(cut)


@of(FIRST_EVER)
def test_a_folder_is_safe_before_anything_in_it(ground: Ground) -> None:
    """Whoever made it was killed before it saw its name safe."""
    trial = Trial(ground, kill_at=1)
    assert str(trial.disk.steps[0]) == "make kiosk"
    for cut in trial.cuts(by_lot=0):
        trial.prove(cut)


@of(TIDIED)
def test_what_was_not_tidied_away_is_so_by_the_next_update(ground: Ground) -> None:
    """That finds nothing new, and nobody knows how often one is broken off before something is."""
    removal = next(at for at, step in enumerate(Trial(ground).disk.steps) if str(step).startswith("remove kiosk/rel"))
    releases = Trial(ground, kill_at=removal + 1).machine.folder / "releases"
    assert len(list(releases.iterdir())) == 3


@of(STARTS)
def test_much_is_tried(ground: Ground) -> None:
    """It is no proof if hardly anything is."""
    trial = Trial(ground)
    cuts = list(trial.cuts())
    assert len(trial.disk.steps) > 40
    assert {cut.step for cut in cuts} == set(range(len(trial.disk.steps) + 1))
    assert len(cuts) > 5 * len(trial.disk.steps)


# Disks that are not careful ------------------------------------------------------------------------------------------


class ForgetfulDisk(PowerDisk):
    """It syncs no files."""

    def _sync(self, file: BinaryIO) -> None:
        pass


class NamelessDisk(PowerDisk):
    """It syncs no folders."""

    def sync_folder(self, folder: Path) -> None:
        pass


class RootlessDisk(PowerDisk):
    """It does not sync the names of folders that it makes."""

    def make_folder(self, path: Path) -> None:
        for folder in (*reversed(path.parents), path):
            if not folder.is_dir():
                self._make(folder)


class HastyDisk(PowerDisk):
    """It syncs a file when that has its name already."""

    def replace_file(self, path: Path, data: bytes) -> None:
        temporary = path.with_suffix(".new")
        with self._open(temporary) as file:
            self._put(file, data)
            self.rename(temporary, path)
            self._step(Step("sync", self._name(path)))
        self.sync_folder(path.parent)
        self._promise(path, data)


class BluntDisk(PowerDisk):
    """It writes a file where it stands."""

    def replace_file(self, path: Path, data: bytes) -> None:
        self.write(path, data)
        self.sync_folder(path.parent)
        self._promise(path, data)


class RoomyDisk(PowerDisk):
    """It removes the old file before it puts the new one there."""

    def rename(self, source: Path, target: Path) -> None:
        self.remove(target)
        super().rename(source, target)


@of(FIRST_EVER)
@pytest.mark.parametrize("careless", [ForgetfulDisk, NamelessDisk, RootlessDisk, HastyDisk, BluntDisk])
def test_a_disk_that_is_not_careful_is_found_out_at_once(ground: Ground, careless: type[PowerDisk]) -> None:
    """Or what the careful one withstands would prove nothing."""
    _is_found_out(ground, careless)


@of(STARTS)
@pytest.mark.parametrize("careless", [ForgetfulDisk, NamelessDisk, HastyDisk, BluntDisk, RoomyDisk])
def test_a_disk_that_is_not_careful_is_found_out_later(ground: Ground, careless: type[PowerDisk]) -> None:
    """Every folder is there already, and every file replaces another."""
    _is_found_out(ground, careless)


def _is_found_out(ground: Ground, careless: type[PowerDisk]) -> None:
    trial = Trial(ground, careless)
    with pytest.raises(LostError):
        for cut in trial.cuts():
            trial.prove(cut)
