"""The disk: what is written is there whole, or not at all, whenever the power goes.

Everything that has to outlive a power cut is written through a `Disk`, so that a test can cut the power at every write,
sync and rename of it, and look at what is left.
"""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO

TEMPORARY = ".new-"
"""How the name of a file begins that is not whole yet; whoever finds one after a power cut may delete it."""


class Disk:
    """Writing that is safe. Every method may raise OSError; what stood there before is then still there.

    Methods with an underscore are the steps that the others are made of: between any two of them the power may go.
    """

    def replace_file(self, path: Path, data: bytes) -> None:
        """Write a file beside the one that is there, see it safe on the disk, and put it in its place."""
        temporary = path.with_name(f"{TEMPORARY}{path.name}")
        self.write(temporary, data)
        self.rename(temporary, path)
        self.sync_folder(path.parent)

    def copy_file(self, source: Path, target: Path) -> None:
        """Write a copy of a file, and see it safe on the disk; its name is safe once its folder is synced."""
        self.write(target, source.read_bytes())

    def write(self, path: Path, data: bytes) -> None:
        """Write a new file and see its contents safe on the disk."""
        with self._open(path) as file:
            self._put(file, data)
            self._sync(file)

    def make_folder(self, path: Path) -> None:
        """Make a folder and those above it, and see its name safe on the disk; it may be there already."""
        if not path.is_dir():
            if not path.parent.exists():
                self.make_folder(path.parent)
            self._make(path)
        self.sync_folder(path.parent)  # whoever made it may have been killed just then

    def rename(self, source: Path, target: Path) -> None:
        """Give a file or folder another name, in one step; a file that has it is gone then."""
        source.replace(target)

    def rename_new(self, source: Path, target: Path) -> None:
        """Give a file a name that no file has, in one step; where one has it already, raise FileExistsError."""
        try:
            os.link(source, target)
        except FileExistsError:
            raise
        except OSError:  # sticks and some shares know no links
            if target.exists():
                raise FileExistsError(str(target)) from None
            source.rename(target)
        else:
            source.unlink()

    def sync_folder(self, folder: Path) -> None:
        """See the names in a folder safe on the disk."""
        try:
            handle = os.open(folder, os.O_RDONLY)
        except PermissionError:  # Windows opens no folders, and needs none of this
            return
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno != errno.EINVAL:  # a system image that is never written has nothing to sync
                raise
        finally:
            os.close(handle)

    def remove(self, path: Path) -> None:
        """Remove a file, or a folder with all that is in it; it may be gone already."""
        if path.is_dir() and not path.is_symlink():
            for below in path.iterdir():
                self.remove(below)
            self._remove_folder(path)
        else:
            self._remove_file(path)

    def _open(self, path: Path) -> BinaryIO:
        return path.open("wb")

    def _put(self, file: BinaryIO, data: bytes) -> None:
        file.write(data)
        file.flush()

    def _sync(self, file: BinaryIO) -> None:
        os.fsync(file.fileno())

    def _make(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)

    def _remove_file(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def _remove_folder(self, folder: Path) -> None:
        folder.rmdir()
