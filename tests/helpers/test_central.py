"""The central folder for tests is what it says it is, to python-tuf's own client."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from tuf.api.exceptions import DownloadError, RepositoryError

from tests.helpers.central import NOW, Central, shown, stranger


@pytest.fixture
def central(tmp_path: Path) -> Central:
    return Central(tmp_path / "central")


def test_it_shows_what_was_published(central: Central, tmp_path: Path) -> None:
    assert shown(central.folder, central.root) is None
    state = tmp_path / "kiosk"
    for content in (b"first", b"second"):
        central.publish(content)
        assert shown(central.folder, central.root) == content
        assert shown(central.folder, central.root, state=state) == content


def test_two_of_three_sign_it(tmp_path: Path) -> None:
    central = Central(tmp_path / "central", people=3)
    central.publish(b"content")
    assert shown(central.folder, central.root) == b"content"
    central.change("targets", lambda targets: None, keys=central.keys["targets"][:1])
    with pytest.raises(RepositoryError):
        shown(central.folder, central.root)


def test_it_expires_and_is_renewed(central: Central) -> None:
    central.publish(b"content")
    later = NOW + timedelta(days=36)
    with pytest.raises(RepositoryError):
        shown(central.folder, central.root, later)
    central.renew(later)
    assert shown(central.folder, central.root, later) == b"content"


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("role", ["root", "targets", "online"])
def test_a_key_is_rotated(tmp_path: Path, role: str, people: int) -> None:
    central = Central(tmp_path / "central", people)
    central.publish(b"content")
    state = tmp_path / "kiosk"
    shown(central.folder, central.root, state=state)
    central.rotate(role)
    central.publish(b"new")
    assert shown(central.folder, central.root) == b"new"
    assert shown(central.folder, central.root, state=state) == b"new"


def test_a_kiosk_forgets_what_a_rotated_key_has_signed(central: Central, tmp_path: Path) -> None:
    central.publish(b"content")
    before, state = central.copy(tmp_path / "before"), tmp_path / "kiosk"
    central.change("timestamp", lambda timestamp: setattr(timestamp, "version", 2**31))
    shown(central.folder, central.root, state=state)
    with pytest.raises(RepositoryError):
        shown(before, central.root, state=state)
    central.made["timestamp"].signed.version = 2
    central.rotate("online")
    assert shown(central.folder, central.root, state=state) == b"content"


@pytest.mark.parametrize(
    "breaking",
    [
        lambda central: central.flip(central.name("timestamp")),
        lambda central: central.cut(central.name("snapshot"), 10),
        lambda central: central.remove(central.name("targets")),
        lambda central: central.flip(central.content_name(), 0),
        lambda central: central.change("timestamp", lambda timestamp: None, keys=[stranger()]),
        lambda central: central.change("snapshot", lambda snapshot: snapshot.meta.clear()),
    ],
)
def test_what_is_broken_is_not_shown(central: Central, breaking: Callable[[Central], None]) -> None:
    central.publish(b"content")
    breaking(central)
    with pytest.raises((RepositoryError, DownloadError)):
        shown(central.folder, central.root)


def test_a_bundle_is_the_folder_in_one_file(central: Central, tmp_path: Path) -> None:
    central.publish(b"old")
    central.publish(b"content")
    stick = tmp_path / "stick"
    stick.mkdir()
    with ZipFile(central.bundle(stick)) as bundle:
        bundle.extractall(tmp_path / "out")
    assert (stick / "send-kiosk-content.zip").is_file()
    assert shown(tmp_path / "out", central.root) == b"content"
