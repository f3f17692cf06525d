"""The time to go by: what is good is taken whatever the clock says, and what was old stays old."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.refresh import Result
from kiosk.updates.clock import time_to_go_by
from tests.helpers.central import NOW, Central
from tests.helpers.machine import Machine
from tests.helpers.refusals import floors, refused
from tests.updates import attacks
from tests.updates.attacks import Play
from tests.updates.samples import SECOND, THIRD, forked, publish

MOMENTS = st.datetimes(timezones=st.just(UTC))


@given(clock=MOMENTS, built=st.dates(), signed=MOMENTS)
def test_it_is_never_before_any_of_the_three(clock: datetime, built: date, signed: datetime) -> None:
    now = time_to_go_by(clock, built, signed)
    assert now >= clock
    assert now >= signed
    assert now.date() >= built
    assert now in (clock, signed, datetime(built.year, built.month, built.day, tzinfo=UTC))


@given(clock=MOMENTS, later=st.timedeltas(timedelta(0)), built=st.dates(), signed=MOMENTS)
def test_it_only_goes_on_with_each(clock: datetime, later: timedelta, built: date, signed: datetime) -> None:
    """A clock that goes on, a program that is newer, a later signing: none turns it back."""
    now = time_to_go_by(clock, built, signed)
    try:
        assert time_to_go_by(clock + later, built, signed) >= now
        assert time_to_go_by(clock, built, signed + later) >= now
        assert time_to_go_by(clock, built + later, signed) >= now
    except OverflowError:
        pass  # the end of all dates


EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize("clock", [EPOCH, NOW - timedelta(days=3650), NOW - timedelta(days=1)])
def test_a_clock_that_is_behind_keeps_nothing_good_out(clock: datetime, central: Central, machine: Machine) -> None:
    machine.clock = clock
    publish(central, SECOND)
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.starts() == SECOND


def test_a_dead_clock_lets_nothing_in_that_had_run_out_when_the_publisher_was_last_heard(tmp_path: Path) -> None:
    """The publisher has signed a timestamp in 2028, and the targets were good until the day before."""
    play = Play(tmp_path)
    play.machine.clock = EPOCH
    later = NOW + timedelta(days=402)
    play.central.change("targets", lambda targets: None, days=400)
    play.central.change("snapshot", lambda snapshot: None, now=later)
    assert refused(play.machine, play.central.folder) == attacks.RUN_OUT.format(play.central.folder)
    assert floors(play.machine)["timestamp"] == play.central.made["timestamp"].signed.version
    publish(forked(play.central, tmp_path / "right again"), THIRD)
    play.central.now = later
    publish(play.central, THIRD)
    assert play.machine.refresh(play.central.folder).result is Result.NEW


def test_a_clock_that_is_ahead_takes_nothing_and_spoils_nothing(central: Central, machine: Machine) -> None:
    """It says which date it goes by; once it is right, all goes on."""
    publish(central, SECOND)
    machine.clock = NOW.replace(year=2041)
    assert refused(machine, central.folder) == (
        f"What {central.folder} holds has run out by 28 November 2041, the date that this machine goes by. "
        "If that date is wrong, set the clock; if it is right, ask the publisher for newer content."
    )
    machine.clock = NOW
    assert machine.refresh(central.folder).result is Result.NEW


@pytest.mark.parametrize("new_root", [True, False])
def test_a_publisher_whose_clock_was_years_ahead_is_heard_again(
    new_root: bool, central: Central, machine: Machine
) -> None:
    """What it signed by the wrong date is good if all is of that date; what it signs by the right one is as well."""
    central.now = NOW.replace(year=2041)
    if new_root:
        central.rotate("root")
    publish(central, SECOND)
    if new_root:
        assert machine.refresh(central.folder).result is Result.NEW
    else:
        assert "has run out by 28 November 2041" in refused(machine, central.folder)
    central.now = NOW
    central.rotate("root")
    publish(central, THIRD)
    assert machine.refresh(central.folder).result is Result.NEW
    assert machine.starts() == THIRD
