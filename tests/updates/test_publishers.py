"""Whose content it is: the root of the settings decides, and a change of it is a change of publisher."""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.errors import ConfigError
from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import Machine
from tests.helpers.refusals import refused
from tests.updates.attacks import NOT_SIGNED, OLDER
from tests.updates.samples import FIRST, SECOND, THIRD, publish


@pytest.mark.parametrize("damage", [b"", b"{}", b"\0" * 100, b"[]", b'{"signed": {}}', b"<html>", b"\xff" * 9])
def test_a_root_that_is_none(damage: bytes, central: Central, machine: Machine) -> None:
    machine.root = damage
    with pytest.raises(
        ConfigError, match=r"^The trusted root, root.json, is none or damaged \(.+\). Ask the publisher for it.$"
    ):
        machine.refresh(central.folder)
    assert machine.shows() == FIRST


def test_a_root_of_another_publisher(central: Central, machine: Machine, tmp_path: Path) -> None:
    """The settings name another publisher than the stick is of, though nothing else has changed since."""
    right, machine.root = machine.root, Central(tmp_path / "other").root
    assert refused(machine, central.folder) == NOT_SIGNED.format(central.folder)
    machine.root = right
    assert machine.refresh(central.folder).result is Result.SAME


def test_the_publisher_is_another_one_now(central: Central, machine: Machine, tmp_path: Path) -> None:
    """Theirs is taken, whatever number it has; what was before is not any more."""
    for _ in range(3):
        central.renew()
        machine.refresh(central.folder)
    other = Central(tmp_path / "other")
    publish(other, SECOND)
    machine.root = other.root
    assert machine.refresh(other.folder).result is Result.NEW
    assert machine.starts() == SECOND
    publish(central, THIRD)
    assert refused(machine, central.folder) == NOT_SIGNED.format(central.folder)
    publish(other, THIRD)
    assert machine.refresh(other.folder).result is Result.NEW


def test_a_root_that_was_renewed_in_the_settings(central: Central, machine: Machine) -> None:
    """A program of today brings the third root; what the kiosk knew from the first is as good."""
    for role in ("root", "online"):
        central.rotate(role)
    machine.root = central.path("metadata/3.root.json").read_bytes()
    publish(central, SECOND)
    old = central.copy(central.folder.with_name("old"))
    assert machine.refresh(central.folder).result is Result.NEW
    publish(central, THIRD)
    assert machine.refresh(central.folder).result is Result.NEW
    assert refused(machine, old) == OLDER.format(old)
