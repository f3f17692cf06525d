"""Pages: a part of the services of a feed, with what it says about the other parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kiosk.errors import ContentError

_CONTENTS = ("contents", "content", "services")
_TOTAL_PAGES = ("total_pages", "totalPages")
_TOTAL_ITEMS = ("total_items", "totalElements")
_NUMBER = ("page_number", "number")
_LAST = ("last_page", "last")
"""The names of HSDS 3.0, then those of the earlier UK feeds that still run."""


@dataclass(frozen=True)
class Page:
    """Records as they came, of any JSON type. `name` tells where they stand: “page 3”, a file; empty for the only one.

    `number`, `total_pages` and `total_items` are None where the page does not say; `last` is None where it cannot be
    told whether another page follows.
    """

    name: str
    records: tuple[Any, ...]
    number: int | None = None
    total_pages: int | None = None
    total_items: int | None = None
    last: bool | None = None


def page(document: Any, name: str, called: str) -> Page:
    """Return the page that a document is: `{"contents": [...]}`, a list of services, or one service.

    `called` is how a sentence names the document. Raises ContentError for what is none of these.
    """
    if isinstance(document, list):
        return Page(name, tuple(document), last=True)
    if not isinstance(document, dict):
        raise ContentError(f"{called} holds no services: it is neither an object nor a list.")
    held = _first(document, _CONTENTS)
    if isinstance(held, list):
        number, total = _count(document, _NUMBER), _count(document, _TOTAL_PAGES)
        last = _last(document, held, number, total)
        return Page(name, tuple(held), number, total, _count(document, _TOTAL_ITEMS), last)
    if held is None and "id" in document and "name" in document:
        return Page(name, (document,), last=True)
    raise ContentError(f"{called} holds no services: there is no list “contents” in it. {_hint(document)}".strip())


def shortfall(pages: Sequence[Page]) -> str:
    """Return a sentence about pages that hold another number of services than the feed says; empty where they agree."""
    totals = {each.total_items for each in pages if each.total_items is not None}
    count = sum(len(each.records) for each in pages)
    if len(totals) != 1 or count in totals:
        return ""
    return f"The feed says that it holds {totals.pop()} services, and gave {count}. Some may be missing."


def _last(document: Mapping[str, Any], held: list[Any], number: int | None, total: int | None) -> bool | None:
    said = _first(document, _LAST)
    if document.get("empty") is True or not held or said is True:
        return True
    if number is not None and total is not None:
        return number >= total
    return said if isinstance(said, bool) else None


def _hint(document: Mapping[str, Any]) -> str:
    if "version" in document or "openapi" in document:
        return "It describes the feed; its services usually stand at …/services."
    message = document.get("message", document.get("error"))
    return f"It says: {message[:200]}" if isinstance(message, str) and message.isprintable() else ""


def _first(document: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((document[name] for name in names if document.get(name) is not None), None)


def _count(document: Mapping[str, Any], names: tuple[str, ...]) -> int | None:
    value = _first(document, names)
    return value if type(value) is int and value >= 0 else None
