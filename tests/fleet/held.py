"""Kiosks that are held in the middle of a look, so that a publication is sure to come then."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle

from kiosk.updates.address import web_address
from kiosk.updates.source import Source
from kiosk.updates.web import WebFetcher

PATIENCE = 60.0
"""Seconds that a kiosk is held at most."""
AFTER_TIMESTAMP, BEFORE_CONTENT = ".snapshot.json", "/targets/"
"""What a kiosk is about to ask for when it is held: half of them have the timestamp alone, half all metadata."""


class Gate:
    """Where kiosks are held until it opens."""

    def __init__(self) -> None:
        self._arrived = threading.Semaphore(0)
        self._opened = threading.Event()
        self._places = cycle((AFTER_TIMESTAMP, BEFORE_CONTENT))

    @contextmanager
    def source(self, written: str) -> Iterator[Source]:
        """Open a source as a kiosk does; whoever reads it comes to the gate once."""
        yield Source(written, _Held(self, next(self._places)), web_address(written))

    def pass_through(self) -> None:
        """Arrive, and wait until the gate is open."""
        self._arrived.release()
        self._opened.wait(PATIENCE)

    def wait_for(self, kiosks: int) -> int:
        """Wait until so many are held; return how many came."""
        return sum(self._arrived.acquire(timeout=PATIENCE / 2) for _ in range(kiosks))

    def open(self) -> None:
        """Let everybody go on."""
        self._opened.set()


class _Held(WebFetcher):
    """The real one, which stops once at the gate."""

    def __init__(self, gate: Gate, place: str) -> None:
        super().__init__()
        self._gate, self._place = gate, place

    def fetch(self, url: str) -> Iterator[bytes]:
        if self._place and self._place in url:
            self._place = ""
            self._gate.pass_through()
        return super().fetch(url)
