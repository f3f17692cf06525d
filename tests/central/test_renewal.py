"""Renewal: the timestamp each time, the rest when it ages, and people are told in good time."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.central import renewal
from kiosk.central.charter import Charter
from kiosk.errors import CentralError
from tests.central.office import NEW, OLD, Office
from tests.helpers.central import NOW


def versions(office: Office) -> dict[str, int]:
    return {role: office.chain().made(role).signed.version for role in ("root", "targets", "snapshot", "timestamp")}


def test_a_timer_needs_the_online_key_alone(office: Office) -> None:
    office.publish(OLD)
    later = NOW + timedelta(days=7)
    done = renewal.renew(office.publisher("online", now=later))
    assert (done.ageing, done.waiting) == ((), None)
    assert versions(office) == {"root": 1, "targets": 2, "snapshot": 2, "timestamp": 3}
    assert done.chain.timestamp.signed.expires == later + timedelta(days=35)
    assert office.chain().signed_on == later


def test_what_has_expired_is_good_again(office: Office) -> None:
    office.publish(OLD)
    later = NOW + timedelta(days=40)
    assert office.chain().expired(later) == ["timestamp"]
    renewal.renew(office.publisher("online", now=later))
    assert office.shows(later) == OLD.data


def test_without_the_online_key_nothing_is_renewed(office: Office) -> None:
    before = office.files()
    with pytest.raises(CentralError, match="The online key has to sign: the key of online is not here"):
        renewal.renew(office.publisher("targets"))
    assert office.files() == before


def test_a_snapshot_is_signed_again_when_it_ages(tmp_path: Path) -> None:
    office = Office(tmp_path, charter=Charter(snapshot=100))
    office.publish(OLD)
    renewal.renew(office.publisher("online", now=NOW + timedelta(days=49)))
    assert versions(office)["snapshot"] == 2
    then = NOW + timedelta(days=50)
    renewal.renew(office.publisher("online", now=then))
    assert versions(office)["snapshot"] == 3
    assert office.chain().snapshot.signed.expires == then + timedelta(days=100)
    assert office.shows(then) == OLD.data


def test_people_are_told_when_they_have_to_sign(office: Office) -> None:
    then = NOW + timedelta(days=305)
    done = renewal.renew(office.publisher("online", now=then))
    assert done.ageing == ("targets",)
    assert versions(office)["targets"] == 1


def test_people_whose_keys_are_here_sign_what_ages(tmp_path: Path) -> None:
    office = Office(tmp_path, charter=Charter(root=200, targets=200))
    office.publish(OLD)
    then = NOW + timedelta(days=190)
    done = renewal.renew(office.publisher(now=then))
    assert (done.ageing, done.waiting) == ((), None)
    assert versions(office) == {"root": 2, "targets": 3, "snapshot": 3, "timestamp": 5}
    assert office.shows(then + timedelta(days=30)) == OLD.data


def test_one_of_three_begins_and_another_ends_it(three: Office) -> None:
    three.publish(OLD)
    then = NOW + timedelta(days=340)
    done = renewal.renew(three.publisher("amina", "online", now=then))
    assert done.ageing == ("targets",)
    assert done.waiting is not None
    assert str(done.waiting.lack) == "1 of ben or carys"
    again = renewal.renew(three.publisher("online", now=then))
    assert again.waiting is not None
    three.sign("carys", "online", now=then)
    assert renewal.ageing_roles(three.chain(), three.charter, then) == ()
    assert three.shows(then) == OLD.data


def test_publishing_renews_what_it_signs_anyway(office: Office) -> None:
    then = NOW + timedelta(days=340)
    office.publish(NEW, now=then)
    assert renewal.ageing_roles(office.chain(), office.charter, then) == ()
    assert not office.chain().expired(then + timedelta(days=30))


def test_an_ageing_root_is_signed_by_two_of_three_as_well(three: Office) -> None:
    three.publish(OLD)
    then = NOW + timedelta(days=680)
    renewal.renew(three.publisher("amina", "online", now=then, clock_is_right=True))
    three.sign("carys", "online", now=then)
    assert versions(three)["root"] == 2
    assert three.chain().root.expires == then + timedelta(days=730)
    assert renewal.renew(three.publisher("amina", "ben", "online", now=then)).ageing == ()
    assert three.shows(then) == OLD.data
