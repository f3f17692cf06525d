"""The status says who signed what, what expires when, where keys are, and names everything that is wrong."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central.charter import Charter
from kiosk.central.status import Status, status
from tests.central.office import CONTENT, NEW, OLD, Office
from tests.helpers.central import NOW


def look(office: Office, *names: str, days: float = 0) -> Status:
    return status(office.folder, office.ring(*names), office.charter, NOW + timedelta(days=days))


def test_everything_that_is_right_is_said(office: Office) -> None:
    office.publish(OLD)
    found = look(office, "targets")
    assert found.problems == found.strays == ()
    assert [(each.role, each.version, each.signed_by, each.days_left) for each in found.signatures] == [
        ("root", 1, ("root",), 730),
        ("targets", 2, ("targets",), 365),
        ("snapshot", 2, ("online",), 365),
        ("timestamp", 2, ("online",), 35),
    ]
    [content] = found.contents
    assert (content.file, content.published, content.size) == (
        f"targets/{OLD.sha256}.{CONTENT}",
        "2026-11-20",
        len(OLD.data),
    )
    assert [(key.name, key.roles, bool(key.file)) for key in found.keys] == [
        ("root", ("root",), False),
        ("targets", ("targets",), True),
        ("online", ("snapshot", "timestamp"), False),
    ]
    assert found.kept == ("metadata/1.snapshot.json", "metadata/1.targets.json")
    assert found.signed_on == NOW


@pytest.mark.parametrize(("days", "warned"), [(20, False), (21, True), (34, True), (40, True)])
def test_what_expires_within_two_weeks_is_a_problem(office: Office, days: float, warned: bool) -> None:
    problems = look(office, days=days).problems
    assert bool(problems) == warned
    command = f"with `send-kiosk central renew {office.folder}`."
    said = (
        f"expired on 2 January 2027, and kiosks take nothing new: the online key has to sign, {command}"
        if days > 35
        else f"expires on 2 January 2027: the online key has to sign before, {command}"
    )
    assert all(problem == f"timestamp {said}" for problem in problems)


def test_people_who_have_to_sign_are_named(tmp_path: Path) -> None:
    office = Office(tmp_path, ("amina", "ben", "carys"), Charter(targets=30))
    assert look(office, days=18).problems == (
        "targets expires on 28 December 2026: 2 of amina, ben or carys have to sign before, with "
        f"`send-kiosk central renew {office.folder} --key FILE`.",
    )


def test_what_waits_is_said(three: Office) -> None:
    three.publish(NEW, "amina", "online")
    found = look(three)
    assert found.waiting == "new targets, signed by amina; 1 of ben or carys still has to sign."
    assert found.strays == ()
    three.publish(NEW, "amina", "ben")
    assert look(three).waiting == "new targets, signed by amina and ben; renew to publish it."
    three.folder.clear_pending()
    three.rotate("ben", "amina", "online")
    assert look(three).waiting.startswith("a new root and new targets, signed by amina; ")


def test_what_waits_and_stands_already_waits_no_more(three: Office) -> None:
    three.publish(NEW, "amina", "online")
    waiting = three.folder.pending()
    assert waiting is not None
    three.publish(NEW)
    three.folder.keep_pending(waiting)
    assert look(three).waiting == ""


def test_what_is_wrong_is_named(office: Office) -> None:
    office.publish(OLD)
    [name] = office.chain().files()
    (office.folder.path / name).unlink()
    (office.folder.path / "index.html").write_text("hello")
    office.folder.keep_pending(b"{")
    (next(office.keys.glob("online*"))).chmod(0o644)
    found = look(office, days=-1)
    assert found.strays == ("index.html",)
    assert [problem.partition(":")[0] for problem in found.problems] == [
        "The clock of this machine is behind",
        f"{name} is missing in {office.folder}. Put back a good copy of it.",
        f"Others on this machine may read {next(office.keys.glob('online*'))}. Say chmod 600.",
        "What waits for signatures (pending/proposal.json) is damaged. Delete it, and publish again.",
    ]


def test_a_folder_that_is_not_right_is_one_problem(office: Office) -> None:
    (office.folder.path / "metadata/timestamp.json").write_text("{}")
    found = look(office)
    assert found.signatures == ()
    assert [problem[:44] for problem in found.problems] == [f"metadata/timestamp.json in {office.folder}"[:44]]


def test_a_key_that_is_pulled_out_is_no_problem(office: Office) -> None:
    ring = office.ring("online")
    next(office.keys.glob("online*")).unlink()
    assert status(office.folder, ring, office.charter, NOW).problems == ()
