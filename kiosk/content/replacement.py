"""Replacements: a council's listing is proved with all other content before it takes the place of the one there."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.content import listing as listings
from kiosk.content.checks import check
from kiosk.content.content import Content
from kiosk.content.listing import Listing
from kiosk.content.reading.directory import authorities
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.files import decoded
from kiosk.content.sources import read
from kiosk.disk import Disk
from kiosk.errors import ContentError, KioskError, Problem

Named = Callable[[Problem], Problem]
"""Turns a problem of the listing's file into one that says where its author finds it: a cell, a record.

It is given problems of other files too, where this listing brings them, and may leave those as they are.
"""

_ABOUT = "content.toml"
_PUBLISHED = re.compile(r"^(published *= *)([0-9]{4}-[0-9]{2}-[0-9]{2})\b", re.MULTILINE)
_NOTHING: Mapping[str, bytes] = {}


@dataclass(frozen=True)
class Replacement:
    """A listing that is proved. `files` are the files of the data folder, by name, that it writes; none for no change.

    `before` is the content without it, None where that cannot be read, and `after` the content with it. `overdue` are
    reviews of the listing's services that should have been made again by now; they refuse nothing here.
    """

    folder: Path
    files: Mapping[str, bytes]
    before: Content | None
    after: Content
    overdue: tuple[Problem, ...]

    def put(self, disk: Disk) -> None:
        """Write each file in the place of the one there; raise KioskError where that cannot be done."""
        for name, data in self.files.items():
            path = self.folder / name
            try:
                disk.make_folder(path.parent)
                disk.replace_file(path, data)
            except OSError as error:
                raise KioskError(f"{path} cannot be written ({error.strerror}).") from error


def prove(folder: Path, listing: Listing, today: date, named: Named) -> Replacement:
    """Read and check the content of a folder as it would be with this listing; nothing is written.

    Raises ContentError with every problem of the listing, as `named` names it, and with those elsewhere that there
    would not be without it. Problems elsewhere that there were before are nobody's here, but where other files cannot
    be read nothing can be proved, and that is said. What the council has now has to be readable, or it would be lost.

    A service that was looked at after the content's date moves that date on, up to today: no content is older than
    what it says.
    """
    written = {**_dated(folder, listing, today), **_rewritten(folder, listing)}
    old, new = _judged(folder, _NOTHING, today), _judged(folder, written, today)
    mine = [named(each) for each in new.problems if each.file == listing.file or each not in old.problems]
    if mine:
        raise ContentError(f"The listing of {listing.authority} is not right; nothing was written.", mine)
    if new.content is None:
        raise ContentError(f"{listing.file} cannot be proved while these are wrong; nothing was written.", new.problems)
    overdue = tuple(named(each) for each in new.overdue if each.file == listing.file)
    return Replacement(folder, written, old.content, new.content, overdue)


@dataclass(frozen=True)
class _Judged:
    """Content and what is wrong with it; no content where it cannot be read."""

    content: Content | None
    problems: tuple[Problem, ...]
    overdue: tuple[Problem, ...] = ()


def _judged(folder: Path, instead: Mapping[str, bytes], today: date) -> _Judged:
    try:
        content = read(folder, instead)
    except ContentError as error:
        if not error.problems:
            raise
        return _Judged(None, tuple(dict.fromkeys(error.problems)))
    verdict = check(content, today)
    return _Judged(content, verdict.problems, verdict.overdue)


def _rewritten(folder: Path, listing: Listing) -> dict[str, bytes]:
    """Return the listing's file; none where it says this already, whatever comments stand in it."""
    if (folder / listing.file).exists() and listings.read(folder, listing.authority) == listing:
        return {}
    council = authorities(Draft(folder)).get(listing.authority)
    heading = f"{council.official_name if council else listing.authority}. Written by send-kiosk content import."
    try:
        return {listing.file: listings.toml(listing, heading).encode()}
    except UnicodeEncodeError as error:
        half = error.object[error.start]
        problem = Problem(listing.file, "", f"Half a character (U+{ord(half):04X}) stands in a text. Take it out.")
        raise ContentError(f"The listing of {listing.authority} cannot be written.", [problem]) from error


def _dated(folder: Path, listing: Listing, today: date) -> dict[str, bytes]:
    """Return `content.toml` with the content's date moved on to the last review; none where it is no earlier.

    It comes first: with the new date and the old listing the content is right too.
    """
    days = (service.get("reviewed_on") for service in listing.services)
    last = max((day for day in days if type(day) is date and day <= today), default=date.min)
    text = decoded(Draft(folder), folder / _ABOUT) or ""
    published = _PUBLISHED.search(text)
    if published is None or last.isoformat() <= published[2]:
        return {}
    return {_ABOUT: _PUBLISHED.sub(rf"\g<1>{last.isoformat()}", text, count=1).encode()}
