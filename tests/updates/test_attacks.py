"""Every attack that the TUF specification names, and those that Uptane adds.

Each time all that the kiosk has stays as it was, somebody reads why, and the next good content is taken. Slow retrieval
and malicious mirrors, which only the web has, stand in `test_mirrors.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from kiosk.refresh import Result
from tests.helpers.central import Central
from tests.helpers.machine import Machine, content_of
from tests.helpers.refusals import refused
from tests.updates.attacks import LACKING, OLDER, ON_FILES, ON_SIGNATURES, Attack, Play
from tests.updates.conftest import Way
from tests.updates.samples import SECOND, THIRD, publish


@pytest.mark.parametrize("attack", ON_FILES, ids=lambda attack: attack.name)
def test_an_attack_on_files(attack: Attack, way: Way, tmp_path: Path) -> None:
    withstand(attack, way, tmp_path)


@pytest.mark.parametrize("attack", ON_SIGNATURES, ids=lambda attack: attack.name)
def test_an_attack_on_signatures(attack: Attack, tmp_path: Path) -> None:
    withstand(attack, str, tmp_path)


def withstand(attack: Attack, way: Way, folder: Path) -> None:
    play = Play(folder, attack.people)
    shown = attack.do(play) or play.thief.folder
    source = way(shown)
    assert refused(play.machine, source) == attack.says.format(source)
    play.central.now = play.machine.clock
    for role in attack.rotated:
        play.central.rotate(role)
    publish(play.central, THIRD)
    assert play.machine.refresh(way(play.central.folder)).result is Result.NEW
    assert play.machine.starts() == THIRD


def test_extraneous_dependencies(central: Central, machine: Machine, way: Way) -> None:
    """What nobody signed is not even looked at, however it is called and wherever it lies."""
    publish(central, SECOND)
    evil = content_of(THIRD)
    for name in ("autorun.inf", "content.db", "targets/content.db", "metadata/evil.json", "metadata/0.root.json"):
        central.write(name, evil)
    central.write(f"targets/evil.{central.content_name().removeprefix('targets/')}", evil)
    assert machine.refresh(way(central.folder)).result is Result.NEW
    assert machine.starts() == SECOND
    assert machine.releases.active().database.read_bytes() == content_of(SECOND)


def test_what_was_verified_on_the_way_is_kept(central: Central, machine: Machine, tmp_path: Path) -> None:
    """A stick lacks the content, and is refused; from then on nothing older is believed, as if it had been taken."""
    old = central.copy(tmp_path / "old")
    publish(central, SECOND)
    between = central.copy(tmp_path / "between")
    publish(central, THIRD)
    central.path(central.content_name()).rename(tmp_path / "content")
    assert refused(machine, central.folder) == LACKING.format(central.folder)
    for stick in (old, between):
        assert refused(machine, stick) == OLDER.format(stick)
    (tmp_path / "content").rename(central.path(central.content_name()))
    assert machine.refresh(central.folder).result is Result.NEW
