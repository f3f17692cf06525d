"""The publisher of the fleet: releases that differ, each put in place as a publisher's command does it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from kiosk.disk import Disk
from tests.helpers.central import Central
from tests.helpers.machine import BUNDLED, content_of

BEGAN = datetime.fromisoformat("2027-01-04T09:00:00+00:00")
"""When the fleet's clock stands at 0."""


class Publisher(Central):
    """A central folder in which every file comes whole under its name, the timestamp last of all."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, now=BEGAN)
        self.issued: list[str] = []

    @property
    def newest(self) -> str:
        """The hash of the content that was published last."""
        return self.issued[-1]

    def issue(self, at: float) -> str:
        """Publish a release at a second of the fleet's clock, a day newer than the one before; return its hash."""
        content = content_of(next_day(len(self.issued)))
        published = next_day(len(self.issued)).isoformat()
        self.publish(content, published, now=BEGAN + timedelta(seconds=at))
        self.issued.append(sha256(content).hexdigest())
        return self.newest

    def write(self, name: str, data: bytes) -> None:
        path = self.path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        Disk().replace_file(path, data)


def next_day(issued: int) -> date:
    """Return the date of the next release, where so many were issued."""
    return BUNDLED + timedelta(days=1 + issued)
