"""The other part of `make soak`: one release after another is shown by one window; what stays in memory.

python -m tests.bench.renewals [RELEASES]
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from time import monotonic

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_QUICK_BACKEND"] = "software"

from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk import app, paths
from kiosk.config import Config, Kiosk, Updates
from kiosk.content.release import Number
from kiosk.content.releases import Releases
from kiosk.qt.renewal import Renewal
from kiosk.qt.session import SessionViewModel
from tests.bench.inside import _application
from tests.bench.soak import _resident_mb
from tests.bench.stage import AUTHORITY, PIXELS_PER_MM

RELEASES = 100
LINES = 10
FIRST = date(2026, 11, 24)
DAYS = 60
"""Days that the releases are of, one after another and then again."""
TODAY = FIRST + timedelta(days=DAYS)
PATIENCE = 60
"""Seconds until a release has to be shown."""


def main() -> None:
    """Show so many releases, and print the memory and the open files in between."""
    releases = int(sys.argv[1]) if len(sys.argv) > 1 else RELEASES
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with _running(folder / "kiosk") as (session, renewal):
            for done in range(releases):
                _renew(session, renewal, folder, done)
                if (done + 1) % max(1, releases // LINES) == 0:
                    files = sum(1 for _ in Path("/proc/self/fd").iterdir())
                    print(f"{done + 1:>10} releases {_resident_mb():>8.1f} MB, {files} files open", flush=True)


@contextmanager
def _running(folder: Path) -> Iterator[tuple[SessionViewModel, Renewal]]:
    config = replace(Config(), kiosk=Kiosk(AUTHORITY), updates=Updates(releases=str(folder)))
    start = app.Start(config, as_of=TODAY, windowed=True, keeps=True)
    _application()
    QAccessible.setActive(False)
    with app.opened(start, PIXELS_PER_MM) as (session, _), app.keeping_right(start, session) as renewal:
        assert renewal is not None
        yield session, renewal


def _renew(session: SessionViewModel, renewal: Renewal, folder: Path, number: int) -> None:
    """Have a release wait, and stand by until the window shows it and has let go of the one before."""
    published, releases = FIRST + timedelta(days=number % DAYS), Releases(folder / "kiosk")
    database = _dated(releases.start_work() / "made.db", published)
    releases.stage(database, Number(1, number), published, sha256(database.read_bytes()).hexdigest())
    before = session.edition.store
    until = monotonic() + PATIENCE
    while session.edition.store is before or not _is_settled(releases):
        assert monotonic() < until, f"The content of {published} was never shown."
        renewal.look()  # which does nothing as long as the one before is not let go of
        QTest.qWait(20)
    releases.tidy()


def _is_settled(releases: Releases) -> bool:
    return releases.pointer.proven and releases.staged() is None


def _dated(database: Path, published: date) -> Path:
    shutil.copy(paths.content_database(), database)
    with closing(sqlite3.connect(database)) as connection, connection:
        connection.execute("UPDATE content SET published = ?", (published.isoformat(),))
    return database


if __name__ == "__main__":
    main()
