"""`make soak`: somebody who touches anything for a long time; how much memory the kiosk uses meanwhile.

make soak TOUCHES=1000000
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from tests.bench.inside import Recorder, opened
from tests.bench.memory import KIB

TOUCHES = 20_000
LINES = 20
"""How often the memory is printed."""
STATM_RESIDENT = 1


def main() -> None:
    """Touch any button that can be touched, again and again, and print the memory in between."""
    touches = int(sys.argv[1]) if len(sys.argv) > 1 else TOUCHES
    chance = random.Random(touches)
    with opened() as (session, window):
        visitor = Recorder(session, window)
        for done in range(touches):
            if done % max(1, touches // LINES) == 0:
                print(f"{done:>10} touches {_resident_mb():>8.1f} MB", flush=True)
            visitor.touched.clear()
            seen = [each for each in visitor.looks() if each.is_button and each.enabled]
            visitor.touches_at(chance.choice(seen).where.center())
        print(f"{touches:>10} touches {_resident_mb():>8.1f} MB")


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[STATM_RESIDENT])
    return pages * os.sysconf("SC_PAGE_SIZE") / KIB / KIB


if __name__ == "__main__":
    main()
