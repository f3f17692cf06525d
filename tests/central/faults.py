"""Disks that fail: at one operation as a full disk does, or for good from there on, as when the power goes."""

from __future__ import annotations

import errno
from pathlib import Path

from kiosk.disk import Disk


class PowerCut(BaseException):
    """The power went. Nobody catches it."""


class FailingDisk(Disk):
    """A disk whose operation of this number fails; `for_good` cuts the power there. What is written then is torn."""

    def __init__(self, at: int, for_good: bool = False) -> None:
        self.count = 0
        self._at = at
        self._for_good = for_good

    def write(self, path: Path, data: bytes) -> None:
        self._torn(path, data)
        super().write(path, data)

    def rename_new(self, source: Path, target: Path) -> None:
        self._count()
        super().rename_new(source, target)

    def make_folder(self, path: Path) -> None:
        self._count()
        super().make_folder(path)

    def rename(self, source: Path, target: Path) -> None:
        self._count()
        super().rename(source, target)

    def sync_folder(self, folder: Path) -> None:
        self._count()
        super().sync_folder(folder)

    def remove(self, path: Path) -> None:
        self._count()
        super().remove(path)

    def _torn(self, path: Path, data: bytes) -> None:
        try:
            self._count()
        except BaseException:
            if self.count == self._at:
                path.write_bytes(data[: len(data) // 2])
            raise

    def _count(self) -> None:
        self.count += 1
        if self._for_good and self.count >= self._at:
            raise PowerCut
        if self.count == self._at:
            raise OSError(errno.ENOSPC, "No space left on device")
