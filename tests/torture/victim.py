"""The victim: one kiosk, the central folder that it fetches from, and processes of it that are killed."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from kiosk.content.kept import kept_first
from kiosk.content.opening import open_first
from kiosk.content.releases import Releases
from tests.helpers.central import Central

FIRST = date(2030, 1, 1)
"""The date of the first publication; each next one is a day younger."""
WRITING = 0.5
"""How often a process is killed about when it writes what is to last; else at any time of its life."""
ABOUT = 0.03
"""Seconds: how long that takes."""
MOST_FOLDERS = 4
"""Releases that may lie there at once: shown, last good, waiting, and one that is being written."""


class LostError(Exception):
    """What must never be: no content, other content, or content that went back."""


@dataclass
class Victim:
    """A kiosk in a folder. `content` is a database that each publication is made of."""

    folder: Path
    content: Path
    chance: Random
    published: dict[date, str] = field(default_factory=dict)
    """The hash of each publication by its date."""
    shown: date = date.min
    stages: dict[str, int] = field(default_factory=dict)
    """How many were killed where."""
    largest: int = 0
    """The most bytes that ever lay in the kiosk's folder."""

    def __post_init__(self) -> None:
        self.central = Central(self.folder / "central", now=datetime.now(UTC))
        self.state = self.folder / "state"
        (self.folder / "root.json").write_bytes(self.central.root)
        self.publish()

    def publish(self) -> None:
        """Publish content that is a day younger than the last."""
        day = FIRST + timedelta(len(self.published))
        data = dated(self.content, day.isoformat(), self.folder / "publication.db").read_bytes()
        self.published[day] = sha256(data).hexdigest()
        self.central.publish(data, day.isoformat())
        for old in sorted((self.folder / "central" / "targets").iterdir(), key=lambda path: path.stat().st_mtime)[:-3]:
            old.unlink()

    def update(self) -> list[str]:
        """Return the command that updates it."""
        line = [sys.executable, "-m", "kiosk", "update", "--from", str(self.central.folder)]
        return [*line, "--root", str(self.folder / "root.json"), "--releases", str(self.state)]

    def start(self) -> list[str]:
        """Return the command that does what its start does."""
        return [sys.executable, "-m", "tests.torture.start", str(self.state), str(self.content)]

    def lasts(self, command: list[str]) -> float:
        """Return the seconds that a command takes to its end."""
        begun = time.monotonic()
        subprocess.run(command, check=True, capture_output=True)
        return time.monotonic() - begun

    def kill(self, command: list[str], lasts: float) -> None:
        """Begin a command and kill it somewhere in its life."""
        waits = self.chance.random() < WRITING
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
            if waits:
                self._wait_for_writing(process)
            time.sleep(self.chance.uniform(0, ABOUT if waits else 1.05 * lasts))
            process.send_signal(signal.SIGKILL)
            process.wait()
        stage = "ended before" if process.returncode == 0 else self._stage()
        self.stages[stage] = self.stages.get(stage, 0) + 1

    def proves(self) -> None:
        """Start it, and see that it shows one whole publication, none before what it showed last. Raises LostError."""
        releases = Releases(self.state)
        edition = open_first(kept_first(releases, self.content), "E06000021")
        if edition is None:
            raise LostError("there is nothing to show")
        with edition.store as store:
            shown, path = store.published, store.path
            store.verify()
        if path != self.content and sha256(path.read_bytes()).hexdigest() != self.published.get(shown):
            raise LostError(f"{path} is none of what was published")
        if (path == self.content and self.shown != date.min) or (shown < self.shown and path != self.content):
            raise LostError(f"what was of {self.shown} is of {shown} now")
        self.shown = shown if path != self.content else date.min
        self._measure()
        releases.prove()

    def _wait_for_writing(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until trust, pointer or lock are written, or a release; or until the process ends."""
        look = self.chance.choice((self._state_changed, self._release_begun, self._release_begun))
        before = look()
        while process.poll() is None and look() == before:
            time.sleep(0.0005)

    def _state_changed(self) -> object:
        return self.state.stat().st_mtime if self.state.exists() else None

    def _release_begun(self) -> object:
        kept = self.state / "releases"
        return any((self.state / "work").glob("0*")), kept.stat().st_mtime if kept.exists() else None

    def _stage(self) -> str:
        work = self.state / "work"
        if any(work.glob("*/content.db")):
            return "while a release was written"
        if (work / "fetched.db").exists():
            return "while content was fetched or checked"
        if work.exists():
            return "while metadata was verified"
        return "before anything, or when all was done"

    def _measure(self) -> None:
        size = sum(path.stat().st_size for path in self.state.rglob("*") if path.is_file())
        self.largest = max(self.largest, size)
        if size > (MOST_FOLDERS + 1) * self.content.stat().st_size + 1_000_000:
            raise LostError(f"what is left behind grows: {size:,} bytes")


def dated(content: Path, published: str, target: Path) -> Path:
    """Make content that is the same but for its date."""
    shutil.copy(content, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE content SET published = ?", (published,))
    return target
