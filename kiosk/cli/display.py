"""Whether there is a display to run on: Qt ends the program without a word of help where there is none."""

from __future__ import annotations

import os
import sys

from kiosk.errors import UsageError

NO_DISPLAY = (
    "There is no display here to show the kiosk on. Start it from a graphical session, "
    "or draw every screen to pictures: send-kiosk tour FOLDER."
)


def has_display() -> bool:
    """Say whether a graphical session, or a platform named for Qt, is there."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def require_display() -> None:
    """Raise UsageError where there is no display."""
    if not has_display():
        raise UsageError(NO_DISPLAY)
