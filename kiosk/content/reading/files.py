"""Finding and parsing the TOML files of the data folder."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry, nearest
from kiosk.mistyped import mistyped

FILES = (
    "authorities.toml",
    "content.toml",
    "map.toml",
    "phrases.toml",
    "roles.toml",
    "rules.toml",
    "signoffs.toml",
    "sources.toml",
    "unavoidable.toml",
)
FOLDERS = {
    "rules": ".toml",
    "flows": ".toml",
    "outcomes": ".toml",
    "steps": ".toml",
    "services": ".toml",
    "authorities": ".toml",
    "glossary": ".toml",
    "translations": ".po",
}
"""Each folder, and how the names of its files end."""
_STRANGER = "This is not read. Take it out, or correct its name."


def file(draft: Draft, name: str) -> Entry:
    """Return one file that has to be there; what cannot be read is a problem and reads as empty."""
    return _entry(draft, draft.folder / name) or Entry(draft, name, "", {})


def folder(draft: Draft, name: str) -> Iterator[tuple[str, Entry]]:
    """Yield the stem and the contents of each TOML file of a folder that can be read, by name."""
    for path in paths(draft, name):
        entry = _entry(draft, path)
        if entry is not None:
            yield path.stem, entry


def paths(draft: Draft, name: str) -> list[Path]:
    """Return the content files of a folder, by name."""
    return [path for path in _listed(draft, draft.folder / name) if path.suffix == FOLDERS[name]]


def complain_of_strangers(draft: Draft) -> None:
    """Report every file and folder that nothing reads: a misspelt name would go unnoticed."""
    for path in _listed(draft, draft.folder):
        if path.name not in (*FILES, *FOLDERS):
            draft.complain(draft.name(path), "", f"{_STRANGER} {nearest(path.name, (*FILES, *FOLDERS))}")
    for name, suffix in FOLDERS.items():
        for path in _listed(draft, draft.folder / name):
            if path.suffix != suffix:
                draft.complain(draft.name(path), "", f"This is not read: names in {name}/ end in {suffix}.")


def is_looked_at(name: str) -> bool:
    """Say whether a file or folder is content by its name, and not what editors and people leave there."""
    return not name.startswith((".", "#")) and not name.endswith(("~", ".md"))


def decoded(draft: Draft, path: Path) -> str | None:
    """Return the text of a file; a problem, and None, where it cannot be read."""
    name = draft.name(path)
    try:
        data = draft.instead[name] if name in draft.instead else path.read_bytes()
        return data.decode("utf-8-sig")  # some editors begin a file with a mark that it is UTF-8
    except FileNotFoundError:
        reason = "This file is not there. Put it back."
    except OSError as error:
        reason = f"This file cannot be read: {error.strerror}."
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        reason = f"This file is not UTF-8 text: line {line} is wrong. Save it as UTF-8."
    draft.complain(name, "", reason)
    draft.unread.add(name)
    return None


def tables(draft: Draft, path: Path) -> dict[str, object] | None:
    """Return what a TOML file holds; a problem, and None, where it cannot be read."""
    text = decoded(draft, path)
    if text is None:
        return None
    try:
        return tomllib.loads(text)
    except ValueError as error:
        reason = f"This is not TOML: {mistyped(error)}."
    except RecursionError:
        reason = "This is not TOML that anyone can read: its lists or tables are nested too deeply."
    draft.complain(draft.name(path), "", reason)
    draft.unread.add(draft.name(path))
    return None


def _listed(draft: Draft, folder: Path) -> list[Path]:
    """Return what is in a folder, but for what editors and people leave there."""
    instead = (draft.folder / name for name in draft.instead)
    found = {*_there(draft, folder), *(path for path in instead if path.parent == folder)}
    return sorted(path for path in found if is_looked_at(path.name))


def _there(draft: Draft, folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir()) if folder.is_dir() else []
    except OSError as error:
        name = folder.name if folder == draft.folder else draft.name(folder)
        if name not in draft.unread:  # it is looked into twice
            draft.complain(name, "", f"This folder cannot be read: {error.strerror}.")
        draft.unread.add(name)
        return []


def _entry(draft: Draft, path: Path) -> Entry | None:
    values = tables(draft, path)
    return None if values is None else Entry(draft, draft.name(path), "", values)
