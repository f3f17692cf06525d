"""One kiosk of the fleet: the real client, with a trust of its own, and a clock that is an hour ahead in no time."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

from kiosk.content.database import SCHEMA_VERSION
from kiosk.errors import UpdateError
from kiosk.qt.updating import EVERY, JITTER
from kiosk.updates.client import Client
from kiosk.updates.naming import target_name
from kiosk.updates.source import open_source
from kiosk.updates.trust import Trust

HOUR = EVERY / 1000
"""Seconds between two looks, on average."""


@dataclass
class SimulatedKiosk:
    """It looks once an hour, sooner or later by as much as a real one; times are seconds of the fleet's clock."""

    number: int
    next_look: float
    chance: Random
    trust: Trust = field(default_factory=Trust)
    content: str = ""
    got_at: float = 0.0
    failures: list[str] = field(default_factory=list)

    def look(self, address: str, root: bytes) -> None:
        """Look once, as a real kiosk's process does: verify, fetch, verify what was fetched."""
        at, self.next_look = self.next_look, self.next_look + HOUR * self.chance.uniform(1 - JITTER, 1 + JITTER)
        scratch = Path(tempfile.mkdtemp(prefix="fleet-"))
        try:
            with open_source(address) as source:
                client = Client(source, root, self.trust, scratch, lambda signed: max(datetime.now(UTC), signed))
                if self.content and self.content == self.trust.content and client.is_unchanged():
                    return
                offer = client.look(target_name(SCHEMA_VERSION))
                self.trust = client.trust(offer)
                if offer.sha256 != self.content:
                    fetched = client.fetch(offer).read_bytes()
                    assert sha256(fetched).hexdigest() == offer.sha256
                    self.content, self.got_at = offer.sha256, at
        except UpdateError as error:
            self.failures.append(str(error))
        finally:
            shutil.rmtree(scratch)
