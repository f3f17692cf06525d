"""A bundle: the central folder as one .zip file.

Nothing is unpacked by the names that stand in it: each file is asked for by the name that we know it by.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.errors import UpdateError
from kiosk.updates.folder import NOT_FOUND, PIECE, name_in

MOST_BYTES = 256 * 1024 * 1024
"""A bundle that is larger is none of ours, and is not opened."""
MOST_LISTED = 1024 * 1024
"""Bytes of a zip's list of files; ours take a few hundred, and the list is read whole."""
_BROKEN = (
    BadZipFile,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
    EOFError,
    zlib.error,
    struct.error,
)
"""What `zipfile` raises at a file that is no good zip, or at a stick that was pulled out."""


class BundleFetcher(FetcherInterface):
    """Reads the files of a bundle. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Open a bundle. Raises UpdateError for what is none."""
        self._path = path
        with ExitStack() as opened:
            try:
                self._zip = opened.enter_context(ZipFile(opened.enter_context(_Frugal(path))))
            except OSError as error:
                raise UpdateError(f"{path} cannot be read: {error.strerror}. Copy the bundle again.") from error
            except _BROKEN as error:
                said = _said(error).rstrip(".")
                raise UpdateError(f"{path} cannot be read as a zip file ({said}). Copy the bundle again.") from error
            self._opened = opened.pop_all()

    def close(self) -> None:
        """Close the bundle."""
        self._opened.close()

    def _fetch(self, url: str) -> Iterator[bytes]:
        name = str(name_in(url))
        try:
            info = self._zip.getinfo(name)
        except KeyError as error:
            raise DownloadHTTPError(f"There is no {name} in {self._path}.", NOT_FOUND) from error
        if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED) or info.is_dir():
            raise DownloadError(f"{name} in {self._path} is not stored as a bundle stores it.")
        return self._pieces(name)

    def _pieces(self, name: str) -> Iterator[bytes]:
        try:
            with self._zip.open(name) as file:
                while piece := file.read(PIECE):
                    yield piece
        except _BROKEN as error:
            raise DownloadError(f"{name} in {self._path} cannot be read ({_said(error)}).") from error


class _Frugal(io.BufferedReader):
    """A file that is not read in large pieces: `zipfile` takes a zip's whole list of files, and its word for its size.

    What a zip says of itself at its end can be said twice and differently; what is really asked for cannot.
    """

    def __init__(self, path: Path) -> None:
        """Open a file. Raises OSError, and UpdateError for what is too large."""
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise UpdateError(f"{path} is too large for a bundle: {size:,} bytes. Copy the right file onto the stick.")
        super().__init__(io.FileIO(path))
        self._path = path

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_LISTED:
            raise UpdateError(f"{self._path} lists too many files for a bundle. Copy the right file onto the stick.")
        return super().read(size)


def _said(error: BaseException) -> str:
    return str(error) or type(error).__name__
