"""Start the whole kiosk from what may be found after a power cut: python -m tests.torture.attract [STATES].

So many states of each scenario, by lot. The attract screen is painted, the program ends well, and the content that was
shown is one that may be. Exit code 1 at any failure.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.power import Cut
from tests.torture.victim import OFFSCREEN
from tests.updates.interruptions import Ground, Trial
from tests.updates.scenarios import SCENARIOS

STATES = 8
SAYS = "attract screen shown\n"


def starts(trial: Trial, cut: Cut) -> str:
    """Start the kiosk from a state; return what is wrong, or nothing."""
    folder = cut.state.write(trial.ground.new_folder())
    settings = folder / "kiosk.toml"
    settings.write_text('[updates]\nreleases = "kiosk"\n', encoding="utf-8")
    line = [sys.executable, "-m", "kiosk", "run", "--config", str(settings), "--windowed", "--until-attract"]
    done = subprocess.run(line, capture_output=True, text=True, env=OFFSCREEN)
    if (done.returncode, done.stdout) != (0, SAYS):
        return f"code {done.returncode}, {done.stdout!r}, {done.stderr!r}"
    machine: Machine = trial.ground.machine(folder, trial.disk)
    active = machine.releases.active()
    shown = active.published if active else BUNDLED
    if shown not in trial.allowed(cut.step):
        return f"{shown} is shown"
    if active is not None and active.database.read_bytes() != content_of(shown):
        return f"{active.database} is not what was published"
    return "" if machine.releases.pointer.proven else "what was seen is not proven"


def main(states: int = STATES) -> int:
    """Start from so many states of each scenario; return the exit code."""
    begun, tried, failures = time.monotonic(), 0, 0
    for scenario in SCENARIOS:
        with tempfile.TemporaryDirectory() as folder:
            trial, chance = Trial(Ground(scenario, Path(folder))), Random(scenario.name)
            cuts = list(trial.cuts())
            for cut in chance.sample(cuts, min(states, len(cuts))):
                wrong = starts(trial, cut)
                tried, failures = tried + 1, failures + bool(wrong)
                print(f"{scenario.name}, step {cut.step}: {wrong}\n" if wrong else "", end="", flush=True)
    print(f"The kiosk started from {tried} states: {failures} failures. {time.monotonic() - begun:.0f} seconds.")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:2])))
