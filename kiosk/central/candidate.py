"""A candidate: content that is to be published, opened and proved before anybody signs it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from kiosk.content.changes import of_store
from kiosk.content.database import SCHEMA_VERSION
from kiosk.content.store import ContentStore
from kiosk.errors import CentralError, ContentError, Problem


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

        Raises ContentError where it is damaged, or a review is overdue; CentralError where it changes meanwhile.
        """
        with ContentStore(database) as store:
            data = _bytes(database)
            store.verify()
            _prove_reviewed(store, database, on)
            if _bytes(database) != data:
                raise CentralError(f"The content {database} changed while it was read. Try again.")
            return cls(data, store.published)


def _bytes(database: Path) -> bytes:
    try:
        return database.read_bytes()
    except OSError as error:
        raise CentralError(f"The content {database} cannot be read ({error.strerror}).") from error


def _prove_reviewed(store: ContentStore, database: Path, on: date) -> None:
    overdue = tuple(
        Problem(key, "", f"Should have been looked at again by {thing.fact.review_by}. Read its sources anew.")
        for key, thing in _reviewed(store)
        if thing.fact.review_by < on
    )
    if overdue:
        raise ContentError(f"The content {database} may not go before the public on {on}.", overdue)


def _reviewed(store: ContentStore) -> Iterator[tuple[str, Any]]:
    """Yield everything that somebody has to review, by its kind and id."""
    yield from ((key, thing) for key, thing in of_store(store).things.items() if hasattr(thing, "fact"))
    yield from ((f"number {name}", group) for name, group in store.rule_groups().items())
