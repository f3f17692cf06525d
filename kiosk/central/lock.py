"""The lock of a central folder: one publisher at a time, on one machine or on a network share.

Two things together. A lock of the system, which ends with the process that holds it, but which not every share knows
or tells to other machines. And a file that says who is publishing, made only where there is none, which every share
knows, but which stays behind when a machine stops. So an owner on this machine is gone when the system's lock is free,
and one on another machine is taken to be gone after ten minutes; publishing takes seconds.

Should two publish at once in spite of it, no file of one is written over by the other, and whoever comes last to the
timestamp sees that it is not the one that he began with (`CentralFolder.replace_timestamp`).
"""

from __future__ import annotations

import getpass
import json
import os
import platform
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic, sleep

from filelock import FileLock, Timeout

from kiosk.disk import TEMPORARY, Disk
from kiosk.errors import CentralError

LOCK = ".publishing.lock"
OWNER = ".publishing.json"
GONE_AFTER = timedelta(minutes=10)
"""After this an owner on another machine is taken to be gone."""
PATIENCE = 30.0
"""Seconds to wait for another publisher."""

_PAUSE = 0.1


@dataclass(frozen=True)
class Owner:
    """Who is publishing: a person's account, the machine and the process."""

    who: str
    machine: str
    process: int

    @classmethod
    def here(cls) -> Owner:
        """Return this process."""
        try:
            who = getpass.getuser()
        except (OSError, KeyError):  # an account without a name
            who = "somebody"
        return cls(who, platform.node(), os.getpid())


@contextmanager
def locked(folder: Path, disk: Disk, now: datetime, patience: float = PATIENCE) -> Iterator[None]:
    """Be the only one who publishes into a folder.

    Raises CentralError, naming who, where another still is after `patience` seconds; OSError where the folder cannot
    be written.
    """
    until = monotonic() + patience
    lock = FileLock(folder / LOCK, timeout=patience)
    try:
        alone = _acquired(lock)
        _take(folder / OWNER, disk, now, until, alone)
        try:
            yield
        finally:
            with suppress(OSError):  # what stays behind is taken to be gone after a while
                if _read(folder / OWNER) == Owner.here():  # not that of somebody who took us to be gone
                    disk.remove(folder / OWNER)
    except Timeout as error:
        raise CentralError(_busy(folder / OWNER, now)) from error
    finally:
        lock.release()


def _acquired(lock: FileLock) -> bool:
    """Take the system's lock; say whether there is one to take here. Raises Timeout."""
    try:
        lock.acquire()
    except Timeout:
        raise
    except OSError:  # a share without locks, or the lock file of another account
        return False
    return True


def _take(path: Path, disk: Disk, now: datetime, until: float, alone: bool) -> None:
    """Write who is publishing, once nobody else is. Raises Timeout."""
    mine = path.with_name(f"{TEMPORARY}{uuid.uuid4().hex}-{path.name}")
    disk.write(mine, json.dumps(asdict(Owner.here())).encode())
    try:
        _rename(mine, path, disk, now, until, alone)
    finally:
        with suppress(OSError):
            disk.remove(mine)


def _rename(mine: Path, path: Path, disk: Disk, now: datetime, until: float, alone: bool) -> None:
    while True:
        try:
            return disk.rename_new(mine, path)
        except FileExistsError:
            if _is_gone(path, now, alone):
                disk.remove(path)
            elif monotonic() >= until:
                raise Timeout(str(path)) from None
            else:
                sleep(_PAUSE)


def _is_gone(path: Path, now: datetime, alone: bool) -> bool:
    owner = _read(path)
    here_and_ended = alone and owner is not None and owner.machine == platform.node()
    return here_and_ended or _age(path, now) >= GONE_AFTER


def _read(path: Path) -> Owner | None:
    try:
        return Owner(**json.loads(path.read_bytes()))
    except (OSError, ValueError, TypeError):
        return None


def _age(path: Path, now: datetime) -> timedelta:
    try:
        return now - datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:  # gone meanwhile
        return timedelta()


def _busy(path: Path, now: datetime) -> str:
    owner = _read(path) or Owner("somebody", "another machine", 0)
    minutes = max(0, _age(path, now) // timedelta(minutes=1))
    since = "for less than a minute" if minutes < 1 else f"for {minutes} min"
    return f"{owner.who} on {owner.machine} has been publishing into {path.parent} {since}. Try again in a while."
