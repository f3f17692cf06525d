"""A central folder on this machine: a network share, a folder on a stick."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from tuf.api.exceptions import DownloadError, DownloadHTTPError
from tuf.ngclient.fetcher import FetcherInterface

BASE = "central:"
"""What stands before the names of files where there is no web address."""
NOT_FOUND = 404
PIECE = 1 << 18
"""Bytes read at once."""
_CENTRAL = Path("metadata", "timestamp.json")


def is_central(folder: Path) -> bool:
    """Say whether a folder looks like a central folder. Raises OSError where it cannot be read."""
    return (folder / _CENTRAL).is_file()


class FolderFetcher(FetcherInterface):
    """Reads the files of a central folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def _fetch(self, url: str) -> Iterator[bytes]:
        path = self._folder / name_in(url)
        if not path.is_file():  # nor a pipe or a device, which could be read for ever
            raise DownloadHTTPError(f"There is no file {path}.", NOT_FOUND)
        return self._pieces(path)

    def _pieces(self, path: Path) -> Iterator[bytes]:
        try:
            with path.open("rb") as file:
                while piece := file.read(PIECE):
                    yield piece
        except OSError as error:  # a stick was pulled out, a share went away
            raise DownloadError(f"{path} cannot be read.") from error


def name_in(url: str) -> PurePosixPath:
    """Return the name of a file within the central folder. Raises DownloadError for one that leads out of it."""
    name = PurePosixPath(unquote(urlsplit(url).path.lstrip("/")))
    if name.is_absolute() or ".." in name.parts or "\\" in str(name) or ":" in str(name):
        raise DownloadError(f"{name} is no file of a central folder.")
    return name
