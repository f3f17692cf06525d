"""What has to hold whenever a kiosk takes nothing: all that it had is there, byte for byte, and no floor is lower."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from tuf.api.metadata import Metadata

from kiosk.content.pointer import FILE as POINTER
from kiosk.errors import UpdateError
from kiosk.updates.source import Source
from kiosk.updates.trust import read_trust
from tests.helpers.machine import Machine


@dataclass(frozen=True)
class State:
    """What a kiosk shows and keeps, and the versions that it trusts."""

    shows: date
    files: Mapping[str, bytes]
    floors: Mapping[str, int]

    @classmethod
    def of(cls, machine: Machine) -> State:
        """Look at a kiosk as it is."""
        kept = [machine.folder / POINTER, *(machine.folder / "releases").rglob("*")]
        files = {str(path): path.read_bytes() for path in kept if path.is_file()}
        return cls(machine.shows(), files, floors(machine))


def floors(machine: Machine) -> dict[str, int]:
    """Return the newest version of each role that a kiosk trusts; 0 for none."""
    found = dict.fromkeys(("root", "timestamp", "snapshot", "targets"), 0)
    for text in read_trust(machine.folder).metadata.values():
        signed = Metadata[object].from_bytes(text.encode()).signed
        found[signed.type] = max(found[signed.type], signed.version)
    return found


def refused(machine: Machine, source: Path | str | Source) -> str:
    """Look at a source that has nothing for this kiosk; see that all stayed as it was, and return the sentence."""
    before = State.of(machine)
    with pytest.raises(UpdateError) as caught:
        machine.refresh(source)
    after = State.of(machine)
    assert (after.shows, after.files) == (before.shows, before.files)
    assert all(after.floors[role] >= version for role, version in before.floors.items()), (before, after)
    return str(caught.value)
