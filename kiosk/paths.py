"""Where the program's files are; the only module that knows.

One expression finds them from source, from an editable install and inside a PyInstaller folder alike.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The folder that holds the `kiosk` package: the repository, or the inside of the bundle."""

UI = ROOT / "ui"
"""The QML import path."""

RESOURCES = ROOT / "resources"
"""What ships with the program and is not content: fonts, icons."""

DATA = ROOT / "data"
"""What the kiosk says, as its authors write it."""

BUILT_CONTENT = ROOT / "build" / "content.db"
"""Where a content database is built."""

BUNDLED_CONTENT = ROOT / "content" / "content.db"
"""Where the bundle carries its content database."""

TRUSTED_ROOT = RESOURCES / "trust" / "root.json"
"""The publisher's root that a program was built with; there need not be one."""


def content_database() -> Path:
    """Return the content database that came with the program: the bundle's, else the one built here."""
    return BUNDLED_CONTENT if BUNDLED_CONTENT.is_file() else BUILT_CONTENT


def releases() -> Path:
    """Return where the user who runs the kiosk keeps content that was fetched.

    As the XDG Base Directory Specification has it (`$XDG_STATE_HOME`); on Windows below `%LOCALAPPDATA%`.
    """
    written = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_STATE_HOME")
    return Path(written or Path.home() / ".local" / "state") / "send-kiosk"


def program() -> list[str]:
    """Return how this program starts itself, for what it does in another process."""
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "kiosk"]
