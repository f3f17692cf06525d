"""A bound on time for work that may hang anywhere: in a name server, a handshake, or a byte at a time."""

from __future__ import annotations

from collections.abc import Callable
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

_Made = TypeVar("_Made")


def within(seconds: float, work: Callable[[], _Made]) -> _Made:
    """Return what work returns, or raise what it raises; TimeoutError where it takes longer than this.

    Work that takes too long is left alone. It has to end by itself, and what it returns is thrown away.
    """
    done: SimpleQueue[tuple[_Made | None, BaseException | None]] = SimpleQueue()

    def run() -> None:
        try:
            done.put((work(), None))
        except BaseException as error:
            done.put((None, error))

    Thread(target=run, daemon=True).start()
    try:
        made, error = done.get(timeout=max(seconds, 0))
    except Empty:
        raise TimeoutError from None
    if error is not None:
        raise error
    return made  # type: ignore[return-value]  # it is what work returned
