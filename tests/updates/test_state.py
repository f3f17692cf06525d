"""What a kiosk keeps for itself, when a disk or somebody has spoilt it: good content is taken, and no old content."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from tuf.api.metadata import Metadata, Timestamp

from kiosk.content.pointer import FILE as POINTER
from kiosk.disk import Disk
from kiosk.refresh import LOCK, Result
from kiosk.updates.naming import SIGNED_ON
from kiosk.updates.trust import FILE as TRUST
from kiosk.updates.trust import LONG_AGO, Trust, keep_trust, read_trust, signing_time
from tests.helpers.central import NOW, Central
from tests.helpers.machine import Machine
from tests.helpers.refusals import floors, refused
from tests.updates.attacks import OLDER
from tests.updates.samples import FIRST, SECOND, THIRD, begun, copied, publish

OLDER_THAN_SHOWN = "What {} holds is older than what this kiosk has had already. Use the newest."


def shows_second(central: Central, machine: Machine) -> Path:
    """Let a kiosk show the second day's content; return a stick of the first day."""
    old = central.copy(central.folder.with_name("old"))
    publish(central, SECOND)
    machine.refresh(central.folder)
    assert machine.starts() == SECOND
    return old


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "zeros": lambda kept: bytes(len(kept)),
    "half": lambda kept: kept[: len(kept) // 2],
    "another shape": lambda _: b"[]",
    "no more than a name": lambda _: b'{"metadata": 5}',
    "nested too deep": lambda _: b"[" * 100_000,
    "not to be written as text": lambda kept: kept.replace(b"timestamp", b"\\ud800", 1),
    "a name that leads out": lambda kept: kept.replace(b'"timestamp.json"', b'"../../evil.json"'),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_trust(damage: Callable[[bytes], bytes], central: Central, machine: Machine) -> None:
    """Without it, the number of the release that is shown still keeps older content out."""
    old = shows_second(central, machine)
    path = machine.folder / TRUST
    path.write_bytes(damage(path.read_bytes()))
    assert refused(machine, old) in (OLDER.format(old), OLDER_THAN_SHOWN.format(old))
    path.write_bytes(damage(path.read_bytes()))
    assert machine.refresh(central.folder).result is Result.SAME
    publish(central, THIRD)
    assert machine.refresh(central.folder).result is Result.NEW
    assert not list(machine.folder.parent.rglob("evil.json"))


def test_a_trust_of_before(central: Central, machine: Machine) -> None:
    """Somebody has put an older file in its place, as a backup does."""
    before = (machine.folder / TRUST).read_bytes()
    old = shows_second(central, machine)
    (machine.folder / TRUST).write_bytes(before)
    assert refused(machine, old) == OLDER_THAN_SHOWN.format(old)
    assert machine.refresh(central.folder).result is Result.SAME


def test_all_that_was_kept_is_gone(central: Central, machine: Machine) -> None:
    """The folder may be deleted: the kiosk begins anew."""
    shutil.rmtree(machine.folder)
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.starts() == FIRST


@pytest.mark.parametrize("damage", [b"", b"{}", b'{"active": "../../x", "previous": "", "proven": true}', b"\xff"])
def test_a_damaged_pointer(damage: bytes, central: Central, machine: Machine, caplog: pytest.LogCaptureFixture) -> None:
    """What was fetched is still there, and the newest of it is shown again."""
    old = shows_second(central, machine)
    (machine.folder / POINTER).write_bytes(damage)
    assert refused(machine, old) == OLDER.format(old)
    assert machine.refresh(central.folder).result is Result.SAME
    assert machine.starts() == SECOND
    assert "Content is taken from the program." in caplog.text
    caplog.clear()


def test_what_an_update_left_that_was_cut_off(central: Central, machine: Machine) -> None:
    """Its work is cleared away, and half a release of the same name is no obstacle."""
    publish(central, SECOND)
    work = machine.releases.work
    (work / "metadata").mkdir(parents=True)
    (work / "metadata" / "timestamp.json").write_text("{}")
    (work / "fetched.db").write_bytes(b"half of it")
    content = central.content_name().removeprefix("targets/")[:16]
    half = machine.folder / "releases" / f"000002-{content}"
    half.mkdir()
    (half / "content.db").write_bytes(b"half of it")
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.starts() == SECOND
    assert not work.exists()


def test_a_folder_where_the_lock_should_be(central: Central, machine: Machine) -> None:
    (machine.folder / LOCK).unlink(missing_ok=True)
    (machine.folder / LOCK).mkdir()
    says = refused(machine, central.folder)
    assert says == f"{machine.folder} cannot be written: Is a directory. Make room, or put it right."


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text() | st.just("timestamp.json"), inner),
    max_leaves=8,
)
KEPT = st.fixed_dictionaries({}, optional={"metadata": JSON, "whole": JSON, "content": JSON, "root": JSON})


@given(kept=KEPT | JSON)
@example(kept={"metadata": {"timestamp.json": "\ud800"}, "whole": True, "content": "", "root": ""})
@example(kept={"metadata": {"root_history/1.root.json/x": ""}, "whole": True, "content": "", "root": ""})
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_trust_that_is_json(kept: Any, tmp_path: Path) -> None:
    """Whatever stands there, the content is found to be the newest."""
    first, _, kiosk = begun()
    shutil.rmtree(tmp_path / "kiosk", ignore_errors=True)
    machine = copied(kiosk, tmp_path / "kiosk")
    (machine.folder / TRUST).write_text(json.dumps(kept))
    assert machine.refresh(first.folder).result is Result.SAME
    assert floors(machine)["timestamp"] == first.made["timestamp"].signed.version


# The trust itself ----------------------------------------------------------------------------------------------------


def test_a_trust_is_kept_as_it_is(central: Central, tmp_path: Path) -> None:
    """Byte for byte: line ends as well, which a hash is over."""
    trust = Trust({"timestamp.json": '{\r\n "a": "é"\n}', "root_history/2.root.json": "{}"}, True, "c", "r", (2, 5))
    keep_trust(tmp_path / "new", trust, Disk())
    assert read_trust(tmp_path / "new") == trust
    trust.unpack(tmp_path / "scratch")
    assert (tmp_path / "scratch" / "timestamp.json").read_bytes() == '{\r\n "a": "é"\n}'.encode()
    assert trust.packed(tmp_path / "scratch", "c", (1, 9)) == trust
    assert trust.packed(tmp_path / "scratch", "", (0, 0)).whole is False


def test_no_trust_knows_no_time(tmp_path: Path) -> None:
    nothing = read_trust(tmp_path)
    assert nothing == Trust()
    assert (nothing.floor, nothing.expires, nothing.timestamp) == (LONG_AGO, LONG_AGO, b"")


@pytest.mark.parametrize("said", [None, "", "yesterday", "2026-11-28", "2026-11-28T09:00:00+01:00", 5, {}])
def test_a_timestamp_that_does_not_say_when_it_was_signed(said: object) -> None:
    timestamp = Timestamp()
    if said is not None:
        timestamp.unrecognized_fields[SIGNED_ON] = said
    assert signing_time(timestamp) == LONG_AGO


def test_a_timestamp_that_says_when_it_was_signed(central: Central) -> None:
    text = central.path("metadata/timestamp.json").read_text()
    trust = Trust({"timestamp.json": text})
    assert trust.floor == NOW
    assert trust.expires == Metadata[Timestamp].from_bytes(text.encode()).signed.expires
