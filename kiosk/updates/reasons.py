"""Why content was not taken, in a sentence for the people who run the kiosk."""

from __future__ import annotations

from datetime import datetime
from http import HTTPStatus
from ssl import SSLCertVerificationError, SSLError

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

from kiosk.updates.folder import NOT_FOUND


def reason(error: DownloadError | RepositoryError, name: str, now: datetime) -> str:
    """Say why python-tuf refused something; `name` is where it comes from, `now` the time that was gone by."""
    match error:
        case ExpiredMetadataError():
            return (
                f"What {name} holds has run out by {now.day} {now:%B %Y}, the date that this machine goes by. "
                "If that date is wrong, set the clock; if it is right, ask the publisher for newer content."
            )
        case BadVersionNumberError():
            return (
                f"What {name} holds is older than what this kiosk has had already, or old and new are mixed. "
                "Use the newest, and all of it."
            )
        case UnsignedMetadataError():
            return (
                f"What {name} holds is not signed by the publisher that this kiosk trusts. "
                "Ask the publisher for a new copy; if there is a new publisher, set its root.json."
            )
        case LengthOrHashMismatchError():
            return (
                f"A file of {name} is not the one that was signed: it was changed, mixed up or cut short. "
                "Copy or publish it again."
            )
        case DownloadLengthMismatchError():
            return f"A file of {name} is longer than it may be: it was changed or mixed up. Copy or publish it again."
        case RepositoryError():
            return (
                f"What {name} holds is damaged, or no central file. See that this is the right place; "
                "if it is, copy or publish it again."
            )
        case SlowRetrievalError():
            return f"{name} is too slow, or has stopped answering. The kiosk tries again later."
        case DownloadHTTPError() if error.status_code == NOT_FOUND:
            return f"{name} lacks a file that a central folder has. Is this the right place, and all of it?"
        case DownloadHTTPError():
            return f"{name} answers with error {_status(error.status_code)}. Ask whoever runs it."
        case _:
            return _unreadable(_first_cause(error), name)


def _unreadable(cause: BaseException, name: str) -> str:
    if isinstance(cause, SSLCertVerificationError):
        return (
            f"{name} cannot prove who it is: {cause.verify_message.rstrip('.')}. Look at the address and at this "
            "machine’s clock; else ask whoever runs it."
        )
    if isinstance(cause, SSLError):
        said = f"its https does not work ({str(cause.reason).replace('_', ' ').lower()})"
    else:
        said = (cause.strerror if isinstance(cause, OSError) else "") or str(cause) or type(cause).__name__
    return f"{name} cannot be reached or read: {said.rstrip('.')}."


def _first_cause(error: BaseException) -> BaseException:
    """Return the innermost reason, which is the one that somebody can act on."""
    while error.__cause__ is not None:
        error = error.__cause__
    return error


def _status(code: int) -> str:
    try:
        return f"{code} ({HTTPStatus(code).phrase})"
    except ValueError:
        return str(code)
