"""How a fleet fares: python -m tests.fleet [KIOSKS].

Real: nginx, the client of each kiosk with its own trust, each connection (TLS), each verification and each byte.
Simulated: the clock, so that an hour takes as long as its looks do; and that the kiosks share two processes.
Left out: the check of new content by its rules, which each kiosk does by itself.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from kiosk import paths
from kiosk.qt.updating import FIRST, JITTER
from tests.fleet.kiosk import HOUR, SimulatedKiosk
from tests.fleet.server import MissingError, Nginx
from tests.helpers.central import Central
from tests.torture.victim import dated

PROCESSES = 2
ALL_ENGLAND = 7650
"""50 kiosks in each of the 153 authorities."""
DAY = 24
NO_NGINX = 2
"""The exit code where there is none."""
SMALL_LOOKS = 300
RESULTS = Path("build", "fleet.json")


class Fleet:
    """Kiosks that are looked after in some processes, and the clock that they share."""

    def __init__(self, count: int, address: str, root: bytes, spread: float) -> None:
        """Switch on so many kiosks; their first looks are spread over so many seconds."""
        chance = Random(count)
        self.kiosks = [SimulatedKiosk(n, chance.uniform(0, spread), Random(n)) for n in range(count)]
        self.clock = 0.0
        self._address = address
        self._root = root

    def run(self, seconds: float, pool: ProcessPoolExecutor) -> float:
        """Let some seconds of the fleet's clock pass; return the real seconds that took."""
        self.clock += seconds
        shares = [self.kiosks[n::PROCESSES] for n in range(PROCESSES)]
        begun = time.monotonic()
        work = [pool.submit(run_share, share, self.clock, self._address, self._root) for share in shares]
        self.kiosks = sorted((kiosk for done in work for kiosk in done.result()), key=lambda kiosk: kiosk.number)
        return time.monotonic() - begun

    def have(self) -> Counter[str]:
        """Return how many kiosks have which content."""
        return Counter(kiosk.content for kiosk in self.kiosks)

    def failures(self) -> Counter[str]:
        """Return why looks have failed, and how often."""
        return Counter(why for kiosk in self.kiosks for why in kiosk.failures)


def run_share(kiosks: list[SimulatedKiosk], until: float, address: str, root: bytes) -> list[SimulatedKiosk]:
    """Let every look of some kiosks happen that is due by a time, in the order of their times."""
    while (first := min(kiosks, key=lambda kiosk: kiosk.next_look)).next_look <= until:
        first.look(address, root)
    return kiosks


