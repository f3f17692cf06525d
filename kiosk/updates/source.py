"""Where the central file is: an address on the web, a folder, a bundle, or a stick that has one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tuf.ngclient.fetcher import FetcherInterface

from kiosk.errors import UpdateError
from kiosk.updates.address import web_address
from kiosk.updates.bundle import BundleFetcher
from kiosk.updates.folder import BASE, FolderFetcher, is_central
from kiosk.updates.naming import BUNDLE_NAME


@dataclass(frozen=True)
class Source:
    """An opened source: what it is called, what reads its files, and what stands before their names."""

    name: str
    fetcher: FetcherInterface
    base: str = BASE

    @property
    def metadata(self) -> str:
        """Where metadata is."""
        return f"{self.base}/metadata/"

    @property
    def targets(self) -> str:
        """Where content is."""
        return f"{self.base}/targets/"


@contextmanager
def open_source(written: str) -> Iterator[Source]:
    """Open what somebody wrote. Raises UpdateError for what can be no source."""
    if "://" in written:
        from kiosk.updates.web import WebFetcher

        yield Source(written, WebFetcher(), web_address(written))
        return
    path = _found(Path(written))
    if path.is_dir():
        yield Source(str(path), FolderFetcher(path))
        return
    fetcher = BundleFetcher(path)
    try:
        yield Source(str(path), fetcher)
    finally:
        fetcher.close()


def _found(path: Path) -> Path:
    """Return the central folder, or the bundle, that a path leads to; what is neither is found out when it is read."""
    try:
        bundle = path / BUNDLE_NAME
        if not is_central(path) and bundle.is_file():
            return bundle
        if path.is_dir() or path.is_file():
            return path
        there = path.exists()
    except OSError as error:
        raise UpdateError(f"{path} cannot be read: {error.strerror}.") from error
    if there:  # a pipe or a device, which could be read for ever
        raise UpdateError(f"{path} is neither a folder nor a bundle.")
    raise UpdateError(f"There is no folder and no bundle {path}.")
