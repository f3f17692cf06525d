"""What a kiosk shows never goes back, whatever it is shown in whatever order; and what is good now is always taken.

A publisher publishes, renews, withdraws and replaces keys while days pass. Somebody keeps copies of what there was, and
shows any of them, whole, mixed or spoilt, as a folder or as a bundle; a thief may have the key that is kept online. The
kiosk is started now and then, and its clock may be anything.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from kiosk.errors import UpdateError
from kiosk.refresh import Result
from kiosk.updates.naming import SIGNED_ON
from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, Machine, content_of
from tests.helpers.refusals import State
from tests.updates.samples import IN_MEMORY, forked, zipped

EXAMPLES = int(os.environ.get("EXAMPLES", "10"))
"""How many histories are tried. To look further: EXAMPLES=1000 pytest tests/updates/test_never_back.py"""
DAYS = [BUNDLED + timedelta(days=number) for number in range(1, 7)]
ROLES = st.sampled_from(["root", "targets", "online"])
OFF = st.sampled_from([timedelta(0), timedelta(days=-1), timedelta(days=-900), timedelta(days=1800), None])
"""How far the kiosk's clock may be off; None for one that stands still in 1970."""
Copy = Mapping[str, bytes]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class NeverBack(RuleBasedStateMachine):
    """The publisher, the kiosk, and whoever stands between them."""

    copies = Bundle("copies")

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(mkdtemp(prefix="send-kiosk-", dir=IN_MEMORY))
        self.central = Central(self.folder / "central")
        self.kiosk = Machine(self.folder / "kiosk", self.central.root)
        self.hashes: dict[int, str] = {}
        """What the publisher meant by each version of its targets."""
        self.stolen = False
        self.seen = (0, 0)
        self.shown = 0
        self._publish(DAYS[0])

    @initialize(target=copies, off=OFF)
    def begin(self, off: timedelta | None) -> Copy:
        """Set up the kiosk, with its clock as it is."""
        self.set_the_clock(off)
        return self._now()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # The publisher.

    @rule(target=copies, day=st.sampled_from(DAYS), looks=st.booleans())
    def publish(self, day: date, looks: bool) -> Copy:
        """Publish any content, be it new or what was withdrawn before."""
        self._publish(day)
        return self._now(looks)

    @rule(target=copies, role=ROLES, looks=st.booleans())
    def replace_a_key(self, role: str, looks: bool) -> Copy:
        """Replace a key; a stolen one is of no use any more."""
        before = self._hash_now()
        self.central.rotate(role)
        self.hashes[self._targets()] = before
        self.stolen = self.stolen and role != "online"
        return self._now(looks)

    @rule(target=copies, days=st.sampled_from([0, 20, 36, 400]), renewed=st.booleans(), looks=st.booleans())
    def days_pass(self, days: int, renewed: bool, looks: bool) -> Copy:
        """Time goes on for everybody whose clock goes: a timestamp is good for 35 days, all but the root for 365."""
        self.central.now += timedelta(days=days)
        if self.kiosk.clock > EPOCH:
            self.kiosk.clock += timedelta(days=days)
        if renewed:
            self.central.renew()
        return self._now(looks)

    # The kiosk.

    @rule()
    def start(self) -> None:
        """Start the program: what waits is shown."""
        self.kiosk.starts()

    @rule(off=OFF)
    def set_the_clock(self, off: timedelta | None) -> None:
        """Set the clock right or wrong; None for one that stands still in 1970."""
        self.kiosk.clock = EPOCH if off is None else self.central.now + off

    # Whoever stands between them.

    @rule(copy=copies, as_bundle=st.booleans())
    def show_a_copy(self, copy: Copy, as_bundle: bool) -> None:
        """Show a copy of any time."""
        self._show(copy, as_bundle)

    @rule(first=copies, second=copies, choice=st.integers(0), as_bundle=st.booleans())
    def show_a_mix(self, first: Copy, second: Copy, choice: int, as_bundle: bool) -> None:
        """Show each file from the one or the other, or not at all."""
        mixed = {}
        for name in sorted({*first, *second}):
            choice, which = divmod(choice, 3)
            if which < 2 and name in (first, second)[which]:
                mixed[name] = (first, second)[which][name]
        self._show(mixed, as_bundle)

    @rule(copy=copies, choice=st.integers(0), bit=st.integers(0, 7))
    def show_a_spoilt_copy(self, copy: Copy, choice: int, bit: int) -> None:
        """Show a copy in which one bit has fallen over."""
        name = sorted(copy)[choice % len(copy)]
        data = bytearray(copy[name])
        data[choice % len(data)] ^= 1 << bit
        self._show({**copy, name: bytes(data)})

    @rule(
        copy=copies, ahead=st.integers(1, 2**31), says=st.sampled_from(["9999-12-31T00:00:00Z", "1970-01-01T00:00:00Z"])
    )
    def show_what_a_thief_signed(self, copy: Copy, ahead: int, says: str) -> None:
        """Show the targets of a copy, under a snapshot and a timestamp that are newer than all others.

        The key is the publisher's own, and good until the publisher replaces it.
        """
        self.stolen = True
        thief = forked(self.central, self.folder / "thief")
        targets = next(name for name in copy if name.endswith(".targets.json"))
        for name in (targets, *(each for each in copy if each.startswith("targets/"))):
            thief.write(name, copy[name])
        thief.made["targets"].signed.version = int(targets.removeprefix("metadata/").partition(".")[0])

        def forward(signed: Any) -> None:
            signed.version += ahead
            signed.expires = signed.expires.replace(year=9999)
            signed.unrecognized_fields[SIGNED_ON] = says

        thief.change("snapshot", lambda snapshot: (thief.point(snapshot, "targets"), forward(snapshot)), alone=True)
        thief.change("timestamp", lambda timestamp: (thief.point(timestamp, "snapshot"), forward(timestamp)))
        files = {path.relative_to(thief.folder).as_posix(): path.read_bytes() for path in thief.folder.rglob("*.*")}
        shutil.rmtree(thief.folder)
        self._show(files)

    # What has to hold.

    @rule(as_bundle=st.booleans())
    def look(self, as_bundle: bool) -> None:
        """What is good now is taken, unless it has run out by the date that the kiosk has to go by."""
        taken = self._show(self._now(), as_bundle)
        if self.stolen:
            return  # a kiosk cannot tell a thief from the publisher until the key is replaced
        assert taken is self._is_good_now()
        if taken:
            newest = self.kiosk.releases.newest()
            assert newest is not None
            assert newest.sha256 == self._hash_now()

    @invariant()
    def it_shows_what_the_publisher_signed(self) -> None:
        """Never anything else, and never anything older than what it has shown."""
        active = self.kiosk.releases.active()
        if active is not None:
            assert (
                sha256(active.database.read_bytes()).hexdigest() == active.sha256 == self.hashes[active.number.targets]
            )
            assert active.number.targets >= self.shown
            self.shown = active.number.targets

    def _show(self, files: Copy, as_bundle: bool = False) -> bool:
        """Show some files, and say whether they were taken. What waits then is what was meant by what is trusted."""
        stick = self.folder / "stick"
        for name, data in files.items():
            path = stick / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        stick.mkdir(exist_ok=True)
        before = State.of(self.kiosk)
        source = zipped(stick, self.folder / "stick.zip") if as_bundle else stick
        try:
            result = self.kiosk.refresh(source).result
        except UpdateError:
            result = None
        finally:
            shutil.rmtree(stick)
        after = State.of(self.kiosk)
        assert after.shows == before.shows
        if result is not Result.NEW:
            assert after.files == before.files
        seen = (after.floors["root"], after.floors["targets"])
        assert seen >= self.seen
        self.seen = seen
        newest = self.kiosk.releases.newest()
        if result is not None:
            assert newest is not None
            assert newest.sha256 == self.hashes[after.floors["targets"]]
        return result is not None

    def _now(self, looks: bool = False) -> Copy:
        """Return all files as they are now; first, the kiosk may look."""
        if looks:
            self.look(as_bundle=False)
        return {name: self.central.path(name).read_bytes() for name in self.central.names()}

    def _is_good_now(self) -> bool:
        by = max(self.kiosk.clock, datetime(*BUNDLED.timetuple()[:3], tzinfo=UTC), self._signed())
        return all(each.signed.expires > by for each in self.central.made.values())

    def _signed(self) -> datetime:
        said = self.central.made["timestamp"].signed.unrecognized_fields[SIGNED_ON]
        return datetime.fromisoformat(said)

    def _publish(self, day: date) -> None:
        content = content_of(day)
        self.central.publish(content, day.isoformat())
        self.hashes[self._targets()] = sha256(content).hexdigest()

    def _targets(self) -> int:
        version: int = self.central.made["targets"].signed.version
        return version

    def _hash_now(self) -> str:
        return self.hashes[self._targets()]


TestNeverBack = NeverBack.TestCase
TestNeverBack.settings = settings(max_examples=EXAMPLES, stateful_step_count=30)
