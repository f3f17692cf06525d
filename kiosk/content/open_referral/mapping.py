"""Mappings: what an officer decides about the services of a feed: which roles each has, and words of our own for it.

```toml
[service.ac148810-d857-441c-9679-408f346de14b]
roles = ["sendiass"]
description = "Free, private advice. They do not take sides."
```
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.content.listing import SERVICE_KEYS, TABLES_BELOW
from kiosk.content.reading.entry import nearest
from kiosk.content.workbook.ids import is_id
from kiosk.errors import ContentError, Problem, UsageError
from kiosk.mistyped import mistyped

_SERVICE, _ROLES = "service", "roles"
_NAMES = ("id", "organization")
_KEYS = (*SERVICE_KEYS, *TABLES_BELOW)


@dataclass(frozen=True)
class Mapped:
    """What is decided about one service of a feed: its roles, and what stands in the place of what the feed says."""

    roles: tuple[str, ...] = ()
    instead: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ServiceMapping:
    """Decisions by the id that a service has in the feed; `file` is where they stand."""

    services: Mapping[str, Mapped] = field(default_factory=dict)
    file: str = ""

    def of(self, id_: str) -> Mapped:
        """Return what is decided about a service; nothing for one that is not named."""
        return self.services.get(id_, Mapped())

    def with_roles(self, written: Iterable[str], roles: Iterable[str]) -> ServiceMapping:
        """Return this with roles written as `ID=ROLE`; those of one service take the place of the ones it had.

        Raises UsageError for what is not written so, and for a role that nobody knows.
        """
        known = list(roles)
        given: dict[str, list[str]] = {}
        for each in written:
            id_, _, role = (part.strip() for part in each.rpartition("="))
            if not id_ or not role:
                raise UsageError(f"“{each}” gives no role: write the id of a service, = and a role.")
            if role not in known:
                raise UsageError(f"There is no role “{role}”. {nearest(role, known)}".rstrip())
            given.setdefault(id_, []).append(role)
        mapped = {id_: Mapped(tuple(dict.fromkeys(roles)), self.of(id_).instead) for id_, roles in given.items()}
        return ServiceMapping({**self.services, **mapped}, self.file)


def mapping(path: Path, roles: Iterable[str]) -> ServiceMapping:
    """Return the mapping of a TOML file.

    Raises UsageError where the file is not there, ContentError with everything that is wrong in it.
    """
    try:
        values = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"The mapping file {path} cannot be read ({error.strerror}).") from error
    except UnicodeDecodeError as error:
        raise ContentError(f"The mapping file {path} is not UTF-8 text: byte {error.start} is wrong.") from error
    except ValueError as error:
        raise ContentError(f"The mapping file {path} is not TOML: {mistyped(error)}.") from error
    except RecursionError as error:
        raise ContentError(f"The mapping file {path} is not TOML that anyone can read: too deeply nested.") from error
    problems = [Problem(str(path), place, message.strip()) for place, message in _wrong(values, list(roles))]
    if problems:
        raise ContentError(f"The mapping file {path} is not right.", problems)
    return ServiceMapping({id_: _mapped(table) for id_, table in values.get(_SERVICE, {}).items()}, str(path))


def _mapped(table: Mapping[str, Any]) -> Mapped:
    return Mapped(tuple(table.get(_ROLES, ())), {key: value for key, value in table.items() if key != _ROLES})


def _wrong(values: Mapping[str, Any], roles: list[str]) -> Iterator[tuple[str, str]]:
    """Yield the place and the sentence of everything that is wrong."""
    for key in values.keys() - {_SERVICE}:
        yield "", f"There is no key “{key}” here. Each service stands below a line [service.ID]."
    tables = values.get(_SERVICE, {})
    if not isinstance(tables, dict):
        yield _SERVICE, "must be tables, each below a line [service.ID]."
        return
    for id_, table in tables.items():
        place = f"{_SERVICE} {id_}"
        if isinstance(table, dict):
            yield from _wrong_in_table(place, table, roles)
        else:
            yield place, f"must be a table, below a line [service.{id_}]."


def _wrong_in_table(place: str, table: Mapping[str, Any], roles: list[str]) -> Iterator[tuple[str, str]]:
    for key in table.keys() - set(_KEYS):
        yield place, f"There is no key “{key}” here. {nearest(key, _KEYS)}"
    for key in _NAMES:
        if not (isinstance(table.get(key, "x"), str) and is_id(table.get(key, "x"))):
            yield f"{place}, {key}", "must be an id in double quotes: lower-case letters and digits, joined by hyphens."
    given = table.get(_ROLES, [])
    if not isinstance(given, list) or not all(isinstance(role, str) for role in given):
        yield f"{place}, {_ROLES}", 'must be a list of words in double quotes, such as ["sendiass"].'
        return
    for role in given:
        if not role.strip():
            yield f"{place}, {_ROLES}", 'has an empty one. Write it between the quotes, such as "sendiass".'
        elif role not in roles:
            yield f"{place}, {_ROLES}", f"There is no role “{role}”. {nearest(role, roles)}"
