"""A kiosk without a screen, for tests of updates: the content inside its program, its releases, its clock."""

from __future__ import annotations

import tempfile
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property
from pathlib import Path

from kiosk.content.build import build
from kiosk.content.kept import kept_first
from kiosk.content.opening import open_first
from kiosk.content.releases import Releases
from kiosk.content.store import ContentStore
from kiosk.disk import Disk
from kiosk.refresh import Refresh, Refreshed
from kiosk.updates.source import Source
from tests.helpers.central import NOW
from tests.samples import Sample

BUNDLED = date(2026, 11, 23)


@cache
def content_of(published: date) -> bytes:
    """Return the tiny sample, built with this date of its own."""
    with tempfile.TemporaryDirectory() as folder:
        sample = Sample(Path(folder, "data")).write()
        sample.change("content.toml", "published = 2026-11-23", f"published = {published}")
        database = Path(folder, "content.db")
        build(sample.folder, database, BUNDLED)
        return database.read_bytes()


@dataclass
class Machine:
    """A kiosk that keeps its releases in a folder and trusts a root. `clock` is what its clock says."""

    folder: Path
    root: bytes
    clock: datetime = NOW
    disk: Disk | None = None

    @cached_property
    def bundled(self) -> Path:
        """The content inside the program."""
        path = self.folder.with_name(f"{self.folder.name}-program") / "content.db"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content_of(BUNDLED))
        return path

    @property
    def releases(self) -> Releases:
        """Its releases, looked at anew."""
        return Releases(self.folder, self.disk)

    def refresh(self, source: Path | str | Source) -> Refreshed:
        """Look at a central file once."""
        refresh = Refresh(self.releases, self.root, self.bundled, "", lambda: self.clock, self.disk or Disk())
        if isinstance(source, Source):
            return replace(refresh, open=lambda _: nullcontext(source)).run(source.name)
        return refresh.run(str(source))

    def starts(self) -> date:
        """Start the program as the kiosk does, and see its screen. Return the date of what is on it."""
        edition = open_first(kept_first(self.releases, self.bundled), "")
        assert edition is not None
        with edition.store:
            self.releases.prove()
            return edition.store.published

    def shows(self) -> date:
        """Return the date of the content that would be shown."""
        active = self.releases.active()
        with ContentStore(active.database if active else self.bundled) as store:
            store.verify()
            return store.published
