"""Threads beside tests: none of them may collect what a test of Qt has left."""

from __future__ import annotations

import gc
from threading import Thread


def begin(thread: Thread) -> None:
    """Start a thread, after this one has collected all the garbage that is there.

    Python collects on any thread, and a QObject that ends on another thread than its own ends the program.
    """
    gc.collect()
    thread.start()
