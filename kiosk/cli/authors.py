"""What the commands for authors share: their answer to problems, and what they need that running a kiosk does not."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from importlib.util import find_spec
from typing import ParamSpec

import click

from kiosk.cli import complain
from kiosk.errors import ContentError, UsageError

PACKAGES = ("govuk_bank_holidays", "polib")
"""What reading content needs."""
_EXCHANGE_PACKAGES = ("openpyxl", "tomli_w", "jsonschema", "urllib3")
"""What a council's services need on their way in and out."""

_Given = ParamSpec("_Given")


def for_authors(command: Callable[_Given, None]) -> Callable[_Given, None]:
    """Answer an author: problems are the answer to the question, so they exit with 1, not as a failure."""

    @wraps(command)
    def wrapped(*args: _Given.args, **kwargs: _Given.kwargs) -> None:
        try:
            command(*args, **kwargs)
        except ContentError as error:
            complain(error)
            click.get_current_context().exit(1)
        except ModuleNotFoundError as error:
            package = (error.name or "").partition(".")[0]
            if package not in (*PACKAGES, *_EXCHANGE_PACKAGES):
                raise
            raise _missing(package) from error

    return wrapped


def require_packages() -> None:
    """Raise UsageError where a package is missing that reading content needs."""
    for package in PACKAGES:
        if find_spec(package) is None:
            raise _missing(package)


def _missing(package: str) -> UsageError:
    return UsageError(f"This needs what authors install ({package}): run `make set-up-dev` in the source.")
