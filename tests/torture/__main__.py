"""Kill a real updating process at random moments: python -m tests.torture [KILLS] [SEED] [MEGABYTES].

Each is started cold. After each kill the lock is free, and a start shows one whole release, the old or the new. The
first that does not ends it with exit code 1 and the seed to repeat it. With a size, the content is made that large.
"""

from __future__ import annotations

import logging
import shutil
import sys
import tempfile
import time
from pathlib import Path
from random import Random

from kiosk import paths
from tests.helpers.large import enlarge
from tests.torture.victim import LostError, Victim

EVERY = 25
"""After this many kills an update is let through to its end, and the whole kiosk is started."""
STARTS, RUNS = 0.15, 0.05
"""How often it is a start that is killed, of what it does with releases or of the whole kiosk, and not an update."""
MB = 1_000_000


def main(kills: int = 1000, seed: int = 1, size: int = 0) -> int:
    """Kill so many processes; return the exit code."""
    logging.disable(logging.CRITICAL)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        content = Path(shutil.copy(paths.content_database(), Path(folder) / "content.db"))
        enlarge(content, size * MB)
        victim = Victim(Path(folder), content, Random(seed))
        try:
            torture(victim, kills)
        except LostError as lost:
            print(f"After {victim.kills} kills of seed {seed}: {lost}.")
            return 1
        _say(victim, seed, time.monotonic() - begun)
    return 0


def torture(victim: Victim, kills: int) -> None:
    """Kill so many processes, and prove the kiosk after each. Raises LostError."""
    lasts = {command: victim.lasts(getattr(victim, command)()) for command in ("update", "start", "run")}
    while victim.kills < kills:
        die = victim.chance.random()
        command = "start" if die < STARTS else "run" if die < STARTS + RUNS else "update"
        if not victim.kill(getattr(victim, command)(), lasts[command]):
            victim.publish()  # it is done: the next has something to do
        victim.proves()
        if victim.chance.random() < 0.5:
            victim.publish()
        if victim.kills % EVERY == 0:
            lasts |= {command: victim.lasts(getattr(victim, command)()) for command in ("update", "run")}
            victim.proves()
            if victim.shown != max(victim.published):
                raise LostError(f"an update that was let through shows {victim.shown}")
            victim.publish()
            print(f"  {victim.kills} kills", file=sys.stderr, flush=True)


def _say(victim: Victim, seed: int, seconds: float) -> None:
    print(
        f"{victim.kills} kills of seed {seed}, {len(victim.published)} publications, 0 failures. {seconds:.0f} seconds."
    )
    for what, times in (*sorted(victim.stages.items()), *sorted(victim.found.items())):
        print(f"  {times:>5} {what}")
    size = victim.content.stat().st_size
    print(f"  at most {victim.largest / MB:.1f} MB kept, of content of {size / MB:.1f} MB")


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:4])))
