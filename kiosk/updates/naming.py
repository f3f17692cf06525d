"""The names that both sides of the central file have agreed on: publishers write them, kiosks look for them."""

from __future__ import annotations

BUNDLE_NAME = "send-kiosk-content.zip"
"""What the central folder is called as one file, at the top of a USB stick."""

SIGNED_ON = "x-send-kiosk-signed-on"
"""The signed field of a timestamp that says when it was signed: ISO 8601, UTC, seconds, `2026-11-28T09:00:00Z`."""


def target_name(schema: int) -> str:
    """Return the name of the content database of a format; before it the file has its SHA-256 and a dot."""
    return f"content-v{schema}.db"
