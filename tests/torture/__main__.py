"""Kill a real updating process at random moments: python -m tests.torture [KILLS] [SEED].

After each kill the kiosk starts and shows one whole release, the old or the new. The first that does not ends it with
exit code 1 and the seed to repeat it.
"""

from __future__ import annotations

import logging
import sys
import tempfile
from pathlib import Path
from random import Random

from kiosk import paths
from tests.torture.victim import LostError, Victim

EVERY = 25
"""After this many kills an update is let through to its end."""
STARTS = 0.2
"""How often it is a start of the kiosk that is killed, and not an update."""


def main(kills: int, seed: int) -> int:
    """Kill so many processes; return the exit code."""
    logging.disable(logging.CRITICAL)
    with tempfile.TemporaryDirectory() as folder:
        victim = Victim(Path(folder), paths.content_database(), Random(seed))
        try:
            _torture(victim, kills)
        except LostError as lost:
            print(f"After {sum(victim.stages.values())} kills of seed {seed}: {lost}.")
            return 1
        print(f"{kills} kills of seed {seed}, {len(victim.published)} publications, 0 failures.")
        for stage, times in sorted(victim.stages.items()):
            print(f"  {times:>5} {stage}")
        print(
            f"  at most {victim.largest / 1e6:.1f} MB kept, of content of {victim.content.stat().st_size / 1e6:.1f} MB"
        )
    return 0


def _torture(victim: Victim, kills: int) -> None:
    update, start = victim.lasts(victim.update()), victim.lasts(victim.start())
    for number in range(1, kills + 1):
        if victim.chance.random() < STARTS:
            victim.kill(victim.start(), start)
        else:
            victim.kill(victim.update(), update)
        victim.proves()
        if victim.chance.random() < 0.5:
            victim.publish()
        if number % EVERY == 0:
            update = victim.lasts(victim.update())
            victim.proves()
            if victim.shown != max(victim.published):
                raise LostError(f"an update that was let through shows {victim.shown}")
            victim.publish()
            print(f"  {number} kills", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000, int(sys.argv[2]) if len(sys.argv) > 2 else 1))
