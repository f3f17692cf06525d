"""What nothing refers to goes, but not before kiosks that are halfway have had time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from kiosk.central import renewal
from kiosk.central.candidate import Candidate
from kiosk.central.folder import CentralFolder
from kiosk.central.spare import strays
from kiosk.disk import Disk
from tests.central.office import CONTENT, Office
from tests.helpers.central import NOW, shown

CONTENTS = [Candidate(f"content {number}".encode(), NOW.date()) for number in range(6)]


def contents(office: Office) -> set[str]:
    return {path.read_text() for path in (office.folder.path / "targets").iterdir()}


def publish_all(office: Office) -> None:
    """Publish every content, a minute after the other."""
    for minute, candidate in enumerate(CONTENTS):
        office.publish(candidate, now=NOW + timedelta(minutes=minute))
    office.age(NOW.timestamp())


def test_nothing_goes_within_a_day(office: Office) -> None:
    publish_all(office)
    renewal.renew(office.publisher(now=NOW + timedelta(hours=24)))
    assert len(contents(office)) == 6


def test_the_last_three_contents_stay(office: Office) -> None:
    publish_all(office)
    then = NOW + timedelta(hours=25)
    renewal.renew(office.publisher(now=then))
    assert contents(office) == {"content 3", "content 4", "content 5"}
    assert sorted(name for name in office.folder.names() if name.startswith("metadata")) == [
        "metadata/1.root.json",
        *(f"metadata/{number}.{role}.json" for number in (5, 6, 7) for role in ("snapshot", "targets")),
        "metadata/timestamp.json",
    ]
    assert office.shows(then) == b"content 5"


def test_a_kiosk_that_is_halfway_is_served(office: Office) -> None:
    publish_all(office)
    office.publish(CONTENTS[0], now=NOW + timedelta(hours=1))
    stamp = office.chain().stamp
    office.publish(CONTENTS[1], now=NOW + timedelta(hours=30))
    office.publish(CONTENTS[2], now=NOW + timedelta(hours=30))
    (office.folder.path / "metadata/timestamp.json").write_bytes(stamp)
    assert shown(office.folder.path, office.root, NOW + timedelta(hours=30)) == b"content 0"


def test_content_that_comes_back_counts_once(office: Office) -> None:
    for candidate in (*CONTENTS[:3], CONTENTS[1], CONTENTS[2], CONTENTS[1]):
        office.publish(candidate)
    office.age(NOW.timestamp())
    renewal.renew(office.publisher(now=NOW + timedelta(days=2)))
    assert contents(office) == {"content 0", "content 1", "content 2"}


def test_what_was_interrupted_goes_and_what_is_not_ours_stays(office: Office) -> None:
    ours = [".new-1-x", "metadata/.new-2-3.root.json", "metadata/9.targets.json", "metadata/9.snapshot.json"]
    ours += ["metadata/0.snapshot.json", f"targets/{'a' * 64}.{CONTENT}"]
    others = ["index.html", "metadata/notes.txt", "targets/.htaccess", "metadata/9.root.json.old"]
    for name in (*ours, *others):
        (office.folder.path / name).write_text("{}")
    office.age(NOW.timestamp())
    assert strays(office.folder, office.chain()) == sorted([*ours, *others])
    renewal.renew(office.publisher(now=NOW + timedelta(days=2)))
    assert strays(office.folder, office.chain()) == sorted(others)


def test_content_that_waits_for_a_signature_stays(three: Office) -> None:
    three.publish(CONTENTS[0])
    three.publish(CONTENTS[1], "amina", "online")
    three.age(NOW.timestamp())
    renewal.renew(three.publisher("online", now=NOW + timedelta(days=2)))
    assert contents(three) == {"content 0", "content 1"}
    three.folder.clear_pending()
    renewal.renew(three.publisher("online", now=NOW + timedelta(days=2)))
    assert contents(three) == {"content 0"}


def test_what_cannot_be_removed_stops_nobody(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_all(office)

    class Stubborn(Disk):
        def remove(self, path: object) -> None:
            raise PermissionError("not yours")

    then = NOW + timedelta(days=2)
    renewal.renew(office.publisher(now=then, disk=Stubborn()))
    assert CentralFolder(office.folder.path).chain().signed_on == then
