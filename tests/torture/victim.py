"""The victim: one kiosk, the central folder that it fetches from, and processes of it that are killed."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random

from filelock import FileLock, Timeout

from kiosk.content.kept import kept_first
from kiosk.content.opening import open_first
from kiosk.content.releases import Releases
from kiosk.refresh import LOCK
from tests.helpers.central import Central

FIRST = date(2030, 1, 1)
"""The date of the first publication; each next one is a day younger."""
WRITING = 0.5
"""How often a process is killed about when it writes what is to last; else at any time of its life."""
ABOUT = 0.03
"""Seconds: how long that takes."""
MOST_COPIES = 6
"""Of the content, that may lie there: shown, last good, the one before, waiting; fetched, and being copied."""
COUNCIL = "E06000021"
OFFSCREEN = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}


class LostError(Exception):
    """What must never be: no content, other content, content that went back, a kiosk that is stuck."""


@dataclass(frozen=True)
class Mark:
    """What the folder looks like before a process begins: from it is told how far the process came."""

    trust: float
    pointer: float
    work: float
    releases: frozenset[str]


@dataclass
class Victim:
    """A kiosk in a folder. `content` is a database that each publication is made of."""

    folder: Path
    content: Path
    chance: Random
    published: dict[date, str] = field(default_factory=dict)
    """The hash of each publication by its date."""
    shown: date = date.min
    stages: Counter[str] = field(default_factory=Counter)
    """How many were killed where."""
    found: Counter[str] = field(default_factory=Counter)
    """What was shown after each kill, and that a process had ended before it could be killed."""
    largest: int = 0
    """The most bytes that ever lay in the kiosk's folder."""

    def __post_init__(self) -> None:
        self.central = Central(self.folder / "central", now=datetime.now(UTC))
        self.state = self.folder / "state"
        (self.folder / "root.json").write_bytes(self.central.root)
        self.settings = self.folder / "kiosk.toml"
        self.settings.write_text(
            f'[kiosk]\nauthority = "{COUNCIL}"\n[updates]\nroot = "root.json"\nreleases = "state"\n', encoding="utf-8"
        )
        self.publish()

    @property
    def kills(self) -> int:
        """How many processes were killed while they lived."""
        return self.stages.total()

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
        line = [sys.executable, "-m", "kiosk", "update", "--config", str(self.settings)]
        return [*line, "--from", str(self.central.folder)]

    def start(self) -> list[str]:
        """Return the command that does what its start does with releases."""
        return [sys.executable, "-m", "tests.torture.start", str(self.state), str(self.content)]

    def run(self) -> list[str]:
        """Return the command that starts the whole kiosk, to its first screen."""
        return [sys.executable, "-m", "kiosk", "run", "--config", str(self.settings), "--windowed", "--until-attract"]

    def lasts(self, command: list[str]) -> float:
        """Return the seconds that a command takes to its end."""
        begun = time.monotonic()
        done = subprocess.run(command, capture_output=True, text=True, env=OFFSCREEN)
        if done.returncode:
            raise LostError(f"{' '.join(command[2:4])} ends with code {done.returncode}: {done.stderr.strip()}")
        return time.monotonic() - begun

    def kill(self, command: list[str], lasts: float) -> bool:
        """Begin a command and kill it somewhere in its life; say whether it lived still."""
        waits, mark = self.chance.random() < WRITING, self._mark()
        nothing = subprocess.DEVNULL
        with subprocess.Popen(command, stdout=nothing, stderr=nothing, env=OFFSCREEN) as process:
            if waits:
                self._wait_for_writing(process)
            time.sleep(self.chance.uniform(0, ABOUT if waits else 1.05 * lasts))
            process.send_signal(signal.SIGKILL)
            process.wait()
        if process.returncode != -signal.SIGKILL:
            self.found["had ended before they could be killed"] += 1
            return False
        what = "update" if "update" in command else "start"
        self.stages[f"{what}: {self._stage(mark, what)}"] += 1
        return True

    def proves(self) -> None:
        """Start it, and see that it shows one whole publication, none before what it showed last. Raises LostError."""
        self._proves_unlocked()
        releases = Releases(self.state)
        edition = open_first(kept_first(releases, self.content), COUNCIL)
        if edition is None:
            raise LostError("there is nothing to show")
        with edition.store as store:
            shown, path = store.published, store.path
            store.verify()
        if path != self.content and sha256(path.read_bytes()).hexdigest() != self.published.get(shown):
            raise LostError(f"{path} is none of what was published")
        if (path == self.content and self.shown != date.min) or (shown < self.shown and path != self.content):
            raise LostError(f"what was of {self.shown} is of {shown} now")
        before, self.shown = self.shown, shown if path != self.content else date.min
        self.found["showed the new release" if self.shown > before else "showed the same release as before"] += 1
        self._measure()
        releases.prove()

    def _proves_unlocked(self) -> None:
        self.state.mkdir(exist_ok=True)
        try:
            with FileLock(self.state / LOCK, timeout=0):
                pass
        except Timeout as error:
            raise LostError("the lock is stuck") from error

    def _wait_for_writing(self, process: subprocess.Popen[bytes]) -> None:
        """Wait until trust, pointer or lock are written, or a release; or until the process ends."""
        look = self.chance.choice((self._state_changed, self._release_begun, self._release_begun))
        before = look()
        while process.poll() is None and look() == before:
            time.sleep(0.0005)

    def _state_changed(self) -> object:
        return _changed(self.state)

    def _release_begun(self) -> object:
        try:
            return any((self.state / "work").glob("0*")), _changed(self.state / "releases")
        except FileNotFoundError:  # it was emptied while we looked
            return False, _changed(self.state / "releases")

    def _mark(self) -> Mark:
        names = frozenset(path.name for path in (self.state / "releases").glob("*"))
        trust, pointer, work = (_changed(self.state / name) for name in ("trust.json", "pointer.json", "work"))
        return Mark(trust, pointer, work, names)

    def _stage(self, before: Mark, what: str) -> str:
        now, work = self._mark(), self.state / "work"
        if what == "start":
            return "before anything was written" if now.pointer == before.pointer else "after the pointer was written"
        if now.releases - before.releases:
            return "after the release had its name"
        if now.work == before.work:
            return "before anything"
        if any(work.glob("0*")):
            return "while the release was written"
        if (work / "fetched.db").exists():
            return "while content was checked"
        return "while content was fetched" if now.trust != before.trust else "while metadata was verified"

    def _measure(self) -> None:
        size = sum(path.stat().st_size for path in self.state.rglob("*") if path.is_file())
        self.largest = max(self.largest, size)
        if size > MOST_COPIES * self.content.stat().st_size + 1_000_000:
            raise LostError(f"what is left behind grows: {size:,} bytes")


def _changed(path: Path) -> float:
    """Return when a file or folder was changed; 0 where it is not."""
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return 0


def dated(content: Path, published: str, target: Path) -> Path:
    """Make content that is the same but for its date."""
    shutil.copy(content, target)
    with closing(sqlite3.connect(target)) as connection, connection:
        connection.execute("UPDATE content SET published = ?", (published,))
    return target
