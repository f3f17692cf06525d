"""Names that the publisher's side and the kiosk's side of the central file agree on."""

from __future__ import annotations

BUNDLE_NAME = "send-kiosk-content.zip"
"""What the central folder is called as one file, for a USB stick."""
SIGNED_ON = "x-send-kiosk-signed-on"
"""The signed field of the timestamp that says when it was signed: ISO 8601, UTC, whole seconds, ending in Z."""
PUBLISHED = "published"
"""The field beside a target that says the content's date, as YYYY-MM-DD."""


def target_name(schema: int) -> str:
    """Return the name of the target that holds content of a format: no program fetches what it cannot read."""
    return f"content-v{schema}.db"
