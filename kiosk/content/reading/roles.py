"""Reading service roles and the groups they are shown in."""

from __future__ import annotations

from enum import StrEnum

from kiosk.content.reading import files
from kiosk.content.reading.draft import Draft
from kiosk.content.reading.entry import Entry
from kiosk.content.reading.texts import text
from kiosk.domain.directory import Role, RoleGroup


class _Scope(StrEnum):
    LOCAL = "local"
    NATIONAL = "national"


def groups_and_roles(draft: Draft) -> tuple[tuple[RoleGroup, ...], dict[str, Role]]:
    """Return every group, and every role by its id."""
    entry = files.file(draft, "roles.toml")
    groups = tuple(_group(below) for below in entry.entries("group"))
    roles = [_role(below) for below in entry.entries("role")]
    entry.close()
    return groups, {role.id: role for role in roles}


def _group(entry: Entry) -> RoleGroup:
    id_ = entry.identity()
    entry.claim(f"group.{id_}")
    group = RoleGroup(id_, text(entry, "title", f"group.{id_}.title"), entry.string("symbol"))
    entry.close()
    return group


def _role(entry: Entry) -> Role:
    id_ = entry.identity()
    entry.claim(f"role.{id_}")
    fallback = entry.entry("fallback")
    role = Role(
        id=id_,
        name=text(entry, "name", f"role.{id_}.name"),
        does=text(entry, "does", f"role.{id_}.does"),
        group=entry.string("group"),
        local=entry.one_of("scope", _Scope) is _Scope.LOCAL,
        independent=entry.flag("independent"),
        symbol=entry.optional_string("symbol"),
        fallback=text(fallback, "text", f"role.{id_}.fallback.text") if fallback else None,
        fallback_roles=fallback.strings("roles") if fallback else (),
    )
    if fallback:
        fallback.close()
    entry.close()
    return role
