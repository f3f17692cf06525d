"""Opening content at start: the first database that can be read, for the authority of the settings."""

from __future__ import annotations

import logging
from collections.abc import Iterable
from pathlib import Path

from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.errors import ContentError

log = logging.getLogger(__name__)


def open_first(databases: Iterable[Path], authority_code: str) -> Edition | None:
    """Return the first content that opens, best first; None when none does. The log says why one was passed over.

    Raises UsageError for an authority that the content does not know.
    """
    for database in databases:
        try:
            store = ContentStore(database)
        except ContentError as error:
            log.error("%s", error)
            continue
        try:
            return Edition(store, authority_code)
        except BaseException:
            store.close()
            raise
    return None
