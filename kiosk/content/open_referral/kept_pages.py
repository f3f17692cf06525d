"""Kept pages: what has been fetched of a feed, in a file, so that an interrupted import goes on where it stopped.

The file is lines of JSON: what it is, then one line for each document. A last line that is not whole is left out. It
may be deleted at any time; nothing is lost but time.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from kiosk.content.open_referral.limits import LIMITS, Limits
from kiosk.errors import UsageError

_KIND = "pages of a feed, kept by send-kiosk"


class KeptPages:
    """Documents by their addresses. `now` gives the seconds since 1970."""

    def __init__(self, path: Path, feed: str, limits: Limits = LIMITS, now: Callable[[], float] = time.time) -> None:
        """Open the file of a feed, which need not be there yet.

        Raises UsageError where another kind of file has its name, or where it cannot be written.
        """
        self._path = path
        self._feed = feed
        self._limits = limits
        self._now = now
        self._documents = dict(self._read())
        if not self._documents:
            self.forget()

    def __len__(self) -> int:
        return len(self._documents)

    def get(self, address: str) -> Any:
        """Return the document of an address; None where it is not kept."""
        return self._documents.get(address)

    def keep(self, address: str, document: Any) -> None:
        """Keep one more document."""
        self._documents[address] = document
        self._write("a", [{"address": address, "document": document}])

    def forget(self) -> None:
        """Begin anew."""
        self._documents = {}
        self._write("w", [{"kind": _KIND, "feed": self._feed, "began": self._now()}])

    def remove(self) -> None:
        """Take the file away: all is done."""
        self._path.unlink(missing_ok=True)

    def _read(self) -> Iterator[tuple[str, Any]]:
        """Yield what is kept of this feed, if it is not too old to go on with."""
        lines = self._lines()
        if not lines:
            return
        about = _parsed(lines[0])
        if about.get("kind") != _KIND:
            raise UsageError(f"{self._path} is no file of kept pages, and stays as it is. Choose another name.")
        began = about.get("began")
        young = isinstance(began, int | float) and 0 <= self._now() - began <= self._limits.keeping
        if about.get("feed") == self._feed and young:
            for kept in map(_parsed, lines[1:]):
                if isinstance(kept.get("address"), str) and "document" in kept:
                    yield kept["address"], kept["document"]

    def _lines(self) -> list[bytes]:
        try:
            if self._path.exists() and not self._path.is_file():
                raise UsageError(f"{self._path} is no file that could keep pages. Choose another name.")
            if self._path.stat().st_size > 2 * self._limits.all_bytes:
                raise UsageError(f"{self._path} is too large for a file of kept pages. Delete it, or choose another.")
            return self._path.read_bytes().splitlines()
        except FileNotFoundError:
            return []
        except OSError as error:
            raise UsageError(f"{self._path} cannot be read ({error.strerror}).") from error

    def _write(self, mode: str, entries: list[dict[str, Any]]) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open(mode, encoding="ascii") as file:
                file.writelines(f"{json.dumps(entry)}\n" for entry in entries)
        except OSError as error:
            raise UsageError(f"{self._path}, which keeps the pages, cannot be written ({error.strerror}).") from error


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
