"""Limits: how much a feed may send, how long it may take, and how often it is asked again."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 2**20


@dataclass(frozen=True)
class Limits:
    """Bytes are as they are after unpacking; times are in seconds, and `run` is that of everything together.

    `tries` are those for an answer that may be another one soon, `patience` those for one that takes too long.
    `longest_wait` is the most that a server may ask us to wait. `keeping` is the age up to which kept pages are used.
    """

    page_bytes: int = 32 * MEGABYTE
    all_bytes: int = 512 * MEGABYTE
    pages: int = 5_000
    records: int = 100_000
    redirects: int = 5
    connect: float = 10
    read: float = 30
    page: float = 120
    run: float = 3600
    tries: int = 5
    patience: int = 2
    first_wait: float = 1
    longest_wait: float = 120
    keeping: float = 24 * 3600


LIMITS = Limits()
"""What real directories stay well within."""
