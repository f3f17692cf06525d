"""A bundle: the central folder as one .zip file.

Nothing is unpacked by the names that stand in it: each file is asked for by the name that we know it by.
"""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from tuf.api.exceptions import DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

from kiosk.errors import UpdateError
from kiosk.updates.folder import NOT_FOUND, PIECE, name_in

MOST_BYTES = 256 * 1024 * 1024
"""A bundle that is larger is none of ours, and is not opened."""
MOST_LISTED = 1024 * 1024
"""Bytes of a zip's list of files; ours take a few hundred, and the list is read whole."""
_ANOTHER = "Copy the right file onto the stick."
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
"""What `zipfile` raises at a file that is no good zip."""


class BundleFetcher(FetcherInterface):
    """Reads the files of a bundle. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Open a bundle. Raises UpdateError for what is none."""
        self._path = path
        with ExitStack() as opened:
            try:
                self._zip = opened.enter_context(ZipFile(opened.enter_context(_Frugal(path))))
            except _BROKEN as error:
                raise UpdateError(f"{path} is damaged, or no bundle. Copy the bundle again.") from error
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
        return self._pieces(info)

    def _pieces(self, info: ZipInfo) -> Iterator[bytes]:
        try:
            if info.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
                raise BadZipFile("what packs it so could take all memory to unpack it")
            with self._zip.open(info) as file:
                while piece := file.read(PIECE):
                    yield piece
        except _BROKEN as error:
            raise UpdateError(
                f"{self._path} is damaged, or no bundle: {info.filename} in it cannot be read. Copy the bundle again."
            ) from error


class _Frugal(io.BufferedReader):
    """A file that is not read in large pieces: `zipfile` takes a zip's whole list of files, and its word for its size.

    What a zip says of itself at its end can be said twice and differently; what is really asked for cannot. And what
    cannot be read is told apart from what makes no sense.
    """

    def __init__(self, path: Path) -> None:
        """Open a file. Raises UpdateError for one that cannot be read, or is too large."""
        self._path = path
        with self._told():
            size = path.stat().st_size
            if size > MOST_BYTES:
                raise UpdateError(f"{path} is too large for a bundle: {size:,} bytes. {_ANOTHER}")
            super().__init__(io.FileIO(path))

    def read(self, size: int | None = -1, /) -> bytes:
        if size is not None and size > MOST_LISTED:
            raise UpdateError(f"{self._path} lists too many files for a bundle. {_ANOTHER}")
        with self._told():
            return super().read(size)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:  # not ours to read; a stick was pulled out, a share went away
            raise UpdateError(f"{self._path} cannot be read: {error.strerror}.") from error
