"""A central folder that is not right is refused in one sentence that names the file; nothing is changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.central import publishing, renewal
from kiosk.central.bundle import bundle
from kiosk.central.chain import broken_files
from kiosk.central.folder import CentralFolder
from kiosk.errors import CentralError
from tests.central.office import CONTENT, NEW, OLD, Office
from tests.helpers.central import NOW, Central, stranger

TIMESTAMP, SNAPSHOT, TARGETS, ROOT = (
    "metadata/timestamp.json",
    "metadata/2.snapshot.json",
    "metadata/2.targets.json",
    "metadata/1.root.json",
)
COMMANDS: dict[str, Callable[[Office], object]] = {
    "publish": lambda office: office.publish(NEW),
    "sign": lambda office: office.sign(),
    "renew": lambda office: renewal.renew(office.publisher()),
    "rotate": lambda office: office.rotate("online"),
    "bundle": lambda office: bundle(office.folder, office.home / "out.zip", NOW),
}


def flip(path: Path, at: int) -> None:
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_with_a_flipped_byte_stays_as_it_is(office: Office, command: str) -> None:
    office.publish(OLD)
    for name in (TIMESTAMP, SNAPSHOT, TARGETS, ROOT):
        whole = (office.folder.path / name).read_bytes()
        for at in (0, len(whole) // 3, len(whole) - 40):
            flip(office.folder.path / name, at)
            before = office.files()
            with pytest.raises(CentralError, match=r"^metadata/\S+ in \S+ is damaged, or not signed by who has to"):
                COMMANDS[command](office)
            assert office.files() == before
            (office.folder.path / name).write_bytes(whole)


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", [TIMESTAMP, SNAPSHOT, TARGETS])
def test_a_folder_that_lacks_a_file_stays_as_it_is(office: Office, command: str, name: str) -> None:
    office.publish(OLD)
    (office.folder.path / name).unlink()
    before = office.files()
    with pytest.raises(CentralError, match=rf"^{name} is missing in \S+ Put back a good copy"):
        COMMANDS[command](office)
    assert office.files() == before


def test_a_root_in_between_is_missed(office: Office) -> None:
    office.rotate("targets")
    (office.folder.path / "metadata/2.root.json").unlink()
    with pytest.raises(CentralError, match=r"metadata/2\.root\.json is missing"):
        office.chain()


def test_a_folder_that_is_none_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CentralError, match="There is no central folder"):
        CentralFolder(tmp_path / "none").chain()
    (tmp_path / "notes.txt").write_text("something else")
    with pytest.raises(
        CentralError, match=r"There is no central folder .*\. Look at its name; `send-kiosk central init` makes"
    ):
        CentralFolder(tmp_path).chain()


def test_a_file_that_cannot_be_read_is_named(office: Office) -> None:
    (office.folder.path / TIMESTAMP).unlink()
    (office.folder.path / TIMESTAMP).mkdir()
    with pytest.raises(CentralError, match=r"metadata/timestamp\.json in \S+ cannot be read \(Is a directory\)"):
        office.chain()


def test_a_file_that_is_too_large_is_not_read(office: Office) -> None:
    with (office.folder.path / TIMESTAMP).open("wb") as file:
        file.truncate(10_000_000_000)
    with pytest.raises(CentralError, match="is larger than what was signed"):
        office.chain()


WRONGS: dict[str, Callable[[Central], object]] = {
    "timestamp by a stranger": lambda central: central.change("timestamp", lambda _: None, [stranger()]),
    "snapshot by a stranger": lambda central: central.change("snapshot", lambda _: None, [stranger()]),
    "targets by a stranger": lambda central: central.change("targets", lambda _: None, [stranger()]),
    "root by a stranger": lambda central: central.change("root", lambda _: None, [stranger()]),
    "a timestamp without its time": lambda central: central.change(
        "timestamp", lambda timestamp: timestamp.unrecognized_fields.clear()
    ),
    "a timestamp of no time": lambda central: central.change(
        "timestamp", lambda timestamp: timestamp.unrecognized_fields.update({"x-send-kiosk-signed-on": 7})
    ),
    "a snapshot of nothing": lambda central: central.change("snapshot", lambda snapshot: snapshot.meta.clear()),
    "content without a date": lambda central: central.change(
        "targets",
        lambda targets: targets.targets[CONTENT].unrecognized_fields.clear(),
    ),
    "content without a hash": lambda central: central.change(
        "targets", lambda targets: setattr(targets.targets[CONTENT], "hashes", {"sha512": "00"})
    ),
    "a snapshot for targets": lambda central: central.write(
        central.name("targets"), central.path(central.name("snapshot")).read_bytes()
    ),
    "a snapshot for a timestamp": lambda central: central.write(
        TIMESTAMP, central.path(central.name("snapshot")).read_bytes()
    ),
    "a timestamp for a root": lambda central: central.write(ROOT, central.path(TIMESTAMP).read_bytes()),
    "a later root for the first": lambda central: (
        central.rotate("online"),
        central.write(ROOT, central.path("metadata/2.root.json").read_bytes()),
    ),
    "a root that skips": lambda central: (
        central.path(ROOT).rename(central.path("metadata/2.root.json"))
        and central.write(ROOT, central.path("metadata/2.root.json").read_bytes())
    ),
}


@pytest.mark.parametrize("wrong", WRONGS)
def test_what_was_signed_wrongly_is_refused(tmp_path: Path, wrong: str) -> None:
    central = Central(tmp_path / "central")
    central.publish(b"content")
    WRONGS[wrong](central)
    with pytest.raises(CentralError, match="is damaged, or not signed by who has to"):
        CentralFolder(central.folder).chain()


@pytest.mark.parametrize("role", ["snapshot", "targets"])
def test_another_version_than_is_referred_to_is_refused(tmp_path: Path, role: str) -> None:
    central = Central(tmp_path / "central")
    central.publish(b"content")
    above = {"snapshot": "timestamp", "targets": "snapshot"}[role]

    def skip(signed: object) -> None:
        meta = signed.snapshot_meta if above == "timestamp" else signed.meta["targets.json"]  # type: ignore[attr-defined]
        meta.version = 9

    central.write(f"metadata/9.{role}.json", central.path(central.name(role)).read_bytes())
    central.change(above, skip)
    with pytest.raises(CentralError, match=rf"metadata/9\.{role}\.json"):
        CentralFolder(central.folder).chain()


def test_content_that_is_not_what_was_signed_is_named(office: Office) -> None:
    office.publish(OLD)
    [name] = office.chain().files()
    assert not list(broken_files(office.folder, office.chain().targets.signed))
    for data, said in ((b"old c0ntent", "is not what was signed"), (b"old content and more", "is larger")):
        (office.folder.path / name).write_bytes(data)
        [problem] = broken_files(office.folder, office.chain().targets.signed)
        assert said in problem
    (office.folder.path / name).unlink()
    assert "is missing" in next(broken_files(office.folder, office.chain().targets.signed))


def test_broken_content_is_put_right_by_publishing(office: Office) -> None:
    office.publish(OLD)
    [name] = office.chain().files()
    flip(office.folder.path / name, 0)
    office.publish(NEW)
    assert office.shows() == NEW.data
    office.publish(publishing.Candidate(OLD.data, NEW.published))
    assert office.shows() == OLD.data
