"""Another key in the place of one that is lost or stolen: kiosks follow, and what a thief signs is worth nothing."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata

from kiosk.central import publishing, renewal
from kiosk.central.candidate import Candidate
from kiosk.central.chain import TIMESTAMP_FILE, Chain
from kiosk.central.keys import KeyRing, SecretKey
from kiosk.central.publisher import Waiting
from kiosk.central.roles import find, keys_of, name_of, online_key
from kiosk.central.rotation import rotate
from kiosk.errors import CentralError, UpdateError
from tests.central.office import NEW, OLD, THREE, Office
from tests.helpers.central import NOW, shown
from tests.helpers.machine import BUNDLED, Machine, content_of

LATER = BUNDLED + timedelta(days=2)


def key_id(office: Office, role: str) -> str:
    return office.chain().root.roles[role].keyids[0]


@pytest.mark.parametrize("name", ["root", "targets", "online"])
def test_kiosks_follow_a_new_key(office: Office, name: str) -> None:
    role = {"online": "timestamp"}.get(name, name)
    office.publish(OLD)
    state = office.home / "kiosk"
    office.shows(state=state)
    old = key_id(office, role)
    assert isinstance(office.rotate(name), Chain)
    assert old not in office.chain().root.keys
    assert name_of(office.chain().root.keys[key_id(office, role)]) == name
    assert office.shows(state=state) == OLD.data
    office.publish(NEW)
    assert office.shows(state=state) == NEW.data
    assert office.shows() == NEW.data


def test_what_the_old_key_had_signed_is_signed_anew(office: Office) -> None:
    office.publish(OLD)
    office.rotate("targets")
    assert office.chain().targets.signatures.keys() == {key_id(office, "targets")}
    office.rotate("online")
    chain = office.chain()
    assert chain.snapshot.signatures.keys() == chain.timestamp.signatures.keys() == {key_id(office, "timestamp")}
    assert [made.signed.version for made in chain.roots] == [1, 2, 3, 4, 5]


def test_the_old_key_signs_nothing_any_more(office: Office) -> None:
    thief = office.ring()
    office.rotate("targets")
    stolen = find(office.chain().roots[0].signed, "targets")
    forged = Metadata.from_bytes(office.chain().targets.to_bytes())
    signer = thief.signer(stolen)
    assert signer is not None
    forged.sign(signer)
    with pytest.raises(RepositoryError):
        office.chain().root.verify_delegate("targets", forged.signed_bytes, forged.signatures)


def test_kiosks_forget_the_versions_that_a_stolen_online_key_has_signed(office: Office, tmp_path: Path) -> None:
    """A thief signs the highest number there is; a new key is all it takes to recover (TUF specification, 5.3.11)."""
    office.publish(OLD)
    state, good = office.home / "kiosk", office.chain().stamp
    forged = Metadata.from_bytes(good)
    forged.signed.version = 2**31
    signer = office.ring().signer(online_key(office.chain().root))
    assert signer is not None
    forged.sign(signer)
    (office.folder.path / TIMESTAMP_FILE).write_bytes(forged.to_bytes())
    assert office.shows(state=state) == OLD.data
    (office.folder.path / TIMESTAMP_FILE).write_bytes(good)
    with pytest.raises(RepositoryError):
        office.shows(state=state)
    office.publish(NEW)
    with pytest.raises(RepositoryError):
        office.shows(state=state)
    office.rotate("online")
    assert office.shows(state=state) == NEW.data


def test_a_person_is_replaced_by_the_two_others(three: Office) -> None:
    three.publish(OLD)
    state = three.home / "kiosk"
    three.shows(state=state)
    done = three.rotate("ben", "amina", "online")
    assert isinstance(done, Waiting)
    assert str(done.lack) == "1 of ben or carys"
    assert three.shows(state=state) == OLD.data
    three.sign("carys", "online")
    chain = three.chain()
    assert chain.root.version == 3
    assert {name_of(key) for key in keys_of(chain.root, "targets")} == {"amina", "ben", "carys"}
    assert find(chain.root, "ben").keyid not in chain.roots[0].signed.keys
    assert (chain.root.roles["root"].threshold, chain.root.roles["targets"].threshold) == (2, 2)
    assert three.shows(state=state) == OLD.data
    three.publish(NEW, "ben", "carys", "online")
    assert three.shows(state=state) == NEW.data


def test_a_new_online_key_waits_for_the_machine_that_has_it(three: Office) -> None:
    three.publish(OLD)
    assert isinstance(three.rotate("online", "amina"), Waiting)
    done = three.sign("carys")
    assert isinstance(done, Waiting)
    assert done.lack is None
    assert three.chain().root.version == 1
    renewal.renew(three.publisher("online"))
    assert three.chain().root.version == 3
    assert three.folder.pending() is None
    assert three.shows() == OLD.data


def test_a_root_that_waits_comes_first(three: Office) -> None:
    three.rotate("ben", "amina", "online")
    with pytest.raises(CentralError, match="A new root waits already"):
        three.rotate("online")


def test_root_alone_names_keys(office: Office) -> None:
    before = office.files()
    for ring in (("targets", "online"), ("online",)):
        with pytest.raises(CentralError, match=r"no key of root is here\. Fetch it: `--key FILE`"):
            office.rotate("online", *ring)
    assert office.files() == before


def test_where_nobody_gives_a_passphrase_nobody_has_signed(three: Office) -> None:
    locked = replace(three.publisher(), ring=KeyRing(three.ring("amina").files.values()))
    with pytest.raises(CentralError, match=r"Nobody has signed: no passphrase was given that opens .*, and the key of"):
        publishing.publish(locked, NEW)
    assert three.folder.pending() is None


def test_a_key_that_is_replaced_meanwhile_is_told(office: Office) -> None:
    old = find(office.chain().root, "targets")
    office.rotate("targets")
    with pytest.raises(CentralError, match="targets has been replaced meanwhile"):
        rotate(office.publisher(), old, never)


def never() -> SecretKey:
    pytest.fail("no key is made")


def test_keys_are_found_by_name_role_and_id(office: Office, three: Office) -> None:
    root = office.chain().root
    online = online_key(root)
    for name in ("online", "snapshot", online.keyid, online.keyid[:8]):
        assert find(root, name) == online
    with pytest.raises(CentralError, match=r"There is no key 'onlin'\. There are: "):
        find(root, "onlin")
    with pytest.raises(CentralError, match=r"targets has 3 keys: amina .*, ben .*, carys .*Name the one to replace"):
        find(three.chain().root, "targets")


def test_an_old_copy_put_back_is_made_current_by_a_new_online_key(office: Office) -> None:
    """After a loss the publisher has only last month's backup; kiosks have seen more."""
    office.publish(OLD)
    state = office.home / "kiosk"
    backup = {name: (office.folder.path / name).read_bytes() for name in office.chain().names()}
    for day in range(1, 6):
        renewal.renew(office.publisher(now=NOW + timedelta(days=day)))
    office.shows(NOW + timedelta(days=5), state)
    for name, data in backup.items():
        (office.folder.path / name).write_bytes(data)
    then = NOW + timedelta(days=6)
    with pytest.raises(RepositoryError):
        shown(office.folder.path, office.root, then, state)
    office.rotate("online", now=then)
    assert office.shows(then, state) == OLD.data


