"""A virtual screen whose pixels can be read as they are painted, and touched."""

from __future__ import annotations

import ctypes
import mmap
import os
import shutil
import struct
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Self

WIDTH, HEIGHT = 1080, 1920
HEADER = struct.Struct(">25I")
"""The head of an X window dump; what is used of it is its own length, the bytes of a line, and the colours."""
BYTES_PER_COLOUR = 12
LINE = WIDTH * 4
PATIENCE = 30.0
"""Seconds that anything may take to be painted."""
FINGER_DOWN = 0.03
"""Seconds between press and release: long enough for the pressed button to be painted."""
BETWEEN_LOOKS = 0.0002
"""Seconds between two looks at the pixels."""


class MissingError(Exception):
    """What this machine lacks, in a sentence."""


class Screen:
    """Xvfb with its framebuffer in a file."""

    def __init__(self) -> None:
        if shutil.which("Xvfb") is None:
            raise MissingError("There is no Xvfb on this machine, so there is no comparison: install Debian's xvfb.")
        self._x11, self._xtst = _library("libX11.so.6", "libx11-6"), _library("libXtst.so.6", "libxtst6")
        self._compare = ctypes.CDLL(None).memcmp
        self._folder = tempfile.TemporaryDirectory()
        self._server, self.display = _served(self._folder.name)
        self._pixels = _mapped(Path(self._folder.name) / "Xvfb_screen0")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._x11.XOpenDisplay(self.display.encode()))
        if not self._connection:
            raise RuntimeError("Xvfb does not answer")
        self.empty = self.frame()

    def environment(self) -> dict[str, str]:
        """Return the environment for a program that shows itself here, with what any installation has."""
        ours = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        return {**ours, "DISPLAY": self.display, "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb"}

    def frame(self) -> bytes:
        """Return every pixel."""
        return bytes(self._pixels)

    def shows(self, frame: bytes) -> bool:
        """Say whether every pixel is as in this frame."""
        return self._compare(self._pixels, frame, len(frame)) == 0

    def settled(self, quiet: float = 1.0, other_than: bytes = b"") -> bytes:
        """Wait until something else is shown and nothing has been painted for so many seconds; return it."""
        frame, since = self.frame(), time.monotonic()
        until = since + PATIENCE
        while time.monotonic() - since < quiet or frame == other_than:
            time.sleep(0.02)
            if not self.shows(frame):
                frame, since = self.frame(), time.monotonic()
            if time.monotonic() > until:
                raise RuntimeError("the screen never changes, or never comes to rest")
        return frame

    def waits_for(self, frame: bytes) -> float:
        """Wait until a frame is shown whole; return when."""
        until = time.perf_counter() + PATIENCE
        while not self.shows(frame):
            time.sleep(BETWEEN_LOOKS)
            if time.perf_counter() > until:
                raise RuntimeError("what was expected is never painted")
        return time.perf_counter()

    def touches(self, x: int, y: int) -> float:
        """Press and let go at a point; return when the finger left."""
        self._xtst.XTestFakeMotionEvent(self._connection, -1, x, y, 0)
        self._xtst.XTestFakeButtonEvent(self._connection, 1, 1, 0)
        self._x11.XFlush(self._connection)
        time.sleep(FINGER_DOWN)
        left = time.perf_counter()
        self._xtst.XTestFakeButtonEvent(self._connection, 1, 0, 0)
        self._x11.XFlush(self._connection)
        return left

    def __enter__(self) -> Self:
        """Give the screen."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take it down."""
        self._x11.XCloseDisplay(self._connection)
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()


def _library(name: str, package: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        raise MissingError(f"There is no {name} on this machine: install Debian's {package} to compare.") from error


def _served(folder: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start Xvfb on a free display; return it and the display's name once it answers."""
    read, write = os.pipe()
    size = f"{WIDTH}x{HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-fbdir", folder, "-nocursor", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as answer:
        number = answer.readline().strip()
    if not number:
        raise RuntimeError("Xvfb does not start")
    return server, f":{number}"


def _mapped(path: Path) -> ctypes.Array[ctypes.c_char]:
    """Return the pixels as they change, line after line."""
    with path.open("r+b") as file:
        dump = mmap.mmap(file.fileno(), 0)
    header = HEADER.unpack_from(dump)
    if header[12] != LINE:
        raise RuntimeError("Xvfb keeps its pixels in another way than is expected here")
    return (ctypes.c_char * (LINE * HEIGHT)).from_buffer(dump, header[0] + header[19] * BYTES_PER_COLOUR)
