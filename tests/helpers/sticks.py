"""Sticks that fail: one that is pulled out at any moment, and real small disks, for whoever may mount them."""

from __future__ import annotations

import errno
import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

NOBODY = 65534
"""The user that may do nothing, on every Linux."""


class PulledOut:
    """Counts what is asked of a stick, and fails from a moment on, for good, with an error of the system."""

    def __init__(self, at: int, number: int = errno.EIO) -> None:
        self.asked = 0
        self._at = at
        self._number = number

    def ask(self) -> None:
        """Count one more; raise OSError from the moment on."""
        self.asked += 1
        if self.asked >= self._at:
            raise OSError(self._number, os.strerror(self._number))

    @property
    def is_out(self) -> bool:
        """Whether the moment has come."""
        return self.asked >= self._at


class StickPath(type(Path())):  # type: ignore[misc]
    """A path on such a stick: looking at it, opening it and each read ask the stick."""

    stick: PulledOut

    @classmethod
    def on(cls, stick: PulledOut, path: Path) -> Path:
        """Return a path on a stick; those made from it are on it too."""

        class Here(cls):  # type: ignore[valid-type, misc]
            pass

        Here.stick = stick
        made: Path = Here(path)
        return made

    def stat(self, **how: object) -> os.stat_result:
        self.stick.ask()
        return super().stat(**how)

    def open(self, *how: object, **more: object) -> io.BufferedIOBase:
        return StickFile(self.stick, self)


class StickFile(io.FileIO):
    """A file on such a stick: opening it and each read ask the stick."""

    def __init__(self, stick: PulledOut, path: Path) -> None:
        stick.ask()
        super().__init__(path)
        self._stick = stick

    def read(self, size: int | None = -1, /) -> bytes:
        self._stick.ask()
        return super().read(size)

    def readinto(self, buffer: object, /) -> int:
        self._stick.ask()
        return super().readinto(buffer)  # type: ignore[arg-type]

    def readall(self) -> bytes:
        self._stick.ask()
        return super().readall()


@contextmanager
def mounted(folder: Path, *how: str) -> Iterator[None]:
    """Mount something for a while; skip the test where that is not allowed."""
    folder.mkdir(exist_ok=True)
    _run("mount", *how, str(folder))
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def nobody() -> Iterator[None]:
    """Be a user who may do nothing in particular, as a kiosk should be; skip where one cannot become one."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def made(image: Path) -> None:
    """Make a file system in a file; skip where that is not possible."""
    _run("mkfs.ext4", "-q", str(image))


def given(folder: Path) -> None:
    """Give a folder, and all in it, to the user that `nobody` is."""
    if os.geteuid() == 0:
        for path in (folder, *folder.rglob("*")):
            os.chown(path, NOBODY, NOBODY)


def _run(*command: str) -> None:
    if os.geteuid() != 0 or shutil.which(command[0]) is None:
        pytest.skip(f"only who may {command[0]} can see this")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"{command[0]} is not possible here: {done.stderr.strip()}")
