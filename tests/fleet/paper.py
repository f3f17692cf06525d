"""On paper: what 7,650 kiosks need, worked out from what was measured. Each line shows its sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from tests.fleet.schedule import Schedule

AUTHORITIES = 153
EACH = 50
KIOSKS = AUTHORITIES * EACH
DAY, MONTH = 86_400, 30 * 86_400
"""Seconds."""
LINE = 1e9 / 8
"""Bytes that a line of 1 Gbit/s carries in a second."""


@dataclass(frozen=True)
class Peaks:
    """The most looks of 7,650 kiosks in one minute and one second, in a month and after all were switched on at once.

    `later` is the busiest minute of the hours after the first look.
    """

    minute: int
    second: int
    start_minute: int
    start_second: int
    later: int


@dataclass(frozen=True)
class Measured:
    """What the sums are made from: bytes on the line of an idle look, of all but the content when there is a release,
    and for each byte of content; seconds of the server's processor for a look, and for a byte of content.
    """

    idle: float
    around: float
    line: float
    cpu_look: float
    cpu_byte: float


def peaks(schedule: Schedule, kiosks: int = KIOSKS, days: int = 30, seed: int = 1) -> Peaks:
    """Draw when so many kiosks look; no look is made."""
    chance = Random(seed)
    steady: Counter[int] = Counter()
    for _ in range(kiosks):
        at = chance.uniform(0, schedule.every)
        while at < days * DAY:
            steady[int(at)] += 1
            at += schedule.until_next(chance)
    start: Counter[int] = Counter()
    for _ in range(kiosks):
        at = schedule.until_first(chance)
        while at < 6 * schedule.every:
            start[int(at)] += 1
            at += schedule.until_next(chance)
    minutes, starting = _by_minute(steady), _by_minute(start)
    first, later = ({m: n for m, n in starting.items() if (m < 10) is early} for early in (True, False))
    return Peaks(*(max(each.values()) for each in (minutes, steady, first, start, later)))


def sums(measured: Measured, drawn: Peaks, hour: float) -> Iterator[tuple[str, str]]:
    """Give each line: what is worked out, and the sum. `hour` are the seconds between two looks."""
    yield "kiosks", f"{AUTHORITIES} authorities x {EACH} = {KIOSKS:,}"
    yield "looks, on average", f"{KIOSKS:,} / {hour:.0f} s = {KIOSKS / hour:.1f} a second"
    yield "looks, busiest of a month", f"{drawn.minute} in a minute, {drawn.second} in a second (drawn)"
    yield (
        "all switched on at one moment",
        f"{drawn.start_second:,} looks in a second, {drawn.start_minute:,} in a minute; "
        f"an hour later {drawn.later:,} in a minute (drawn)",
    )
    share = drawn.start_second * measured.cpu_look
    yield "processor for that second", f"{drawn.start_second:,} x {measured.cpu_look * 1000:.2f} ms = {share:.2f} cores"
    looks = MONTH / hour
    idle = KIOSKS * looks * measured.idle
    yield "idle, a month", f"{KIOSKS:,} x {looks:.0f} looks x {measured.idle / 1000:.1f} kB = {idle / 1e9:.1f} GB"
    for size in (2e6, 20e6):
        yield from _release(measured, size, hour)


def _release(measured: Measured, size: float, hour: float) -> Iterator[tuple[str, str]]:
    name, one = f"a release of {size / 1e6:.0f} MB", size * measured.line + measured.around
    total = KIOSKS * one
    yield (
        name,
        f"{KIOSKS:,} x ({size / 1e6:.0f} MB x {measured.line:.3f} + {measured.around / 1000:.0f} kB) = "
        + (f"{total / 1e9:.0f} GB"),
    )
    yield f"{name}, over its hour", f"{total / 1e9:.0f} GB / {hour:.0f} s = {total * 8 / hour / 1e6:.0f} Mbit/s"
    yield f"{name}, all at once", f"{total / 1e9:.0f} GB / 1 Gbit/s = {total / LINE:.0f} s"
    cpu = KIOSKS * (size * measured.cpu_byte + 6 * measured.cpu_look)
    yield f"{name}, processor", f"{cpu:.0f} s"
    council = EACH * one
    yield (
        f"{name}, a council's {EACH} kiosks",
        f"{council / 1e6:.0f} MB, over the hour {council * 8 / hour / 1e6:.1f} Mbit/s",
    )


def _by_minute(seconds: Counter[int]) -> Counter[int]:
    minutes: Counter[int] = Counter()
    for second, count in seconds.items():
        minutes[second // 60] += count
    return minutes
