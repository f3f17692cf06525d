"""The directory: organizations and services, in the words of Open Referral HSDS 3.0, found by service role."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kiosk.domain.fact import Fact
from kiosk.domain.text import Text

PHONE_KINDS = ("voice", "textphone", "text")
CONFIDENCES = ("high", "medium")


@dataclass(frozen=True)
class Organization:
    """Who runs a service."""

    id: str
    name: str
    website: str = ""


@dataclass(frozen=True)
class Phone:
    """A phone number, as printed in its source. `kind` is one of PHONE_KINDS."""

    number: str
    kind: str = "voice"
    description: Text | None = None


@dataclass(frozen=True)
class Address:
    """A postal or visiting address."""

    address_1: str
    city: str = ""
    postal_code: str = ""

    def lines(self) -> tuple[str, ...]:
        """Return the lines of the address that are there."""
        return tuple(line for line in (self.address_1, f"{self.city} {self.postal_code}".strip()) if line)


@dataclass(frozen=True)
class Service:
    """A service that people can turn to. `apparent_date` is the age, in words, of the page its details were read on."""

    id: str
    organization: Organization
    name: str
    description: Text
    fact: Fact
    roles: tuple[str, ...]
    phones: tuple[Phone, ...] = ()
    schedules: tuple[Text, ...] = ()
    address: Address | None = None
    email: str = ""
    url: str = ""
    application_process: Text | None = None
    fees_description: Text | None = None
    alert: Text | None = None
    confidence: str = "high"
    apparent_date: str = ""
    authority: str = ""

    @property
    def web_page(self) -> str:
        """The service's own page, else its organization's website."""
        return self.url or self.organization.website


@dataclass(frozen=True)
class RoleGroup:
    """A heading under which roles are shown to somebody who asks who can help."""

    id: str
    title: Text
    symbol: str


@dataclass(frozen=True)
class Role:
    """What a service is there for. A local role that nobody fills has an honest fallback."""

    id: str
    name: Text
    does: Text
    group: str
    local: bool
    independent: bool
    symbol: str = ""
    fallback: Text | None = None
    fallback_roles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Filled:
    """A role as it is filled here: services in order; `instead` is true where they stand in for a role nobody fills."""

    role: Role
    services: tuple[Service, ...]
    instead: bool = False


@dataclass(frozen=True)
class Directory:
    """The services of one authority, with the national ones, by role.

    `former` are services of an authority that has ended here: they may have moved, so they fill no role. They stand in
    where nobody else fills one.
    """

    groups: tuple[RoleGroup, ...]
    roles: Mapping[str, Role]
    services: tuple[Service, ...]
    former: tuple[Service, ...] = ()

    def filling(self, role_id: str) -> Filled:
        """Return who fills a role here: the authority's services, then national ones, else the fallback's."""
        role = self.roles[role_id]
        if services := _with_role(self.services, role_id):
            return Filled(role, services)
        former = _with_role(self.former, role_id)
        for instead in role.fallback_roles:
            if services := _with_role(self.services, instead) or _with_role(self.former, instead):
                return Filled(role, tuple(dict.fromkeys((*former, *services))), instead=True)
        return Filled(role, former, instead=True)

    def first_adviser(self) -> Role:
        """Return the role that the first group begins with: whoever gives free, independent advice."""
        return next(role for role in self.roles.values() if role.group == self.groups[0].id)

    def service(self, service_id: str) -> Service | None:
        """Return the service with this id, or None."""
        return next((s for s in (*self.services, *self.former) if s.id == service_id), None)


def _with_role(services: Iterable[Service], role_id: str) -> tuple[Service, ...]:
    found = [s for s in services if role_id in s.roles]
    return tuple(sorted(found, key=lambda s: not s.authority))
