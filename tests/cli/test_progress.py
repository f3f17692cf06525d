"""How far something is: one line that changes on a terminal, and a line each in a log."""

from __future__ import annotations

import os
import shutil
import sys
from io import StringIO

import pytest

from kiosk.cli.progress import Progress


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_on_a_terminal_and_many_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((10, 5)))
    terminal, elsewhere = Terminal(), StringIO()
    for stream in (terminal, elsewhere):
        with Progress(stream) as progress:
            progress("Page 1 of 2, a long line")
            progress("Page 2")
        with Progress(stream):
            pass
    assert terminal.getvalue() == "\rPage 1 of\rPage 2   \r      \r"
    assert elsewhere.getvalue() == "Page 1 of 2, a long line\nPage 2\n"
    with Progress() as progress:
        assert progress._stream is sys.stderr
