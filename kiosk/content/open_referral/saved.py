"""Saved pages: a feed as somebody saved it, in one JSON file, in a folder of them, or in a zip file."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile, is_zipfile

from kiosk.content.open_referral.document import parsed
from kiosk.content.open_referral.endpoint import Endpoint
from kiosk.content.open_referral.limits import LIMITS, MEGABYTE, Limits
from kiosk.content.open_referral.page import Page, page, shortfall
from kiosk.errors import ContentError, UsageError

_JSON = ".json"
_ZIP = b"PK\x03\x04"
"""How a zip file begins; one that breaks off has no end that would tell."""


class Saved:
    """The services of saved pages. `published` is the feed that they were saved from, where that is known."""

    def __init__(self, path: Path, published: Endpoint | None = None, limits: Limits = LIMITS) -> None:
        self.name = path.name or str(path)
        self.notes: list[str] = []
        self._path = path
        self._published = published
        self._limits = limits

    def pages(self) -> tuple[Page, ...]:
        """Return every page, files by their names with numbers in their order.

        Raises UsageError where there is no such file, ContentError where one holds no services.
        """
        try:
            documents = list(self._documents())
        except FileNotFoundError as error:
            raise UsageError(f"There is no file {self._path}. An address on the web begins with https://.") from error
        except OSError as error:
            raise UsageError(f"{self._path} cannot be read ({error.strerror or error}).") from error
        alone = len(documents) == 1
        found = tuple(page(parsed(raw, name), "" if alone else name, name) for name, raw in documents)
        if sum(len(each.records) for each in found) > self._limits.records:
            raise ContentError(f"{self.name} holds more than {self._limits.records} services.")
        self.notes = list(filter(None, [shortfall(found)]))
        return found

    def full(self, _: str) -> Any:
        """Return nothing: a record that was saved short stays so."""
        return None

    def address(self, id_: str) -> str:
        """Return the address of a service on the web; empty where it is not known."""
        return self._published.record(id_) if self._published else ""

    def done(self) -> None:
        """Leave the files as they are."""

    def _documents(self) -> Iterator[tuple[str, bytes]]:
        if self._path.is_dir():
            yield from self._bounded((path.name, path) for path in self._path.iterdir())
        elif self._path.exists() and not self._path.is_file():
            raise UsageError(f"{self._path} is neither a file nor a folder.")
        elif is_zipfile(self._path):
            yield from self._packed()
        else:
            self._expect_small(self.name, self._path.stat().st_size)
            yield self.name, self._whole()

    def _whole(self) -> bytes:
        raw = self._path.read_bytes()
        if raw.startswith(_ZIP):
            raise ContentError(f"{self.name} is a zip file that is not whole. Save it again.")
        return raw

    def _bounded(self, named: Iterator[tuple[str, Path]]) -> Iterator[tuple[str, bytes]]:
        found = {name: path for name, path in named if _is_page(name)}
        self._expect_some(len(found))
        for name in sorted(found, key=_in_order):
            self._expect_small(name, found[name].stat().st_size)
            yield name, found[name].read_bytes()

    def _packed(self) -> Iterator[tuple[str, bytes]]:
        try:
            with ZipFile(self._path) as packed:
                names = sorted(filter(_is_page, packed.namelist()), key=_in_order)
                self._expect_some(len(names))
                for name in names:
                    yield name, self._unpacked(packed, name)
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError) as error:
            raise ContentError(f"{self.name} cannot be unpacked ({error}). Save the pages as files.") from error

    def _unpacked(self, packed: ZipFile, name: str) -> bytes:
        with packed.open(name) as file:
            raw = file.read(self._limits.page_bytes + 1)
        self._expect_small(name, len(raw))
        return raw

    def _expect_some(self, count: int) -> None:
        if not count:
            raise ContentError(f"There is no {_JSON} file in {self.name}.")
        if count > self._limits.pages:
            raise ContentError(f"There are more than {self._limits.pages} files in {self.name}.")

    def _expect_small(self, name: str, size: int) -> None:
        if size > self._limits.page_bytes:
            raise ContentError(f"{name} is larger than {self._limits.page_bytes / MEGABYTE:g} MB: no page of a feed.")


def _is_page(name: str) -> bool:
    stem = name.rpartition("/")[2]
    return stem.lower().endswith(_JSON) and not stem.startswith(".") and not name.startswith("__MACOSX/")


def _in_order(name: str) -> list[tuple[str, int]]:
    """Sort page-2 before page-10."""
    return [(word, int(part or 0)) for word, part in re.findall(r"([^0-9]*)([0-9]{0,18})", name)]
