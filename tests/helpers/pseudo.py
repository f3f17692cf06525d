"""Languages that nobody speaks: everything the kiosk says, translated at once into words that are longer.

A pseudo-translation shows what a real one will do to the screens, and that each word comes from a catalogue.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import polib

from kiosk import paths
from kiosk.catalogs import DOMAIN
from kiosk.content.build import build
from kiosk.content.language import ENGLISH
from kiosk.content.sources import read

LONGER = 0.4
"""How much longer the words are: the room that translations from English need."""
LONGEST = 16
"""No word becomes longer than this."""

_WORD = re.compile(r"%\d|\{\w+\}|\S*[\d@/]\S*|\S+\.\S+|[^\W\d_]+")
_TWIN = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
_QSTR = re.compile(r'qsTr\("((?:[^"\\]|\\.)*)"')


@dataclass(frozen=True)
class Tongue:
    """A language that nobody speaks. `complete`: all of it is translated, else half."""

    code: str
    endonym: str
    direction: str = "ltr"
    reviewed: bool = True
    complete: bool = True


def longer(words: str) -> str:
    """Say words in no language: with accents, longer, in brackets; placeholders, numbers and addresses as they are."""
    return f"[{_WORD.sub(_longer_word, words)}]"


def _longer_word(found: re.Match[str]) -> str:
    word = found[0]
    if not word.isalpha():
        return word
    more = min(round(len(word) * LONGER), max(0, LONGEST - len(word)))
    return word.translate(_TWIN) + word[:more].lower()


def content_in(tongues: tuple[Tongue, ...], folder: Path, today: date) -> Path:
    """Build the content that we ship, with more languages; return the database."""
    data = folder / "data"
    shutil.copytree(paths.DATA, data)
    english = read(paths.DATA).words[ENGLISH]
    for tongue in tongues:
        _write_po(tongue, english, data / "translations" / f"{tongue.code}.po")
    database = folder / "content.db"
    build(data, database, today)
    return database


def interface_in(tongues: tuple[Tongue, ...], folder: Path) -> Path:
    """Write the interface's words in more languages; return the folder of catalogues."""
    sources = {found[1] for path in paths.UI.rglob("*.qml") for found in _QSTR.finditer(path.read_text("utf-8"))}
    for tongue in tongues:
        catalogue = polib.MOFile()
        catalogue.metadata = {"Content-Type": "text/plain; charset=UTF-8"}
        catalogue.extend(polib.MOEntry(msgid=words, msgstr=longer(words)) for words in sorted(sources))
        path = folder / tongue.code / "LC_MESSAGES" / f"{DOMAIN}.mo"
        path.parent.mkdir(parents=True)
        catalogue.save(str(path))
    return folder


def _write_po(tongue: Tongue, english: Mapping[str, str], path: Path) -> None:
    catalogue = polib.POFile()
    catalogue.metadata = {
        "Language": tongue.code,
        "Content-Type": "text/plain; charset=UTF-8",
        "X-Name": tongue.endonym,
        "X-Endonym": tongue.endonym,
        "X-Direction": tongue.direction,
        "X-Reviewed": "yes" if tongue.reviewed else "no",
    }
    kept = list(english.items()) if tongue.complete else list(english.items())[::2]
    catalogue.extend(polib.POEntry(msgctxt=id_, msgid=words, msgstr=longer(words)) for id_, words in kept)
    path.parent.mkdir(exist_ok=True)
    catalogue.save(str(path))
