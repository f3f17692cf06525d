"""A virtual screen whose pixels can be read as they are painted, and touched."""

from __future__ import annotations

import ctypes
import mmap
import os
import struct
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Self

WIDTH, HEIGHT = 1080, 1920
HEADER = struct.Struct(">25I")
BYTES_PER_COLOUR = 12
BYTES_PER_PIXEL = 4
GRID = 24
"""Pixels between the points that are compared."""
PATIENCE = 30.0
"""Seconds that anything may take to be painted."""

Frame = tuple[bytes, ...]


class Screen:
    """Xvfb with its framebuffer in a file."""

    def __init__(self, number: int = 93) -> None:
        self.display = f":{number}"
        self._folder = tempfile.TemporaryDirectory()
        size = f"{WIDTH}x{HEIGHT}x24"
        command = ["Xvfb", self.display, "-screen", "0", size, "-dpi", "102", "-fbdir", self._folder.name, "-nocursor"]
        self._server = subprocess.Popen(command, stderr=subprocess.DEVNULL)
        self._pixels = self._map(Path(self._folder.name) / "Xvfb_screen0")
        self._x11 = ctypes.CDLL("libX11.so.6")
        self._xtst = ctypes.CDLL("libXtst.so.6")
        self._x11.XOpenDisplay.restype = ctypes.c_void_p
        self._connection = ctypes.c_void_p(self._connect())

    def _map(self, path: Path) -> mmap.mmap:
        until = time.monotonic() + PATIENCE
        while not (path.exists() and path.stat().st_size > WIDTH * HEIGHT * BYTES_PER_PIXEL):
            if time.monotonic() > until:
                raise RuntimeError("Xvfb does not start")
            time.sleep(0.05)
        with path.open("rb") as file:
            pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header = HEADER.unpack_from(pixels)
        self._start = header[0] + header[19] * BYTES_PER_COLOUR
        self._line = header[12]
        return pixels

    def _connect(self) -> int:
        until = time.monotonic() + PATIENCE
        while not (connection := self._x11.XOpenDisplay(self.display.encode())):
            if time.monotonic() > until:
                raise RuntimeError("Xvfb does not answer")
            time.sleep(0.05)
        return int(connection)

    def environment(self) -> dict[str, str]:
        """Return the environment for a program that shows itself here."""
        return {**os.environ, "DISPLAY": self.display, "QT_QUICK_BACKEND": "software", "QT_QPA_PLATFORM": "xcb"}

    def frame(self) -> Frame:
        """Return the pixels of every point of the grid."""
        return tuple(self._pixel(x, y) for y in range(0, HEIGHT, GRID) for x in range(0, WIDTH, GRID))

    def _pixel(self, x: int, y: int) -> bytes:
        at = self._start + y * self._line + x * BYTES_PER_PIXEL
        return self._pixels[at : at + BYTES_PER_PIXEL]

    def settled(self, quiet: float = 1.0) -> Frame:
        """Wait until nothing has been painted for so many seconds; return what is shown."""
        frame, since = self.frame(), time.monotonic()
        until = since + PATIENCE
        while time.monotonic() - since < quiet:
            time.sleep(0.05)
            if (now := self.frame()) != frame:
                frame, since = now, time.monotonic()
            if time.monotonic() > until:
                raise RuntimeError("the screen never comes to rest")
        return frame

    def seconds_until(self, wanted: Frame, before: Frame | None = None) -> float:
        """Return how long it takes until a frame is shown whole; `before` is what was shown."""
        points = [i for i, pixel in enumerate(wanted) if before is None or before[i] != pixel]
        across = WIDTH // GRID
        places = [(i % across * GRID, i // across * GRID, wanted[i]) for i in points]
        begun = time.perf_counter()
        while not all(self._pixel(x, y) == pixel for x, y, pixel in places):
            time.sleep(0.0002)
            if time.perf_counter() - begun > PATIENCE:
                raise RuntimeError("what was expected is never painted")
        return time.perf_counter() - begun

    def touches(self, point: Sequence[int]) -> None:
        """Press and let go at a point."""
        x, y = point
        self._xtst.XTestFakeMotionEvent(self._connection, -1, x, y, 0)
        self._xtst.XTestFakeButtonEvent(self._connection, 1, 1, 0)
        self._xtst.XTestFakeButtonEvent(self._connection, 1, 0, 0)
        self._x11.XFlush(self._connection)

    def __enter__(self) -> Self:
        """Give the screen."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take it down."""
        self._x11.XCloseDisplay(self._connection)
        self._server.terminate()
        self._server.wait()
        self._folder.cleanup()
