"""What time it is, on a machine whose clock may be wrong.

**The rule.** The time is the latest of three: the machine's clock, the day of the content inside the program, and the
time at which the newest trusted timestamp was signed, as it says itself. So a clock that stands still in 1970 lets
nothing in that had run out when this kiosk last heard from its publisher, and keeps out nothing that is good. A clock
that is years ahead makes everything look as if it had run out: nothing is taken, the sentence says what the clock says,
and the content stays. What a clock said is never kept, only what was signed: once it is set right everything goes on.

The newest timestamp is the one with the highest version, whatever time it says. An older one never becomes the newest
again, so nobody who shows old copies can turn this time back. The publisher can, by signing once more: one whose own
clock was years ahead, or whose key a thief had, does not keep its kiosks out of good content for ever.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def time_to_go_by(clock: datetime, built: date, signed: datetime) -> datetime:
    """Return the latest of the machine's clock, the day of the bundled content and the newest trusted signing."""
    return max(clock, datetime.combine(built, time(), UTC), signed)
