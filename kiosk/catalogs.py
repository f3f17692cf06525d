"""The interface's words in other languages: gettext catalogues, by language."""

from __future__ import annotations

from gettext import NullTranslations, translation
from pathlib import Path

from kiosk import paths

DOMAIN = "kiosk"
LOCALE = paths.RESOURCES / "locale"


def catalog(language: str, folder: Path = LOCALE) -> NullTranslations:
    """Return the catalogue of a language; where there is none, one that says everything in English."""
    return translation(DOMAIN, folder, [language], fallback=True)
