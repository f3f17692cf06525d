"""The scratch folder: where one preview keeps the databases it shows, for as long as it runs."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock

from kiosk.disk import Disk
from kiosk.errors import UsageError

PREFIX = "send-kiosk-preview-"
LOCK = "lock"
"""Held for as long as the preview runs: a folder whose lock is free was left behind."""


@contextmanager
def scratch_folder(parent: Path | None = None) -> Iterator[Path]:
    """Give a folder that is gone afterwards; it is made in the system's folder for such, if no parent is named.

    What previews that were killed have left there is removed first. Raises UsageError where none can be made.
    """
    parent = parent or Path(tempfile.gettempdir())
    _clear(parent)
    folder, lock = _make(parent)
    try:
        yield folder
    finally:
        lock.release()
        _remove(folder)


def _make(parent: Path) -> tuple[Path, FileLock]:
    try:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        lock = FileLock(folder / LOCK)
        lock.acquire()
    except OSError as error:
        raise UsageError(f"There is no room for the preview in {parent} ({error.strerror}).") from error
    return folder, lock


def _clear(parent: Path) -> None:
    for left in parent.glob(f"{PREFIX}*"):
        if left.is_dir() and not left.is_symlink():
            _remove_unless_used(left)


def _remove_unless_used(folder: Path) -> None:
    lock = FileLock(folder / LOCK)
    with suppress(OSError):  # a preview that runs holds the lock
        lock.acquire(blocking=False)
        lock.release()
        _remove(folder)


def _remove(folder: Path) -> None:
    with suppress(OSError):  # what cannot be removed now is tried again at the next start
        Disk().remove(folder)
