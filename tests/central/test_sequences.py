"""Whatever publishers do one after the other, and wherever it is interrupted, a kiosk that looks each time follows."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.central import publishing, renewal
from kiosk.central.candidate import Candidate
from kiosk.errors import CentralError
from tests.central.faults import FailingDisk
from tests.central.office import Office
from tests.helpers.central import NOW

DEEDS = st.one_of(
    st.sampled_from(["renew", "rotate root", "rotate targets", "rotate online"]),
    st.integers(1, 3).map(lambda number: f"publish {number}"),
)
STEPS = st.lists(st.tuples(DEEDS, st.integers(1, 14), st.integers(0, 40)), min_size=1, max_size=6)


@settings(max_examples=6)
@given(steps=STEPS)
def test_a_kiosk_follows_whatever_publishers_do(steps: list[tuple[str, int, int]]) -> None:
    """Each step is a deed, the days since the last one, and the operation of the disk that fails in it, if any."""
    with tempfile.TemporaryDirectory() as home:
        office = Office(Path(home))
        now, kiosk = NOW, office.home / "kiosk"
        allowed: set[bytes | None] = {None}
        for deed, days, fails in steps:
            now += timedelta(days=days)
            disk = FailingDisk(fails)
            what, _, which = deed.partition(" ")
            with suppress(CentralError, OSError):
                if what == "publish":
                    allowed.add(f"content {which}".encode())
                    candidate = Candidate(f"content {which}".encode(), NOW.date())
                    publishing.publish(office.publisher(now=now, disk=disk), candidate)
                elif what == "rotate":
                    office.rotate(which, now=now, disk=disk)
                else:
                    renewal.renew(office.publisher(now=now, disk=disk))
            office.chain()
            renewal.renew(office.publisher(now=now))
            assert office.shows(now, kiosk) in allowed
        last = Candidate(b"the last", NOW.date())
        office.publish(last, now=now)
        assert office.shows(now, kiosk) == last.data
        assert office.shows(now) == last.data
