"""A refresh: new content is taken once it is proved, and everything else leaves what is there as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk.content.store import ContentStore
from kiosk.errors import UpdateError
from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import Machine
from tests.helpers.machine import content_of as database


@pytest.fixture
def central(tmp_path: Path) -> Central:
    return Central(tmp_path / "central")


def test_new_content_is_fetched_and_waits(central: Central, tmp_path: Path) -> None:
    machine = Machine(tmp_path / "kiosk", central.root)
    central.publish(database(date(2026, 11, 25)), "2026-11-25")
    refreshed = machine.refresh(central.folder)
    assert refreshed.result is Result.NEW
    print(refreshed)
    staged = machine.releases.staged()
    with ContentStore(staged.database) as store:
        assert store.published == date(2026, 11, 25)
    print(machine.refresh(central.folder))
    central.publish(database(date(2026, 11, 26)), "2026-11-26")
    old = central.copy(tmp_path / "old")
    central.publish(database(date(2026, 11, 27)), "2026-11-27")
    print(machine.refresh(central.folder))
    with pytest.raises(UpdateError) as e:
        print(machine.refresh(old))
    print(e.value)
