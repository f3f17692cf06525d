"""Publishing: who has to sign, in what order of time, and what is never published."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.central import publishing, renewal
from kiosk.central.candidate import Candidate
from kiosk.central.publisher import Waiting
from kiosk.central.publishing import Published
from kiosk.central.renewal import Renewed
from kiosk.central.roles import listed
from kiosk.content.database import SCHEMA_VERSION
from kiosk.disk import Disk
from kiosk.errors import CentralError
from kiosk.updates.naming import target_name
from tests.central.faults import FailingDisk
from tests.central.office import CONTENT, NEW, OLD, Office
from tests.helpers.central import NOW

LATER = NOW + timedelta(days=3)
PENDING = "pending/proposal.json"


@pytest.fixture
def waiting(three: Office) -> Office:
    """An office where new keys and the content as it was wait for a second signature."""
    three.publish(OLD)
    three.rotate("ben", "amina", "online")
    return three


def test_what_is_published_is_shown(office: Office) -> None:
    for candidate in (OLD, NEW):
        done = office.publish(candidate)
        assert isinstance(done, Published)
        assert done.chain.published == candidate.published
        assert office.shows() == candidate.data
        assert office.shows(state=office.home / "kiosk") == candidate.data
    [target] = office.chain().files().values()
    assert target.custom == {"published": "2026-11-27", "schema": SCHEMA_VERSION}


def test_the_same_bytes_are_only_renewed(office: Office) -> None:
    before = office.publish(OLD).chain
    done = office.publish(OLD, now=LATER)
    assert isinstance(done, Renewed)
    assert done.chain.targets.signed == before.targets.signed
    assert done.chain.signed_on == LATER


def test_older_content_is_published_on_purpose_alone(office: Office) -> None:
    office.publish(NEW)
    with pytest.raises(CentralError, match=r"of 2026-11-20, and what is published is of 2026-11-27\. To go back"):
        office.publish(OLD)
    assert office.shows() == NEW.data
    publishing.publish(office.publisher(), OLD, older_on_purpose=True)
    assert office.shows() == OLD.data


def test_a_date_that_is_still_to_come_is_refused(office: Office) -> None:
    office.publish(replace(OLD, published=NOW.date() + timedelta(days=1)))
    with pytest.raises(CentralError, match="which is still to come"):
        office.publish(replace(NEW, published=NOW.date() + timedelta(days=2)))


def test_content_of_another_format_stands_beside(office: Office) -> None:
    office.publish(OLD)
    office.publish(replace(NEW, schema=SCHEMA_VERSION + 1))
    targets = office.chain().targets.signed
    assert {target.path for target in office.chain().files().values()} == {CONTENT, target_name(SCHEMA_VERSION + 1)}
    assert office.shows() == OLD.data
    assert publishing.content_file(office.folder, targets, SCHEMA_VERSION + 2) is None
    newest = publishing.content_file(office.folder, targets, SCHEMA_VERSION + 1)
    assert newest is not None
    assert newest.read_bytes() == NEW.data


def test_a_clock_that_is_behind_is_told(office: Office) -> None:
    office.publish(OLD, now=LATER)
    with pytest.raises(
        CentralError, match=r"says 2026-11-28 09:00 UTC, but .* of 2026-12-01 09:00 UTC\. Set the clock\."
    ):
        office.publish(NEW)
    assert office.shows() == OLD.data


def test_a_clock_that_was_wrong_once_locks_nobody_out(office: Office) -> None:
    then = NOW + timedelta(days=3650)
    publishing.publish(office.publisher(now=then, clock_is_right=True), OLD)
    publishing.publish(office.publisher(clock_is_right=True), NEW)
    assert office.chain().signed_on == NOW
    assert office.shows() == NEW.data


def test_a_clock_that_is_far_ahead_has_to_be_right(office: Office) -> None:
    then = NOW + timedelta(days=366)
    with pytest.raises(CentralError, match="says 2027-11-29, and nothing was signed since 2026-11-28"):
        office.publish(NEW, now=then)
    publishing.publish(office.publisher(now=then, clock_is_right=True), NEW)
    assert office.shows(then) == NEW.data


def test_without_a_key_nothing_is_published(office: Office) -> None:
    with pytest.raises(CentralError, match="Nobody has signed: the key of targets is not here"):
        office.publish(NEW, "root", "online")
    assert office.folder.pending() is None
    assert office.shows() is None


def test_a_first_signature_is_seen_by_no_kiosk(three: Office) -> None:
    three.publish(OLD)
    done = three.publish(NEW, "amina", "online")
    assert isinstance(done, Waiting)
    assert str(done.lack) == "1 of ben or carys"
    assert three.shows() == OLD.data
    assert NEW.data.decode() not in (three.folder.path / PENDING).read_text()


@pytest.mark.parametrize("second", ["ben", "carys"])
def test_a_second_signature_publishes(three: Office, second: str) -> None:
    three.publish(NEW, "amina", "online")
    done = three.sign(second, "online")
    assert isinstance(done, Published)
    assert three.shows() == NEW.data
    assert three.folder.pending() is None


def test_two_signers_at_one_machine_publish_at_once(three: Office) -> None:
    assert isinstance(three.publish(NEW, "amina", "carys", "online"), Published)
    assert three.shows() == NEW.data


def test_the_same_person_cannot_sign_twice(three: Office) -> None:
    three.publish(NEW, "amina", "online")
    assert isinstance(three.sign("amina", "online"), Waiting)
    assert three.shows() is None


def test_what_is_signed_is_what_was_shown(three: Office) -> None:
    three.publish(OLD, "amina", "online")
    second = three.publisher("ben", "online")
    shown = publishing.proposed(second, three.chain())
    three.publish(NEW, "amina", "online")
    with pytest.raises(CentralError, match="What waits has changed meanwhile"):
        publishing.sign(second, shown)
    assert three.shows() is None


def test_who_has_waited_signs_with_the_time_of_then(office: Office) -> None:
    """Another publisher, or a timer, came in between; no clock was wrong."""
    hours = iter(range(1, 100))
    slow = replace(office.publisher(), clock=lambda: NOW + timedelta(hours=next(hours)))
    office.publish(OLD, now=NOW + timedelta(hours=1))
    publishing.publish(slow, NEW)
    assert office.chain().signed_on > NOW + timedelta(hours=1)


def test_content_that_has_gone_is_put_back(office: Office) -> None:
    office.publish(OLD)
    [name] = office.chain().files()
    (office.folder.path / name).unlink()
    assert isinstance(office.publish(OLD), Renewed)
    assert office.shows() == OLD.data


def test_where_the_online_key_is_not_here_it_waits_for_it(three: Office) -> None:
    done = three.publish(NEW, "amina", "ben")
    assert isinstance(done, Waiting)
    assert done.lack is None
    assert three.shows() is None
    renewal.renew(three.publisher("online"))
    assert three.shows() == NEW.data


def test_a_new_publication_takes_the_place_of_one_that_waits(three: Office) -> None:
    three.publish(OLD, "amina", "online")
    three.publish(NEW, "ben", "online")
    three.sign("carys", "online")
    assert three.shows() == NEW.data
    assert three.chain().targets.signed.version == 3


def test_what_waits_and_was_overtaken_leads_nowhere(three: Office) -> None:
    three.publish(OLD, "amina", "online")
    waiting = three.folder.pending()
    assert waiting is not None
    three.publish(NEW)
    three.folder.keep_pending(waiting)
    with pytest.raises(CentralError, match="Nothing waits for a signature"):
        three.sign()
    three.folder.keep_pending(waiting.replace(b'"version": 2', b'"version": 4'))
    with pytest.raises(CentralError, match="signed by nobody who may sign"):
        three.sign()


def test_a_new_root_that_waits_comes_before_new_content(three: Office) -> None:
    three.rotate("ben", "amina", "online")
    with pytest.raises(CentralError, match=r"A new root waits for a signature of 1 of ben or carys\. That comes first"):
        three.publish(NEW)
    three.sign("carys")
    with pytest.raises(CentralError, match="A new root waits for the online key"):
        three.publish(NEW, "amina", "carys")


def test_nothing_that_waits_is_nothing_to_sign(office: Office) -> None:
    with pytest.raises(CentralError, match="Nothing waits for a signature"):
        office.sign()


def test_content_that_waits_has_to_be_there(three: Office) -> None:
    three.publish(NEW, "amina", "online")
    name = f"targets/{NEW.sha256}.{CONTENT}"
    (three.folder.path / name).unlink()
    with pytest.raises(CentralError, match=f"{name} is missing"):
        three.sign("ben", "online")


@pytest.mark.parametrize(
    "written",
    [
        b"",
        b"[]",
        b'{"roots": 7, "targets": null}',
        b'{"roots": [{}], "targets": null}',
        b'{"roots": []}',
        b"[" * 50_000,
    ],
)
def test_what_waits_and_is_damaged_is_told_to_signers_and_does_not_stop_a_timer(three: Office, written: bytes) -> None:
    three.publish(OLD)
    three.folder.keep_pending(written)
    with pytest.raises(CentralError, match=r"What waits for signatures .* is damaged\. Delete it"):
        three.sign()
    renewal.renew(three.publisher("online", now=LATER))
    three.publish(NEW, now=LATER)
    assert three.shows(LATER) == NEW.data


def test_one_thing_in_the_place_of_another_is_damage(three: Office) -> None:
    three.publish(NEW, "amina", "online")
    made = json.loads(three.folder.pending() or b"")
    three.folder.keep_pending(json.dumps({"roots": [made["targets"]], "targets": None}).encode())
    with pytest.raises(CentralError, match="is damaged"):
        three.sign()


def test_what_no_signature_covers_is_damage(three: Office) -> None:
    """No number with a fraction can be signed."""
    three.publish(NEW, "amina", "online")
    made = json.loads(three.folder.pending() or b"")
    made["targets"]["signed"]["more"] = 1.5
    three.folder.keep_pending(json.dumps(made).encode())
    with pytest.raises(CentralError, match="is damaged"):
        three.sign("ben", "online")
    renewal.renew(three.publisher("online"))


@given(at=st.integers(0, 10_000), byte=st.integers(0, 255))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_written_over_what_waits_is_one_sentence(waiting: Office, at: int, byte: int) -> None:
    whole = waiting.folder.pending() or b""
    changed = bytearray(whole)
    changed[at % len(whole)] = byte
    waiting.folder.keep_pending(bytes(changed))
    with suppress(CentralError):
        publishing.proposed(waiting.publisher("carys"), waiting.chain())
        assert json.loads(changed)["targets"]["signed"] == json.loads(whole)["targets"]["signed"]
    waiting.folder.keep_pending(whole)


def test_who_changes_what_waits_gets_no_second_signature(three: Office) -> None:
    """Whoever may write into the share cannot put content of his own under the first signature."""
    three.publish(NEW, "amina", "online")
    made = json.loads(three.folder.pending() or b"")
    made["targets"]["signed"]["targets"][CONTENT]["hashes"]["sha256"] = "0" * 64
    three.folder.keep_pending(json.dumps(made).encode())
    with pytest.raises(CentralError, match="is signed by nobody who may sign"):
        three.sign("ben", "online")


@pytest.mark.parametrize("moment", ["targets", "snapshot", "timestamp"])
def test_two_who_publish_at_once_in_spite_of_the_lock_leave_all_of_one(office: Office, moment: str) -> None:
    """The lock failed, and another publisher comes and goes just before something is written, or just after."""
    others = iter([OLD])

    class Raced(Disk):
        def rename(self, source: Path, target: Path) -> None:
            self._race(target)
            super().rename(source, target)

        def rename_new(self, source: Path, target: Path) -> None:
            self._race(target)
            super().rename_new(source, target)

        def _race(self, target: Path) -> None:
            for other in others if moment in target.name else ():
                (office.folder.path / ".publishing.json").unlink()
                with pytest.MonkeyPatch.context() as patched:
                    patched.setattr("kiosk.central.lock._acquired", lambda _: False)
                    office.publish(other)

    with suppress(CentralError):
        office.publish(NEW, disk=Raced())
    assert not list(others)
    assert office.shows() == (NEW.data if moment == "timestamp" else OLD.data)
    office.publish(Candidate(b"last content", NEW.published))
    assert office.shows() == b"last content"


def test_who_comes_second_to_the_timestamp_is_told(office: Office) -> None:
    class Raced(Disk):
        def sync_folder(self, folder: Path) -> None:
            super().sync_folder(folder)
            if (folder / "2.snapshot.json").exists():
                (office.folder.path / ".publishing.json").unlink(missing_ok=True)
                with pytest.MonkeyPatch.context() as patched:
                    patched.setattr("kiosk.central.lock._acquired", lambda _: False)
                    office.publish(OLD)

    with pytest.raises(CentralError, match=r"Somebody else has published into .* meanwhile\. Nothing was changed"):
        office.publish(NEW, disk=Raced())
    assert office.shows() == OLD.data


def test_a_full_disk_is_one_sentence(office: Office) -> None:
    with pytest.raises(CentralError, match=r"central cannot be read or written \(No space left on device\)"):
        office.publish(NEW, disk=FailingDisk(4))


def test_signers_are_listed_in_words(three: Office) -> None:
    keys = list(three.chain().root.keys.values())
    assert [listed(keys[:1]), listed([])] == [keys[0].unrecognized_fields["x-send-kiosk-name"], ""]
