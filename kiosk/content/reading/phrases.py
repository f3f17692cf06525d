"""Reading phrases: short texts used in many places."""

from __future__ import annotations

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.texts import plain


def phrases(draft: Draft) -> None:
    """Keep the words of every phrase in the draft."""
    entry = files.file(draft, "phrases.toml")
    below = entry.entry("phrase")
    if below is not None:
        for name in below.slugs():
            plain(below, name, f"phrase.{name}")
    entry.close()
