"""A crew: one process that runs a share of the kiosks. It is told what to do, and answers, over a pipe."""

from __future__ import annotations

import heapq
import logging
import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import cycle
from multiprocessing import get_context
from multiprocessing.connection import Connection
from os import SEEK_END
from pathlib import Path
from random import Random
from time import monotonic
from types import SimpleNamespace
from typing import Any

from kiosk.updates import client
from kiosk.updates.web import WebFetcher
from tests.fleet.held import Gate
from tests.fleet.kiosk import Fleet, FleetKiosk, Look
from tests.fleet.light import ask_often
from tests.fleet.schedule import Schedule

THREADS = 4
PROXIES = ("http_proxy", "https_proxy", "all_proxy")


@dataclass(frozen=True)
class Orders:
    """What a crew needs to know: its kiosks, when they look, which certificate they trust, and a seed for chance."""

    numbers: Sequence[int]
    fleet: Fleet
    schedule: Schedule
    trusted: Path | None
    seed: int


class Crew:
    """Kiosks, each with the time of its next look."""

    def __init__(self, orders: Orders) -> None:
        self._chance = Random(orders.seed)
        self._schedule, self._trusted = orders.schedule, orders.trusted
        self._kiosks = {number: FleetKiosk(number, orders.fleet) for number in orders.numbers}
        self._due: list[tuple[float, int]] = []
        self._pool = ThreadPoolExecutor(THREADS)
        self._gate = Gate()
        self._held: list[Future[Look]] = []
        self._holding = ThreadPoolExecutor(max(1, len(self._kiosks)))

    def switch_on(self, start: float, within: float) -> None:
        """Start every kiosk at some moment within so many seconds; what was planned before is forgotten."""
        self._due = [
            (start + self._chance.uniform(0, within) + self._schedule.until_first(self._chance), number)
            for number in self._kiosks
        ]
        heapq.heapify(self._due)

    def advance(self, until: float, source: str) -> list[Look]:
        """Make every look that is due before a second of the fleet's clock, as fast as this machine can."""
        looks: list[Look] = []
        while self._due and self._due[0][0] < until:
            due = [self._next() for _ in range(sum(at < until for at, _ in self._due))]
            looks += self._pool.map(lambda each: self._kiosks[each[1]].look(source, each[0]), due)
        return looks

    def flat_out(self, seconds: float, at: float, source: str) -> list[Look]:
        """Have one kiosk after another look for so many real seconds, none of them on its own time."""
        until, numbers, lock = monotonic() + seconds, cycle(self._kiosks), threading.Lock()

        def work() -> list[Look]:
            looks = []
            while monotonic() < until:
                with lock:
                    number = next(numbers)
                looks.append(self._kiosks[number].look(source, at))
            return looks

        workers = [self._pool.submit(work) for _ in range(min(THREADS, len(self._kiosks)))]
        return [look for worker in workers for look in worker.result()]

    def light(self, seconds: float, address: str) -> int:
        """Ask for the timestamp and do nothing else, for so many real seconds; return how often."""
        until = monotonic() + seconds
        workers = [self._pool.submit(ask_often, address, until, self._trusted) for _ in range(THREADS)]
        return sum(worker.result() for worker in workers)

    def look_often(self, times: int, at: float, source: str) -> None:
        """Have one kiosk look again and again."""
        kiosk = next(iter(self._kiosks.values()))
        for _ in range(times):
            kiosk.look(source, at)

    def fetch(self, url: str, length: int, times: int) -> int:
        """Fetch a file as a kiosk fetches content; return how many bytes came."""
        fetched = 0
        for _ in range(times):
            with WebFetcher().download_file(url, length) as file:
                fetched += file.seek(0, SEEK_END)
        return fetched

    def hold(self, count: int, at: float, source: str) -> int:
        """Have the next kiosks look, and hold them in the middle of it; return how many are held."""
        self._gate = Gate()
        due = [heapq.heappop(self._due)[1] for _ in range(min(count, len(self._due)))]
        for number in due:
            self._plan(at, number)
        looks = (partial(self._kiosks[number].look, source, at, self._gate.source) for number in due)
        self._held = [self._holding.submit(look) for look in looks]
        return self._gate.wait_for(len(due))

    def let_go(self) -> list[Look]:
        """Let those that are held go on; return their looks."""
        self._gate.open()
        return [each.result() for each in self._held]

    def shown(self) -> dict[int, str]:
        """Return for each kiosk the hash of what it shows, as it lies there."""
        return {number: kiosk.shown() for number, kiosk in self._kiosks.items()}

    def _next(self) -> tuple[float, int]:
        at, number = heapq.heappop(self._due)
        self._plan(at, number)
        return at, number

    def _plan(self, looked: float, number: int) -> None:
        """Plan the look of a kiosk that follows the one at `looked`."""
        heapq.heappush(self._due, (looked + self._schedule.until_next(self._chance), number))


class Crews:
    """Several crews, each in a process of its own, told the same at once."""

    def __init__(self, pipes: Sequence[Connection]) -> None:
        self._pipes = pipes

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._pipes)

    def begin(self, word: str, *arguments: Any) -> None:
        """Tell every crew to begin something."""
        for pipe in self._pipes:
            pipe.send((word, arguments))

    def answers(self) -> list[Any]:
        """Wait for what was begun; return the answer of each crew."""
        answers = [pipe.recv() for pipe in self._pipes]
        for error in (answer for answer in answers if isinstance(answer, Exception)):
            raise error
        return answers

    def first(self, word: str, *arguments: Any) -> Any:
        """Tell the first crew alone to do something; return its answer."""
        return Crews(self._pipes[:1]).ask(word, *arguments)[0]

    def ask(self, word: str, *arguments: Any) -> list[Any]:
        """Tell every crew to do something; return the answer of each."""
        self.begin(word, *arguments)
        return self.answers()


@contextmanager
def crews(orders: Sequence[Orders]) -> Iterator[Crews]:
    """Start a process for each of the orders, and end them whatever happens."""
    context = get_context("spawn")
    pipes, processes = [], []
    try:
        for each in orders:
            ours, theirs = context.Pipe()
            process = context.Process(target=_serve, args=(theirs, each), daemon=True)
            process.start()
            theirs.close()
            pipes.append(ours)
            processes.append(process)
        yield Crews(pipes)
    finally:
        for pipe in pipes:
            pipe.close()
        for process in processes:
            process.terminate()
            process.join()


def _serve(pipe: Connection, orders: Orders) -> None:
    """Do what comes over the pipe until it is closed."""
    # A kiosk has its process for itself, and has all of it write to its own folder. Here many look at the same time.
    client.tempfile = SimpleNamespace(tempdir=None)
    logging.disable(logging.CRITICAL)
    if orders.trusted:
        os.environ["SSL_CERT_FILE"] = str(orders.trusted)
    for name in PROXIES:
        os.environ.pop(name, None)
        os.environ.pop(name.upper(), None)
    crew = Crew(orders)
    while True:
        try:
            word, arguments = pipe.recv()
        except EOFError:
            return
        try:
            pipe.send(getattr(crew, word)(*arguments))
        except Exception as error:
            pipe.send(RuntimeError(repr(error)))
