"""Progress: how far something long has come, on stderr: one line that changes on a terminal, plain lines elsewhere."""

from __future__ import annotations

import shutil
import sys
from types import TracebackType
from typing import TextIO


class Progress:
    """Says where it is. On a terminal the line is taken away at the end."""

    def __init__(self, stream: TextIO | None = None) -> None:
        """`stream` is where it is said; else stderr."""
        self._stream = stream or sys.stderr
        self._shown = 0

    def __enter__(self) -> Progress:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._shown:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def __call__(self, line: str) -> None:
        """Say a line."""
        if self._stream.isatty():
            self._draw(line)
        else:
            self._stream.write(f"{line}\n")
        self._stream.flush()

    def _draw(self, line: str) -> None:
        """Write over the line before, no wider than the terminal."""
        cut = line[: shutil.get_terminal_size().columns - 1]
        self._stream.write(f"\r{cut}{' ' * (self._shown - len(cut))}")
        self._shown = len(cut)
