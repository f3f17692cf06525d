"""Roles and services in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.tables.authorities import read_authority
from kiosk.content.tables.facts import read_fact, write_fact
from kiosk.content.tables.insertion import insert, text_id
from kiosk.domain.authority import Authority
from kiosk.domain.directory import Address, Directory, Organization, Phone, Role, RoleGroup, Service

if TYPE_CHECKING:
    from kiosk.content.content import Content

_EVERY_SERVICE = """
    SELECT service.*, organization.name AS organization_name, organization.website
    FROM service JOIN organization ON organization.id = service.organization
"""
_SERVICES = f"{_EVERY_SERVICE} WHERE service.authority IS ? ORDER BY service.position"


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every role and service."""
    insert(connection, "role_group", ((g.id, n, g.title.id, g.symbol) for n, g in enumerate(content.groups)))
    for position, role in enumerate(content.roles.values()):
        _write_role(connection, position, role)
    organizations = {service.organization.id: service.organization for service in content.services}
    insert(connection, "organization", ((o.id, o.name, o.website) for _, o in sorted(organizations.items())))
    for position, service in enumerate(content.services):
        _write_service(connection, position, service)


def read_directory(database: Database, authority_code: str, on: date | None = None) -> Directory:
    """Return the services of one authority and the national ones; for no authority, the national ones alone.

    Of an authority that has ended by the day, and of one that has been succeeded here, the services are former ones.
    What does not hold on the day is left out; without a day, nothing is.
    """
    local, former = _local(database, authority_code, on)
    return Directory(
        groups=read_groups(database),
        roles=read_roles(database),
        services=(*local, *_services(database, None, on)),
        former=former,
    )


def read_groups(database: Database) -> tuple[RoleGroup, ...]:
    """Return the groups that roles are shown in."""
    found = database.rows("SELECT * FROM role_group ORDER BY position")
    return tuple(RoleGroup(row["id"], database.text(row["title"]), row["symbol"]) for row in found)


def read_roles(database: Database) -> dict[str, Role]:
    """Return every role by its id."""
    return {row["id"]: _role(database, row) for row in database.rows("SELECT * FROM role ORDER BY position")}


def read_services(database: Database) -> tuple[Service, ...]:
    """Return the services of every authority, and the national ones."""
    found = database.rows(f"{_EVERY_SERVICE} ORDER BY service.position")
    return tuple(_service(database, row) for row in found)


def _local(database: Database, code: str, on: date | None) -> tuple[tuple[Service, ...], tuple[Service, ...]]:
    """Return the services of an authority on a day, and former ones."""
    authority = read_authority(database, code) if code else None
    if authority is None:
        return (), ()
    own = _services(database, code, on)
    if on is not None and authority.has_ended(on):
        return (), _noticed(own, authority)
    before = read_authority(database, authority.succeeds) if authority.succeeds else None
    if before is None:
        return own, ()
    theirs = _services(database, before.code, on)
    begun = on is None or authority.has_begun(on)
    return (own, _noticed(theirs, before)) if begun else (theirs, ())


def _noticed(services: Iterable[Service], ended: Authority) -> tuple[Service, ...]:
    """Return services of an authority that has ended, each with the notice that it may have moved."""
    return tuple(replace(service, alert=ended.notice or service.alert) for service in services)


def _services(database: Database, authority_code: str | None, on: date | None) -> tuple[Service, ...]:
    found = (_service(database, row) for row in database.rows(_SERVICES, authority_code))
    return tuple(service for service in found if on is None or service.fact.holds_on(on))


def _write_role(connection: sqlite3.Connection, position: int, role: Role) -> None:
    words = (role.name.id, role.does.id)
    about = (role.group, role.local, role.independent, role.symbol)
    insert(connection, "role", [(role.id, position, *words, *about, text_id(role.fallback))])
    insert(connection, "fallback_role", ((role.id, n, instead) for n, instead in enumerate(role.fallback_roles)))


def _write_service(connection: sqlite3.Connection, position: int, service: Service) -> None:
    where = service.address
    about = (service.authority or None, service.organization.id, service.name, service.description.id)
    address = (where.address_1, where.city, where.postal_code) if where else (None, None, None)
    words = (text_id(service.application_process), text_id(service.fees_description), text_id(service.alert))
    read = (service.confidence, service.apparent_date)
    columns = (service.id, position, *about, *address, service.email, service.url, *words, *read)
    insert(connection, "service", [columns])
    insert(connection, "service_role", ((service.id, n, role) for n, role in enumerate(service.roles)))
    phones = ((service.id, n, p.number, p.kind, text_id(p.description)) for n, p in enumerate(service.phones))
    insert(connection, "phone", phones)
    insert(connection, "schedule", ((service.id, n, text.id) for n, text in enumerate(service.schedules)))
    write_fact(connection, f"service.{service.id}", service.fact)


def _role(database: Database, row: sqlite3.Row) -> Role:
    found = database.rows("SELECT instead FROM fallback_role WHERE role = ? ORDER BY position", row["id"])
    return Role(
        id=row["id"],
        name=database.text(row["name"]),
        does=database.text(row["does"]),
        group=row["role_group"],
        local=bool(row["local"]),
        independent=bool(row["independent"]),
        symbol=row["symbol"],
        fallback=database.optional_text(row["fallback"]),
        fallback_roles=tuple(instead["instead"] for instead in found),
    )


def _service(database: Database, row: sqlite3.Row) -> Service:
    roles = database.rows("SELECT role FROM service_role WHERE service = ? ORDER BY position", row["id"])
    schedules = database.rows("SELECT description FROM schedule WHERE service = ? ORDER BY position", row["id"])
    return Service(
        id=row["id"],
        organization=Organization(row["organization"], row["organization_name"], row["website"]),
        name=row["name"],
        description=database.text(row["description"]),
        fact=read_fact(database, f"service.{row['id']}"),
        roles=tuple(role["role"] for role in roles),
        phones=_phones(database, row["id"]),
        schedules=tuple(database.text(schedule["description"]) for schedule in schedules),
        address=_address(row),
        email=row["email"],
        url=row["url"],
        application_process=database.optional_text(row["application_process"]),
        fees_description=database.optional_text(row["fees_description"]),
        alert=database.optional_text(row["alert"]),
        confidence=row["confidence"],
        apparent_date=row["apparent_date"],
        authority=row["authority"] or "",
    )


def _phones(database: Database, service: str) -> tuple[Phone, ...]:
    found = database.rows("SELECT * FROM phone WHERE service = ? ORDER BY position", service)
    return tuple(Phone(row["number"], row["kind"], database.optional_text(row["description"])) for row in found)


def _address(row: sqlite3.Row) -> Address | None:
    if row["address_1"] is None:
        return None
    return Address(row["address_1"], row["city"], row["postal_code"])
