"""A bundle: the central folder as one .zip file.

Nothing is unpacked by the names that stand in it: each file is asked for by the name that we know it by.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
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
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\5\6"
_LONGEST_COMMENT = 0xFFFF
_BROKEN = (BadZipFile, OSError, RuntimeError, NotImplementedError, ValueError, EOFError, zlib.error, struct.error)
"""What `zipfile` raises at a file that is no good zip, or at a stick that was pulled out."""


class BundleFetcher(FetcherInterface):
    """Reads the files of a bundle. Close it when done."""

    def __init__(self, path: Path) -> None:
        """Open a bundle. Raises UpdateError for what is none."""
        self._path = path
        _prove_small(path)
        try:
            self._zip = ZipFile(path)
        except _BROKEN as error:
            raise UpdateError(
                f"{path} cannot be read as a zip file ({_said(error)}). Copy the bundle again."
            ) from error

    def close(self) -> None:
        """Close the bundle."""
        self._zip.close()

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


def _prove_small(path: Path) -> None:
    """Look at the size of a zip, and of the list of its files, before all of the list is read into memory."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            file.seek(max(0, size - _END.size - _LONGEST_COMMENT))
            tail = file.read()
    except OSError as error:
        raise UpdateError(f"{path} cannot be read: {error.strerror}.") from error
    if size > MOST_BYTES:
        raise UpdateError(f"{path} is too large for a bundle: {size:,} bytes. Copy the right file onto the stick.")
    if _listed(tail) > MOST_LISTED:
        raise UpdateError(f"{path} lists too many files for a bundle. Copy the right file onto the stick.")


def _listed(tail: bytes) -> int:
    """Return the bytes that a zip's list of files takes, as its end says; 0 where it has no such end."""
    at = len(tail) - _END.size
    if not tail[at:].startswith(_END_MARK):
        at = tail.rfind(_END_MARK)
    if at < 0 or at + _END.size > len(tail):
        return 0
    listed: int = _END.unpack_from(tail, at)[5]
    return listed


def _said(error: BaseException) -> str:
    return str(error) or type(error).__name__
