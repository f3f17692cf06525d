"""Where the central file is: an address on the web, a folder, a bundle, or a stick that has one of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from tuf.ngclient.fetcher import FetcherInterface

from kiosk.errors import UpdateError
from kiosk.updates.bundle import BundleFetcher
from kiosk.updates.folder import BASE, FolderFetcher
from kiosk.updates.naming import BUNDLE_NAME

_AT_HOME = ("localhost", "127.0.0.1", "::1")
"""Only on the machine itself may the web be without https."""


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

        yield Source(written, WebFetcher(), _address(written))
        return
    path = Path(written)
    if (path / BUNDLE_NAME).is_file():
        path = path / BUNDLE_NAME
    if path.is_dir():
        yield Source(str(path), FolderFetcher(path))
    elif path.exists():
        fetcher = BundleFetcher(path)
        try:
            yield Source(str(path), fetcher)
        finally:
            fetcher.close()
    else:
        raise UpdateError(f"There is no folder and no bundle {path}.")


def _address(written: str) -> str:
    try:
        parts = urlsplit(written)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise UpdateError(f"{written} is not a web address.") from error
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.fragment:
        raise UpdateError(
            f"{written} is not a web address of a central folder. It looks like https://example.org/send."
        )
    if parts.scheme == "http" and host not in _AT_HOME:
        raise UpdateError(f"{written} is not safe: an address begins with https://.")
    return written.rstrip("/")