def main(count: int) -> int:
    """Print how a fleet of so many fares; return 1 if any kiosk ends without the newest content."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        (place / "nginx").mkdir()
        central = Central(place / "central", now=datetime.now(UTC))
        place.chmod(0o755)
        first = _publish(central, place, 1)
        try:
            with Nginx(central.folder, place / "nginx") as nginx:
                os.environ["SSL_CERT_FILE"] = str(nginx.certificate)
                found = _measure(count, central, nginx, place, first)
        except MissingError as missing:
            print(missing)
            return NO_NGINX
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(found, indent=1))
    for name, value in found.items():
        print(f"{name:<62} {value}")
    return 0 if found["kiosks without the newest content at the end"] == 0 else 1


def _publish(central: Central, place: Path, day: int) -> str:
    made = dated(paths.content_database(), f"2030-01-{day:02}", place / "publication.db").read_bytes()
    central.publish(made, f"2030-01-{day:02}", now=datetime.now(UTC))
    return sha256(made).hexdigest()


def _measure(count: int, central: Central, nginx: Nginx, place: Path, first: str) -> dict[str, object]:
    address, root = nginx.address(safe=True), central.root
    size = paths.content_database().stat().st_size
    with ProcessPoolExecutor(PROCESSES) as pool:
        fleet = Fleet(count, address, root, FIRST / 1000 * (1 + JITTER))
        outage = fleet.run(HOUR * (1 - JITTER) - 1, pool)
        assert fleet.have() == {first: count}, fleet.have()
        cpu, looks = nginx.seconds(), len(nginx.answered())
        idle = fleet.run(3 * HOUR, pool)
        answered = nginx.answered()[looks:]
        cpu = nginx.seconds() - cpu
        asked = Counter(name for _, _, name in answered)
        found: dict[str, object] = {
            "kiosks": count,
            "content, MB": round(size / 1e6, 2),
            "switched on in the same minute: real seconds until all had it": round(outage, 1),
            "idle looks in three hours": len(answered),
            "of them for anything but the timestamp": len(answered) - asked["/metadata/timestamp.json"],
            "idle looks a real second, clients and server on two cores": round(len(answered) / idle),
            "seconds of nginx for 1,000 idle looks, with TLS": round(1000 * cpu / len(answered), 3),
            "bytes of an idle look, question and answer, without TLS": round(
                statistics.mean(b for _, b, _ in answered)
            ),
        }
        bytes_a_look = _on_the_wire(replace(fleet.kiosks[0]), address, root)
        found["bytes of an idle look on the wire, with TLS, TCP and IP"] = bytes_a_look
        found["bytes of an idle kiosk a day, on the wire"] = bytes_a_look * DAY
        found |= _publication(fleet, central, place, pool)
        failed = fleet.failures()
        nginx.stop()
        fleet.run(HOUR / 4, pool)
        missed = fleet.failures() - failed
        nginx.start()
        fleet.run(2 * HOUR, pool)
        found["looks that failed while nginx was stopped for 15 minutes"] = missed.total()
        found["looks that failed otherwise"] = dict(fleet.failures() - missed)
        newest = str(found.pop("newest"))
        found["kiosks without the newest content at the end"] = count - fleet.have()[newest]
    return found | _paper(bytes_a_look, size)


def _publication(fleet: Fleet, central: Central, place: Path, pool: ProcessPoolExecutor) -> dict[str, object]:
    """Publish, and half an hour later once more; tell how long it took until all had the newest."""
    _publish(central, place, 2)
    fleet.run(HOUR / 2, pool)
    newest = _publish(central, place, 3)
    at = fleet.clock
    real = fleet.run(HOUR * (1 + JITTER), pool)
    waited = sorted(kiosk.got_at - at for kiosk in fleet.kiosks if kiosk.content == newest)
    assert len(waited) == len(fleet.kiosks), fleet.failures()
    return {
        "a release: minutes until half of them had it": round(statistics.median(waited) / 60, 1),
        "a release: minutes until all of them had it": round(waited[-1] / 60, 1),
        "a release: real seconds for all to verify and fetch it": round(real, 1),
        "newest": newest,
    }


def _on_the_wire(kiosk: SimulatedKiosk, address: str, root: bytes) -> int:
    """Return the bytes that one idle look puts on the wire, as the loopback device counts them."""
    loopback = Path("/sys/class/net/lo/statistics/rx_bytes")
    looks = []
    for _ in range(SMALL_LOOKS):
        before = int(loopback.read_text())
        kiosk.look(address, root)
        looks.append(int(loopback.read_text()) - before)
    return round(statistics.median(looks))


def _paper(bytes_a_look: int, size: int) -> dict[str, object]:
    """Work out what all of England needs."""
    month = 365.25 / 12
    return {
        f"on paper, {ALL_ENGLAND:,} kiosks: looks a second on average": round(ALL_ENGLAND / HOUR, 2),
        "  in the worst second after a power cut everywhere": round(ALL_ENGLAND / (FIRST / 1000 * 2 * JITTER)),
        "  GB a month while nothing changes": round(ALL_ENGLAND * DAY * month * bytes_a_look / 1e9, 1),
        "  GB for this release": round(ALL_ENGLAND * size / 1e9, 1),
        "  GB for a release of 20 MB": round(ALL_ENGLAND * 20e6 / 1e9, 1),
        "  Mbit/s while a release of 20 MB spreads": round(ALL_ENGLAND * 20e6 * 8 / (HOUR * (1 + JITTER)) / 1e6),
    }


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000))
