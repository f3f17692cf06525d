"""Documents: bytes as they came, read as JSON, or one sentence that says why not."""

from __future__ import annotations

import json
from typing import Any

from kiosk.errors import ContentError

_WEB_PAGE = (b"<!doctype", b"<html", b"<head", b"<body")
_ENDS = {"{": "}", "[": "]"}
_SHOWN = 40


def parsed(raw: bytes, name: str) -> Any:
    """Return what a document holds, in UTF-8 with or without its mark, UTF-16 or 32; sentences call it `name`.

    Raises ContentError for anything that is not JSON.
    """
    if not raw.strip():
        raise ContentError(f"{name} is empty.")
    try:
        text = raw.decode(json.detect_encoding(raw))
    except UnicodeDecodeError as error:
        raise ContentError(f"{name} is not UTF-8 text: byte {error.start} is wrong. JSON has to be UTF-8.") from error
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ContentError(f"{name} {_reason(raw, text, error)}") from error
    except RecursionError as error:
        raise ContentError(f"{name} is not JSON that anyone can read: it is nested too deeply.") from error
    except ValueError as error:
        raise ContentError(f"{name} is not JSON that anyone can read: a number in it has too many digits.") from error


def _reason(raw: bytes, text: str, error: json.JSONDecodeError) -> str:
    if raw.lstrip().lower().startswith(_WEB_PAGE):
        return "is a web page (HTML), not the JSON of a feed. A feed’s services usually stand at …/services."
    if raw.lstrip().startswith(b"<"):
        return "is XML, not JSON."
    if error.pos >= len(text.rstrip()) or not text.rstrip().endswith(_ENDS.get(text.lstrip()[:1], "")):
        return f"is not whole: it breaks off after {len(text)} characters. Fetch it again."
    there = text[error.pos : error.pos + _SHOWN].partition("\n")[0]
    return f"is not JSON: line {error.lineno}, column {error.colno} (“{there}”) is wrong."
