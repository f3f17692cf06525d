"""Reading sign-offs."""

from __future__ import annotations

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.signoffs import SIGNOFFS, SignOff


def signoffs(draft: Draft) -> tuple[SignOff, ...]:
    """Return every sign-off, the oldest first."""
    entry = files.file(draft, SIGNOFFS)
    found = tuple(_signoff(below) for below in entry.entries("signoff"))
    entry.close()
    return found


def _signoff(entry: Entry) -> SignOff:
    signoff = SignOff(entry.string("outcome"), entry.string("hash"), entry.string("by"), entry.day("on"))
    entry.draft.origins.setdefault(f"signoff.{signoff.outcome}", entry.origin)
    entry.close()
    return signoff
