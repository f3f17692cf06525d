"""A council, as those see it who write down who helps there: what it has now, and what may be named from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from kiosk.content import listing as listings
from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.content.listing import Listing
from kiosk.content.sources import read
from kiosk.domain.authority import Authority
from kiosk.domain.text import Words
from kiosk.errors import UsageError

_THING = re.compile(r"(service|organization)\.[^.]+")


@dataclass(frozen=True)
class Council:
    """A council with its code and full name, and the `listing` that it has now.

    `roles` are the names of all roles by id, those that a council's own services fill first. Of other files: the names
    of `organizations` by id, and the ids that are `taken`, such as `service.ipsea-advice`.
    """

    code: str
    name: str
    full_name: str
    listing: Listing
    roles: Mapping[str, str]
    local_roles: tuple[str, ...]
    organizations: Mapping[str, str] = field(default_factory=dict)
    taken: frozenset[str] = frozenset()


def council(folder: Path, code: str) -> Council:
    """Return a council as a data folder has it, by its code; a council of no place in particular for no code.

    Raises UsageError for a code that nobody has, ContentError where the folder, or what the council has, cannot be
    read. What is wrong with what the council has now is no matter: it may be about to be put right.
    """
    empty = Listing(code)
    there = (folder / empty.file).exists()
    content = read(folder, {empty.file: f'authority = "{code}"\n'.encode()} if there else {})
    authority = _authority(content, code) if code else None
    return Council(
        code=code,
        name=authority.name if authority else "your council",
        full_name=authority.official_name if authority else "Your council",
        listing=listings.read(folder, code) if code else empty,
        roles=_roles(content),
        local_roles=tuple(role.id for role in content.roles.values() if role.local),
        organizations={service.organization.id: service.organization.name for service in content.services},
        taken=frozenset(key for key in content.origins if _THING.fullmatch(key)),
    )


def _authority(content: Content, code: str) -> Authority:
    if code in content.authorities:
        return content.authorities[code]
    words = {each.code.casefold(): each for each in content.authorities.values()}
    words |= {each.official_name.casefold(): each for each in content.authorities.values()}
    words |= {each.name.casefold(): each for each in content.authorities.values()}
    wanted = code.casefold()
    near = [word for word in words if wanted == word] or [word for word in words if wanted in word]
    near = near or get_close_matches(wanted, words, 1)
    hint = (
        f"Did you mean {words[near[0]].code} ({words[near[0]].official_name})?" if near else "It looks like E06000021."
    )
    raise UsageError(f"There is no council with the code {code!r}. {hint}")


def _roles(content: Content) -> dict[str, str]:
    words = Words(ENGLISH, content.words[ENGLISH].__getitem__)
    ordered = sorted(content.roles.values(), key=lambda role: not role.local)
    return {role.id: words(role.name) for role in ordered}
