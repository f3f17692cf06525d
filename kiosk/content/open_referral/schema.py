"""The official schemas of HSDS, as somebody has them in a folder: whether what we publish is valid against them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import SchemaError

from kiosk.content.open_referral.document import parsed
from kiosk.errors import ContentError, Problem, UsageError

FULL = "service.json"
_FORMATS = FormatChecker(formats=("date", "email", "uuid"))


def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or bool(urlsplit(value).scheme and urlsplit(value).netloc)


def _is_time(value: object) -> bool:
    return not isinstance(value, str) or datetime.fromisoformat(value).tzinfo is not None


_FORMATS.checks("uri", raises=ValueError)(_is_uri)
_FORMATS.checks("date-time", raises=ValueError)(_is_time)


class Schema:
    """The compiled schema of a full service."""

    def __init__(self, folder: Path) -> None:
        """Read it from a folder; raise UsageError where it is not there, ContentError where it is no schema."""
        path = folder / FULL
        try:
            schema = parsed(path.read_bytes(), str(path))
            Draft202012Validator.check_schema(schema)
        except OSError as error:
            message = (
                f"{path} cannot be read ({error.strerror}). Give a folder that holds the compiled schemas of HSDS."
            )
            raise UsageError(message) from error
        except SchemaError as error:
            raise ContentError(f"{path} is no JSON schema ({error.message}).") from error
        self._validator = Draft202012Validator(schema, format_checker=_FORMATS)

    def problems(self, page: dict[str, Any], file: str) -> Iterator[Problem]:
        """Yield what is not valid in a page of services; `file` is what the problems call it."""
        for number, service in enumerate(page["contents"], 1):
            for error in self._validator.iter_errors(service):
                place = ", ".join(str(step) for step in error.absolute_path)
                yield Problem(file, f"record {number}, {place}".removesuffix(", "), f"{error.message}.")
