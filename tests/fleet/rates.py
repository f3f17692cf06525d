"""How fast the server answers, and what a look takes: measured several times, since other programs run as well."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from random import Random
from time import perf_counter

from kiosk.refresh import Result
from tests.fleet.field import Field, Phase
from tests.fleet.kiosk import Look
from tests.fleet.meter import Counted, metered

ROUNDS = 5
SECONDS = 4.0
"""Real seconds of each round."""
LARGE = 20_000_000
"""Bytes of a large release."""
METERED_LOOKS = 25


@dataclass(frozen=True)
class Rate:
    """Over the rounds: looks in a second, median and best, and seconds of the server's processor for 1,000, median."""

    looks: float
    best: float
    cpu: float


@dataclass(frozen=True)
class Large:
    """Medians: MB in a second, seconds of the server's processor for 1 GB, bytes on the line for each byte."""

    speed: float
    cpu: float
    line: float


def idle_rates(field: Field, phase: Phase) -> dict[str, Rate]:
    """Have kiosks look one after another as fast as this machine can, with TLS and without, in turn.

    `real` are real looks; `light` are connections that ask for the same and do nothing else, so that the server is what
    is measured.
    """
    taken: dict[str, list[Rate]] = {}
    for _ in range(ROUNDS):
        for name, address in _ways(field):
            taken.setdefault(f"real {name}", []).append(_round(field, phase, "flat_out", field.at, address))
            taken.setdefault(f"light {name}", []).append(_round(field, phase, "light", address))
    return {name: _median(rates) for name, rates in taken.items()}


def _round(field: Field, phase: Phase, word: str, *arguments: object) -> Rate:
    begun, spent = perf_counter(), field.server.cpu_seconds()
    answers = field.crews.ask(word, SECONDS, *arguments)
    took = perf_counter() - begun
    count = sum(_count(phase, answer) for answer in answers)
    return Rate(count / took, count / took, (field.server.cpu_seconds() - spent) / count * 1000)


def _count(phase: Phase, answer: int | Sequence[Look]) -> int:
    if isinstance(answer, int):
        return answer
    failed = [look for look in answer if look.result != Result.SAME]
    phase.wrong += [f"Kiosk {look.kiosk}, looking flat out: {look.sentence}" for look in failed]
    return len(answer)


def line_of_idle_looks(field: Field) -> dict[str, Counted]:
    """Return what an idle look takes on the line, with TLS and without: the median of many."""
    return {name: _metered(field, address) for name, address in _ways(field)}


def _ways(field: Field) -> list[tuple[str, str]]:
    ways = (("https", field.server.secure), ("http", field.server.plain))
    return [(name, address) for name, address in ways if address]


def _metered(field: Field, address: str) -> Counted:
    scheme, _, port = address.rpartition(":")
    with metered(int(port)) as meter:
        field.crews.first("look_often", METERED_LOOKS, field.at, f"{scheme}:{meter.port}")
        counted = meter.counted()
    return sorted(counted, key=lambda each: each.on_the_line)[len(counted) // 2]


def large_release(field: Field) -> Large:
    """Fetch a file of 20 MB again and again, with TLS; what cannot be packed smaller, as if it were a release."""
    data = Random(1).randbytes(LARGE)
    name = f"targets/{sha256(data).hexdigest()}.large.db"
    field.publisher.write(name, data)
    taken = []
    for _ in range(ROUNDS):
        begun, spent = perf_counter(), field.server.cpu_seconds()
        fetched = sum(field.crews.ask("fetch", f"{field.server.address}/{name}", LARGE, 4)) / 1e6
        cpu = (field.server.cpu_seconds() - spent) / fetched * 1000
        taken.append((fetched / (perf_counter() - begun), cpu))
    speeds, cpus = zip(*taken, strict=True)
    return Large(statistics.median(speeds), statistics.median(cpus), _line_of(field, name))


def around_a_release(field: Field, line: float) -> float:
    """Return the bytes on the line of a look that finds a release, less the content itself: the median of some.

    `line` are the bytes on the line for each byte of content.
    """
    taken = []
    for _ in range(ROUNDS):
        field.publisher.issue(field.at)
        scheme, _, port = field.server.address.rpartition(":")
        with metered(int(port)) as meter:
            field.crews.first("look_often", 1, field.at, f"{scheme}:{meter.port}")
            all_of_it = sum(each.on_the_line for each in meter.counted())
        content = field.publisher.path(field.publisher.content_name()).stat().st_size
        taken.append(all_of_it - line * content)
    return statistics.median(taken)


def _line_of(field: Field, name: str) -> float:
    scheme, _, port = field.server.address.rpartition(":")
    with metered(int(port)) as meter:
        field.crews.first("fetch", f"{scheme}:{meter.port}/{name}", LARGE, 1)
        return sum(each.on_the_line for each in meter.counted()) / LARGE


def _median(rates: Sequence[Rate]) -> Rate:
    looks = [rate.looks for rate in rates]
    return Rate(statistics.median(looks), max(looks), statistics.median(rate.cpu for rate in rates))
