"""Cut the power at every step of every scenario, in every way: python -m tests.torture.power [SCENARIO…].

For each: a cut before each step, in each state that the disk may be found in; a kill before each step, and after that a
cut; a cut, a start in which there is another cut, and then a third. Exit code 1 at any failure, with what it was.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.helpers.power import Cut
from tests.updates.interruptions import Ground, LostError, Trial
from tests.updates.scenarios import SCENARIOS

UPDATED = 4
"""From each so-many-th state the kiosk is updated to the end as well; from the others it starts."""
AFTER_A_KILL = 40
"""States that are tried of a trial that was killed, by lot."""
CHAINS = 30
"""Second cuts of each scenario, by lot, and from each of them a third."""


@dataclass
class Tally:
    """What was tried of one scenario, and what failed."""

    name: str
    steps: int = 0
    states: int = 0
    updates: int = 0
    kills: int = 0
    killed_states: int = 0
    chained_states: int = 0
    lost: list[str] = field(default_factory=list)

    def prove(self, trial: Trial, cuts: Sequence[Cut], every: int = UPDATED) -> int:
        """Try states; return how many."""
        for number, cut in enumerate(cuts):
            whole = number % every == 0
            self.updates += whole
            try:
                trial.prove(cut, whole)
            except LostError as lost:
                self.lost.append(str(lost))
        return len(cuts)


def tried(number: int) -> Tally:
    """Try all of one scenario."""
    scenario = SCENARIOS[number]
    tally, chance = Tally(scenario.name), Random(number)
    with tempfile.TemporaryDirectory() as folder:
        ground = Ground(scenario, Path(folder))
        trial = Trial(ground)
        cuts = list(trial.cuts(by_lot=40))
        tally.steps = len(trial.disk.steps)
        tally.states = tally.prove(trial, cuts)
        for kill_at in range(tally.steps):
            killed = Trial(ground, kill_at=kill_at)
            tally.kills += 1
            tally.killed_states += tally.prove(killed, _some(list(killed.cuts(kill_at)), AFTER_A_KILL, chance), 10)
            killed.close()
        for cut in _some(cuts, CHAINS, chance):
            second = trial.then(cut)
            [again] = _some(list(second.cuts()), 1, chance)
            third = second.then(again)
            tally.chained_states += tally.prove(third, _some(list(third.cuts()), 10, chance), 5)
            second.close()
            third.close()
    return tally


def main(numbers: Sequence[int]) -> int:
    """Try scenarios, two at a time; return the exit code."""
    begun = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        tallies = []
        for tally in pool.map(tried, numbers):
            print(_line(tally), *(f"    {lost}" for lost in tally.lost[:10]), sep="\n", flush=True)
            tallies.append(tally)
    names = ("steps", "states", "updates", "kills", "killed_states", "chained_states")
    total = Tally("all", *(sum(getattr(each, name) for each in tallies) for name in names))
    failures = sum(len(each.lost) for each in tallies)
    print(f"{_line(total)}\n{failures} failures. {time.monotonic() - begun:.0f} seconds.")
    return 1 if failures else 0


def _some(cuts: list[Cut], most: int, chance: Random) -> list[Cut]:
    return chance.sample(cuts, min(most, len(cuts)))


def _line(tally: Tally) -> str:
    return (
        f"{tally.name:30} {tally.steps:4} steps, {tally.states:5,} states after a cut; {tally.kills:4} kills, "
        f"{tally.killed_states:6,} states after one; {tally.chained_states:5,} after three cuts; "
        f"{tally.updates:5,} updates to the end"
    )


if __name__ == "__main__":
    sys.exit(main([int(each) for each in sys.argv[1:]] or range(len(SCENARIOS))))
