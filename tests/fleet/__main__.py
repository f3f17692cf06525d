"""Measure a fleet: python -m tests.fleet [KIOSKS].

Ends with exit code 1 if any kiosk ends without the newest release, or ever shows or says what it should not.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

from tests.fleet.field import Field, Phase, taken
from tests.fleet.paper import peaks
from tests.fleet.processes import costs
from tests.fleet.rates import around_a_release, idle_rates, large_release, line_of_idle_looks
from tests.fleet.report import Report, machine
from tests.fleet.server import found_nginx
from tests.fleet.story import STORY, Figures

KIOSKS = 2000
WRITTEN = Path("build", "fleet.json")
NO_NGINX = """There is no nginx on this machine. Run this line, then run this again:
    sudo apt-get install --yes --no-install-recommends nginx"""


def main(arguments: Sequence[str]) -> int:
    """Tell the story with so many kiosks, measure, print and write all of it; return the exit code."""
    kiosks = _number(arguments)
    if not found_nginx():
        print(NO_NGINX, file=sys.stderr)
        return 1
    report = _measured(kiosks)
    print("\n".join(report.lines()))
    WRITTEN.parent.mkdir(exist_ok=True)
    WRITTEN.write_text(json.dumps(report.as_json(), indent=1), encoding="utf-8")
    print(f"All of it is in {WRITTEN}.")
    return 1 if report.wrong else 0


def _measured(kiosks: int) -> Report:
    began = os.getloadavg()[0]
    _say("real processes")
    processes = costs()
    with taken(kiosks) as field:
        story = [_told(field, number) for number in range(len(STORY))]
        _say("how fast the server answers")
        flat_out = Phase("looks flat out")
        rates, line, large = idle_rates(field, flat_out), line_of_idle_looks(field), large_release(field)
        around = around_a_release(field, large.line)
        story[0][0].wrong.extend(flat_out.wrong)
        length = field.chain.length if field.chain else 0
        where = machine(field.server.name, began)
        drawn = peaks(field.schedule)
        return Report(kiosks, where, length, story, rates, line, large, processes, around, drawn, field.schedule)


def _told(field: Field, number: int) -> tuple[Phase, Figures]:
    _say(f"{number + 1} of {len(STORY)}: {STORY[number].__name__.replace('_', ' ')}")
    return STORY[number](field)


def _number(arguments: Sequence[str]) -> int:
    given = arguments[0] if arguments else str(KIOSKS)
    if len(arguments) > 1 or not given.isdecimal() or not 1 <= int(given) <= 99_999:
        sys.exit(f"{' '.join(arguments)!r} is no number of kiosks: say one from 1 to 99999, or nothing for {KIOSKS}.")
    return int(given)


def _say(step: str) -> None:
    print(f"… {step}", file=sys.stderr, flush=True)


def _end(*_: object) -> NoReturn:
    sys.exit("Stopped; the server and the kiosks are stopped as well.")


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, _end)
    signal.signal(signal.SIGINT, _end)
    sys.exit(main(sys.argv[1:]))
