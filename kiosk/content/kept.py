"""Content that was fetched and kept, at start: it comes before what is inside the program, unless that is newer."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from kiosk.content.releases import Releases
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError

log = logging.getLogger(__name__)


def kept_first(releases: Releases, bundled: Path) -> Iterator[Path]:
    """Yield the content to try, best first: the active release, the last good one, and that inside the program.

    Whoever asks for the next one could not open the one before: that is rolled back.
    """
    with _unharmed(releases):
        releases.begin()
    built, pointer = published(bundled), releases.pointer
    for id_ in filter(None, (pointer.active, pointer.previous)):
        release = releases.named(id_)
        if release is not None and release.published < built:
            continue  # it stays as it is: the program was updated, and is ahead until the next release
        if release is not None:
            yield release.database
        with _unharmed(releases):
            releases.roll_back()
    yield bundled


def published(database: Path) -> date:
    """Return the date of content; the first of all days where it cannot be read."""
    try:
        with ContentStore(database) as store:
            return store.published
    except ContentError:
        return date.min


@contextmanager
def _unharmed(releases: Releases) -> Iterator[None]:
    """Go on where releases cannot be written: what can be read is shown."""
    try:
        yield
    except OSError as error:
        log.error("%s cannot be written: %s.", releases.folder, error.strerror)
