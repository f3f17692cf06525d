"""Opening content at start: the first database that can be read, for the authority of the settings."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path

from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError

log = logging.getLogger(__name__)


def open_first(databases: Iterable[Path], authority_code: str, on: date | None = None) -> Edition | None:
    """Return the first content that is whole, best first; None when none is. The log says why one was passed over.

    `on` is the day it is opened for, where that is known; the log says who is responsible then, where that is not the
    authority. Raises UsageError for an authority that the content does not know.
    """
    for database in databases:
        with ExitStack() as opened:
            try:
                store = opened.enter_context(ContentStore(database))
                store.verify()
            except ContentError as error:
                log.error("%s", error)
                continue
            edition = Edition(store, authority_code, on)
            _warn(edition)
            opened.pop_all()
            return edition
    return None


def _warn(edition: Edition) -> None:
    authority = edition.authority
    if edition.on is not None and edition.on < edition.store.published:
        log.warning("This machine's date is %s, before the day of its content: set the clock.", edition.on)
    elif authority is not None and authority not in edition.responsible:
        names = " or ".join(f"{each.name} ({each.code})" for each in edition.responsible) or "no authority we know"
        log.warning("%s is not responsible on %s, but %s: change the settings.", authority.name, edition.on, names)
