"""What somebody writes for a source: an address, a folder, a bundle; and one sentence for what is none."""

from __future__ import annotations

from pathlib import Path

import pytest
from tuf.api.exceptions import DownloadError

from kiosk.errors import UpdateError
from kiosk.updates.address import is_safe, web_address
from kiosk.updates.folder import name_in
from kiosk.updates.source import open_source
from tests.helpers.central import Central

NO_ADDRESS = "{} is not a web address of a central folder. It looks like https://example.org/send."
NOT_SAFE = "{} is not safe: an address begins with https://."


@pytest.mark.parametrize("written", ["https://example.org/send", "https://example.org:8443", "https://EXAMPLE.org/a/b"])
def test_an_address(written: str) -> None:
    assert web_address(written) == written
    assert web_address(f"{written}/") == written
    with open_source(f"{written}/") as source:
        assert source.name == f"{written}/"
        assert source.metadata == f"{written}/metadata/"
        assert source.targets == f"{written}/targets/"


@pytest.mark.parametrize(
    "written",
    [
        "ftp://example.org/send",
        "file:///srv/send",
        "https://",
        "https:///send",
        "://example.org",
        "https://example.org:port",
        "https://example.org:99999",
        "https://[::1",
        "https://example.org/send?version=2",
        "https://example.org/send#top",
        "https://user:secret@example.org/send",
    ],
)
def test_what_is_no_address(written: str) -> None:
    with pytest.raises(UpdateError) as caught, open_source(written):
        pass
    assert str(caught.value) == NO_ADDRESS.format(written)


@pytest.mark.parametrize("written", ["http://example.org/send", "http://localhost.example.org", "HTTP://127.0.0.2/"])
def test_without_https_only_the_machine_itself_is_safe(written: str) -> None:
    with pytest.raises(UpdateError) as caught, open_source(written):
        pass
    assert str(caught.value) == NOT_SAFE.format(written)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "[::1]", "LOCALHOST:8080"])
def test_the_machine_itself_is_safe(host: str) -> None:
    assert is_safe(f"http://{host}/send")


def test_a_folder_and_a_bundle(central: Central, tmp_path: Path) -> None:
    bundle = central.bundle(tmp_path / "stick.zip")
    for path in (central.folder, bundle):
        with open_source(str(path)) as source:
            assert source.name == str(path)
            assert source.fetcher.download_bytes(f"{source.metadata}1.root.json", 10_000) == central.root


def test_a_bundle_is_closed(central: Central, tmp_path: Path) -> None:
    with open_source(str(central.bundle(tmp_path / "stick.zip"))) as source:
        pass
    with pytest.raises(UpdateError):
        source.fetcher.download_bytes(f"{source.metadata}1.root.json", 10_000)


@pytest.mark.parametrize(
    "url",
    [
        "central:/../x",
        "central:/a/../../x",
        "central://///x/..",
        "central:/%2e%2e/x",
        "central:/C:/x",
        "central:/a%5Cb",
    ],
)
def test_no_name_leads_out_of_the_folder(url: str) -> None:
    with pytest.raises(DownloadError):
        name_in(url)


def test_a_name_is_always_within_the_folder() -> None:
    assert str(name_in("central:/metadata/1.root.json")) == "metadata/1.root.json"
