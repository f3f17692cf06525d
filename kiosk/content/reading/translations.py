"""Reading translations: one gettext PO file for each language, keyed by words id."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from kiosk.content.language import DIRECTIONS, ENGLISH, Language
from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry

_YES_NO = ("yes", "no")
_HEADERS = ("Language", "X-Name", "X-Endonym", "X-Direction", "X-Reviewed")


def languages(draft: Draft) -> tuple[tuple[Language, ...], dict[str, Mapping[str, str]]]:
    """Return every language, English first, and the words of each by words id."""
    english = Language(ENGLISH, "English", "English", "ltr", complete=True, reviewed=True)
    found = [english]
    words: dict[str, Mapping[str, str]] = {ENGLISH: dict(draft.words)}
    for path in files.paths(draft, "translations"):
        catalogue = _catalogue(draft, path)
        if catalogue is not None:
            spoken = _words(draft, draft.name(path), catalogue)
            language = _language(draft, path, catalogue.metadata, complete=spoken.keys() == draft.words.keys())
            found.append(language)
            words[language.code] = spoken
    return tuple(found), words


def _catalogue(draft: Draft, path: Path) -> Any:
    """Return a PO file; a problem, and None, where it cannot be read."""
    import polib  # noqa: PLC0415 - only authors have it

    text = files.decoded(draft, path)
    if text is None:
        return None
    try:
        # A file's text would be taken for a file's name if it were a short one; no name has a line break.
        return polib.pofile(f"{text}\n")
    except Exception as error:
        draft.complain(draft.name(path), "", f"This is not a PO file: {error}.")
        return None


def _language(draft: Draft, path: Path, headers: Mapping[str, str], complete: bool) -> Language:
    entry = Entry(draft, draft.name(path), "header", {key: headers[key] for key in _HEADERS if headers.get(key)})
    code = entry.code("Language")
    entry.claim(f"language.{code}")
    if code == ENGLISH:
        entry.complain("English stands in the other files. Take this one out.", "Language")
    if code and code != path.stem:
        entry.complain(f"The language “{code}” is not the file’s name. Make them the same.", "Language")
    endonym = entry.string("X-Endonym")
    return Language(
        code=code,
        name=entry.optional_string("X-Name") or endonym,
        endonym=endonym,
        direction=entry.word_among("X-Direction", DIRECTIONS, missing=DIRECTIONS[0]),
        complete=complete,
        reviewed=entry.word_among("X-Reviewed", _YES_NO) == "yes",
    )


def _words(draft: Draft, file: str, catalogue: Any) -> dict[str, str]:
    """Return what is translated: what translates other English words than today's is stale, and left out."""
    entry = Entry(draft, file, "", {})
    found: dict[str, str] = {}
    for message in catalogue:
        id_ = message.msgctxt or ""
        if message.obsolete or message.fuzzy or not message.msgstr.strip():
            continue
        if id_ in found:
            entry.complain("is translated twice. Keep one.", id_)
        if message.msgid == draft.words.get(id_):
            found[id_] = entry.as_string(message.msgstr, id_)
    return found
