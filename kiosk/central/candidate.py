"""A candidate: content that is to be published, opened and put to every rule before anybody signs it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from kiosk.content.database import SCHEMA_VERSION
from kiosk.content.recheck import check_database
from kiosk.content.store import ContentStore
from kiosk.errors import CentralError, ContentError


@dataclass(frozen=True)
class Candidate:
    """The bytes of a content database, and its date and format."""

    data: bytes
    published: date
    schema: int = SCHEMA_VERSION

    @property
    def sha256(self) -> str:
        """The hash of its bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()

    @classmethod
    def read(cls, database: Path, on: date) -> Candidate:
        """Read a content database, and prove that it may go before the public on a day.

        Raises ContentError where it is damaged, breaks a rule, or a review is overdue; CentralError where it changes
        meanwhile.
        """
        with ContentStore(database) as store:
            data, published = _bytes(database), store.published
        problems = check_database(database, on).against(public=True)
        if problems:
            raise ContentError(f"The content {database} may not go before the public on {on}.", problems)
        if _bytes(database) != data:
            raise CentralError(f"The content {database} changed while it was read. Try again.")
        return cls(data, published)


def _bytes(database: Path) -> bytes:
    try:
        return database.read_bytes()
    except OSError as error:
        raise CentralError(f"The content {database} cannot be read ({error.strerror}).") from error
