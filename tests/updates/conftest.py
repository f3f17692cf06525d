"""A publisher, a kiosk, and the ways on which content comes from one to the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.helpers.central import Central
from tests.helpers.machine import Machine
from tests.helpers.web import Web
from tests.updates.samples import IN_MEMORY, begun, copied, forked, zipped

Way = Callable[[Path], str]
"""Brings a folder to the kiosk as it is, and returns what is written in the settings for it."""


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A folder in memory, where there is such a thing: these tests write thousands of small files."""
    with TemporaryDirectory(prefix="send-kiosk-", dir=IN_MEMORY, ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # for the tests that become another user
        yield Path(folder)


@pytest.fixture
def central(tmp_path: Path) -> Central:
    """A central folder with content of the first day."""
    first, _, _ = begun()
    return forked(first, tmp_path / "central")


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A kiosk that shows the content of the first day."""
    _, _, kiosk = begun()
    return copied(kiosk, tmp_path / "kiosk")


@pytest.fixture
def no_proxies(monkeypatch: pytest.MonkeyPatch) -> None:
    """See to it that the proxies of whoever runs the tests are not asked."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.fixture
def web(no_proxies: None) -> Iterator[Web]:
    """A web server."""
    with Web() as web:
        yield web


@pytest.fixture(params=["folder", "bundle", "web"])
def way(request: pytest.FixtureRequest, tmp_path: Path) -> Way:
    """Each way in turn."""
    if request.param == "folder":
        return str
    if request.param == "bundle":
        return lambda folder: str(zipped(folder, tmp_path / f"{folder.name}.zip"))
    web: Web = request.getfixturevalue("web")

    def serve(folder: Path) -> str:
        web.folder = folder
        return web.address

    return serve
