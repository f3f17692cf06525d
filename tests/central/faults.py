"""Disks for tests: one that fails at an operation, as a full disk does, and one that is looked at before each."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

from kiosk.disk import Disk


class WatchedDisk(Disk):
    """A disk that calls `before` before every operation, with the path it changes; one that is only synced is "."."""

    def __init__(self, before: Callable[[Path], None]) -> None:
        self._before = before

    def write(self, path: Path, data: bytes) -> None:
        self._before(path)
        super().write(path, data)

    def make_folder(self, path: Path) -> None:
        self._before(path)
        super().make_folder(path)

    def rename(self, source: Path, target: Path) -> None:
        self._before(target)
        super().rename(source, target)

    def rename_new(self, source: Path, target: Path) -> None:
        self._before(target)
        super().rename_new(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._before(Path())
        super().sync_folder(folder)

    def remove(self, path: Path) -> None:
        self._before(path)
        super().remove(path)


class FailingDisk(WatchedDisk):
    """A disk that is full at the operation of this number; what was to be written then is torn."""

    def __init__(self, at: int) -> None:
        super().__init__(self._count)
        self.count = 0
        self._at = at

    def write(self, path: Path, data: bytes) -> None:
        try:
            super().write(path, data)
        except OSError:
            path.write_bytes(data[: len(data) // 2])
            raise

    def _count(self, path: Path) -> None:
        self.count += 1
        if self.count == self._at:
            raise OSError(errno.ENOSPC, "No space left on device")
