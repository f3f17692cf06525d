"""Why content was not taken, in a sentence for the people who run the kiosk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from tuf.api.exceptions import (
    BadVersionNumberError,
    DownloadError,
    DownloadHTTPError,
    DownloadLengthMismatchError,
    ExpiredMetadataError,
    LengthOrHashMismatchError,
    RepositoryError,
    SlowRetrievalError,
    UnsignedMetadataError,
)

from kiosk.errors import UpdateError
from kiosk.updates.folder import NOT_FOUND


@contextmanager
def reasons(name: str, now: datetime) -> Iterator[None]:
    """Turn what python-tuf refuses into an UpdateError; `name` is where the content comes from."""
    try:
        yield
    except (DownloadError, RepositoryError) as error:
        raise UpdateError(f"{_reason(error, name, now)}") from error


def _reason(error: DownloadError | RepositoryError, name: str, now: datetime) -> str:
    match error:
        case ExpiredMetadataError():
            return (
                f"What {name} holds has run out by {now.day} {now:%B %Y}, the date that this machine goes by. "
                "If that date is wrong, set the clock; if it is right, ask the publisher for newer content."
            )
        case BadVersionNumberError():
            return f"What {name} holds is older than what this kiosk has had already. Use the newest."
        case UnsignedMetadataError():
            return f"What {name} holds is not signed by the publisher that this kiosk trusts."
        case LengthOrHashMismatchError() | DownloadLengthMismatchError():
            return f"A file of {name} is not the one that was signed: it was changed, mixed up or cut short."
        case RepositoryError():
            return f"What {name} holds is damaged. Copy or publish it again."
        case SlowRetrievalError():
            return f"{name} is too slow, or has stopped to answer."
        case DownloadHTTPError() if error.status_code == NOT_FOUND:
            return f"{name} lacks a file that a central folder has. Is this the right place, and all of it?"
        case DownloadHTTPError():
            return f"{name} answers with error {error.status_code}."
        case _:
            return f"{name} cannot be reached or read ({_cause(error)})."


def _cause(error: BaseException) -> str:
    """Return the innermost reason, which is the one that somebody can act on."""
    while error.__cause__ is not None:
        error = error.__cause__
    return str(getattr(error, "reason", "") or error)
