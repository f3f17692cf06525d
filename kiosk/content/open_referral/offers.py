"""Offers: services of a feed that have no role here, listed so that an officer can choose among them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from kiosk.content.council import Council
from kiosk.content.open_referral.catalogue import Item
from kiosk.content.open_referral.record import shown

_HEADING = """\
# Services of {feed}.
# To show one, take the # away before its [service.…] and its roles, and correct the roles. Below them, words of your
# own may stand in the place of the feed’s, such as description = "…". Then: content import --mapping with this file.
# Roles are: {roles}.
"""


def likely_role(item: Item, council: Council) -> str:
    """Return the role of a council’s services that a service seems to fill by its name; empty where none does."""
    name = item.name.casefold()
    words = set(re.findall(r"\w+", name))
    found = (id_ for id_ in council.local_roles if council.roles[id_].casefold() in name or id_ in name)
    in_any_order = (id_ for id_ in council.local_roles if words.issuperset(id_.split("-")))
    return next(chain(found, in_any_order), "")


def offered(items: Iterable[Item], council: Council) -> list[Item]:
    """Return services with those first that seem to fill a role."""
    return sorted(items, key=lambda item: not likely_role(item, council))


def likely(items: Iterable[Item], council: Council) -> list[Item]:
    """Return the services that seem to fill a role."""
    return [item for item in items if likely_role(item, council)]


def lines(items: Iterable[Item], council: Council) -> Iterator[str]:
    """Yield a line for each service: its id, its name, who runs it, and the role that it may have."""
    for item in items:
        role = likely_role(item, council)
        hint = f" Perhaps: --role {shown(item.id)}={role}" if role else ""
        yield f"{shown(item.id)}  {item.name}{f' ({item.organization})' if item.organization else ''}.{hint}"


def as_mapping(items: Iterable[Item], council: Council, feed: str) -> str:
    """Return a mapping file in which every service waits as a comment."""
    parts = [_HEADING.format(feed=shown(feed, 200), roles=", ".join(council.local_roles))]
    for item in items:
        by = f", {item.organization}" if item.organization else ""
        role = likely_role(item, council)
        key = json.dumps(shown(item.id, 200), ensure_ascii=False)
        parts.append(f'# {item.name}{by}\n#[service.{key}]\n#roles = ["{role}"]\n')
    return "\n".join(parts)
