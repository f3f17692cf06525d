"""What a look costs the kiosk itself: `send-kiosk update` as a kiosk starts it, with the content that we ship."""

from __future__ import annotations

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from kiosk import paths
from kiosk.content.build import build
from tests.fleet.chain import Chain, make_chain
from tests.fleet.publisher import next_day
from tests.fleet.server import found_nginx, served
from tests.helpers.central import Central

TIMES = 5


@dataclass(frozen=True)
class Cost:
    """Medians: seconds from start to end, seconds of the processor."""

    took: float
    cpu: float


@dataclass(frozen=True)
class Costs:
    """Of a look that finds a release, and of one that finds nothing new; `length` are the bytes of the release."""

    new: Cost
    same: Cost
    length: int


def costs() -> Costs:
    """Run real processes, one after another, each kiosk with a folder of its own."""
    with tempfile.TemporaryDirectory(prefix="fleet-") as name:
        folder = Path(name)
        content = _content(folder)
        central = Central(folder / "central")
        central.publish(content, next_day(0).isoformat())
        root = folder / "root.json"
        root.write_bytes(central.root)
        chain = make_chain(folder) if found_nginx() else None
        with served(central.folder, folder / "web", chain) as server:
            line = [sys.executable, "-m", "kiosk", "update", "--from", server.address, "--root", str(root), "--json"]
            looks = [[*line, "--releases", str(folder / f"kiosk-{number}")] for number in range(TIMES)]
            environment = _environment(chain)
            new, same = (_median([_cost(look, word, environment) for look in looks]) for word in ("new", "same"))
        return Costs(new, same, len(content))


def _content(folder: Path) -> bytes:
    """Return the content that we ship, as it would be published on a later day."""
    data = Path(shutil.copytree(paths.DATA, folder / "data"))
    about = data / "content.toml"
    lines = about.read_text(encoding="utf-8").splitlines()
    dated = [f"published = {next_day(0)}" if line.startswith("published = ") else line for line in lines]
    about.write_text("\n".join(dated), encoding="utf-8")
    build(data, folder / "content.db", next_day(0))
    return (folder / "content.db").read_bytes()


def _environment(chain: Chain | None) -> dict[str, str]:
    trusted = {"SSL_CERT_FILE": str(chain.root)} if chain else {}
    return {**{name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}, **trusted}


def _cost(line: Sequence[str], expected: str, environment: dict[str, str]) -> Cost:
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), perf_counter()
    done = subprocess.run(line, check=True, capture_output=True, env=environment, cwd=paths.ROOT)
    took, after = perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    said = json.loads(done.stdout)
    if said["result"] != expected:
        raise RuntimeError(f"A look ended with {said}, not with {expected}.")
    return Cost(took, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)


def _median(each: Sequence[Cost]) -> Cost:
    return Cost(statistics.median(one.took for one in each), statistics.median(one.cpu for one in each))