@pytest.mark.parametrize("people", [(), THREE])
def test_an_old_copy_that_lacks_a_publishing_needs_new_keys_of_targets_too(
    tmp_path: Path, people: tuple[str, ...]
) -> None:
    """Kiosks go back to no older targets, whatever the online key says: whoever stole that key could ask for it."""
    office = Office(tmp_path, people)
    office.publish(Candidate(content_of(BUNDLED), BUNDLED))
    shutil.copytree(office.folder.path, tmp_path / "backup")
    office.publish(Candidate(content_of(LATER), LATER))
    machine = Machine(tmp_path / "machine", office.root)
    machine.refresh(office.folder.path)
    shutil.rmtree(office.folder.path)
    (tmp_path / "backup").rename(office.folder.path)
    office.rotate("online")
    with pytest.raises(UpdateError, match="is older than what this kiosk has had already"):
        machine.refresh(office.folder.path)
    office.rotate("ben" if people else "targets")
    machine.refresh(office.folder.path)
    assert machine.starts() == BUNDLED


def test_a_root_that_waits_and_was_overtaken_leads_nowhere(three: Office) -> None:
    three.rotate("ben", "amina", "online")
    waiting = three.folder.pending()
    assert waiting is not None
    three.folder.clear_pending()
    three.rotate("ben")
    three.folder.keep_pending(waiting)
    with pytest.raises(CentralError, match="Nothing waits for a signature"):
        three.sign()


def test_new_keys_without_what_they_have_to_sign_lead_nowhere(three: Office) -> None:
    """Whoever may write into the share takes the new targets out of what waits."""
    three.publish(OLD, "amina", "ben", "online")
    three.rotate("ben", "amina", "carys")
    waiting = json.loads(three.folder.pending() or b"")
    three.folder.keep_pending(json.dumps({**waiting, "targets": None}).encode())
    renewal.renew(three.publisher("online"))
    assert three.chain().root.version == 1
    assert three.shows() == OLD.data
