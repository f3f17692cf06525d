"""Listings: one council's organizations and services, as the tables of its file have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomli_w

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.errors import ContentError

FOLDER = "authorities"
SERVICE_KEYS = (
    "id",
    "organization",
    "name",
    "roles",
    "description",
    "application_process",
    "fees_description",
    "alert",
    "url",
    "email",
    "confidence",
    "apparent_date",
    "source_url",
    "sources",
    "reviewed_on",
    "review_by",
    "reviewer",
    "effective_from",
    "effective_to",
)
"""What stands in a service's own table, in the order that it is written in; the tables below follow."""
TABLES_BELOW = ("phone", "schedule", "address")
_ORGANIZATION_KEYS = ("id", "name", "website")
_BELOW_KEYS = ("number", "type", "description", "address_1", "city", "postal_code")

Table = Mapping[str, Any]
"""A table of a TOML file: values as tomllib gives them."""


@dataclass(frozen=True)
class Listing:
    """The organizations and services of one authority, by its code, each in the order that it is listed in."""

    authority: str
    organizations: tuple[Table, ...] = ()
    services: tuple[Table, ...] = ()

    @property
    def file(self) -> str:
        """The name of its file inside the data folder."""
        return f"{FOLDER}/{self.authority}.toml"


def read(folder: Path, authority: str) -> Listing:
    """Return the listing of an authority from a data folder; an empty one where it has no file.

    Raises ContentError where the file cannot be read, or holds anything but organizations and services. What these say
    is not checked.
    """
    listing = Listing(authority)
    path = folder / listing.file
    if not path.exists():
        return listing
    draft = Draft(folder)
    values = files.tables(draft, path) or {}
    entry = Entry(draft, listing.file, "", values)
    named, found = entry.string("authority"), [entry.entries(key) for key in ("organization", "service")]
    if named and named != authority:
        entry.complain(f"The authority “{named}” is not the file’s name. Make them the same.", "authority")
    entry.close()
    if draft.problems:
        raise ContentError(f"What {authority} has now cannot be read.", draft.problems)
    organizations, services = (tuple(below.values for below in entries) for entries in found)
    return Listing(authority, organizations, services)


def toml(listing: Listing, heading: str) -> str:
    """Return a listing as the text of its file; `heading` is the comment on top. The same listing, the same text."""
    lines = [f"# {heading}", _pair("authority", listing.authority)]
    for organization in listing.organizations:
        lines += ["", "[[organization]]", *_pairs(organization, _ORGANIZATION_KEYS)]
    for service in listing.services:
        lines += ["", "[[service]]", *_service(service)]
    return "\n".join((*lines, ""))


def _service(service: Table) -> Iterator[str]:
    below = [key for key in TABLES_BELOW if _holds_tables(service.get(key))]
    yield from _pairs({key: value for key, value in service.items() if key not in below}, SERVICE_KEYS)
    for key in below:
        one = isinstance(service[key], Mapping)
        for table in [service[key]] if one else service[key]:
            yield from ("", f"[service.{key}]" if one else f"[[service.{key}]]", *_pairs(table, _BELOW_KEYS))


def _holds_tables(value: object) -> bool:
    many = isinstance(value, list | tuple) and bool(value) and all(isinstance(each, Mapping) for each in value)
    return many or isinstance(value, Mapping)


def _pairs(table: Table, order: Iterable[str]) -> list[str]:
    """Return the lines of a table: known keys in their order, then any others."""
    known = [key for key in order if key in table]
    return [_pair(key, table[key]) for key in (*known, *sorted(table.keys() - set(known)))]


def _pair(key: str, value: object) -> str:
    name = tomli_w.dumps({key: 0}).removesuffix(" = 0\n")
    return f"{name} = {_value(value)}"


def _value(value: object) -> str:
    """Return a value on one line, as authors write it."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(_pair(key, inner) for key, inner in value.items())} }}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    return tomli_w.dumps({"value": value}).removeprefix("value = ").removesuffix("\n")
