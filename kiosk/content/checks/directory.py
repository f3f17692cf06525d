"""Rules of the directory: whoever a step names can be found and reached, whatever the council."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from kiosk.content.content import Content
from kiosk.domain.directory import Role, Service
from kiosk.errors import Problem


def local_roles_fall_back(content: Content) -> Iterator[Problem]:
    """Every local role has a fallback."""
    for role in content.roles.values():
        if role.local and role.fallback is None:
            yield content.problem(f"role.{role.id}", "A local role needs a fallback, for where nobody fills it.")


def national_roles_are_filled(content: Content) -> Iterator[Problem]:
    """Every national role is filled by a national service."""
    filled = _filled_nationally(content)
    for role in content.roles.values():
        if not role.local and role.id not in filled:
            yield content.problem(f"role.{role.id}", "No national service fills this role. Add one, or take it out.")


def roles_are_filled_everywhere(content: Content) -> Iterator[Problem]:
    """In every authority, and where none is set, somebody is found for each role: who fills it, or a fallback."""
    filling = _services_by_place(content)
    for role in content.roles.values():
        if role.fallback is not None:
            lost = [place for place in ("", *content.authorities) if not _is_filled(role, filling, place)]
            if lost:
                where = content.authorities[lost[-1]].name if lost[-1] else "a place without a council"
                message = f"Nobody is found for this role in {where}. Name a national role in its fallback."
                yield content.problem(f"role.{role.id}", message)


def everything_is_used(content: Content) -> Iterator[Problem]:
    """Every role is named by a step or filled by a service, and every group holds a role."""
    used = {step.role for step in content.steps.values()}
    used.update(role for service in content.services for role in service.roles)
    for role in content.roles.values():
        if role.id not in used:
            yield content.problem(f"role.{role.id}", "No step names this role and no service fills it. Take it out.")
    groups = {role.group for role in content.roles.values()}
    for group in content.groups:
        if group.id not in groups:
            yield content.problem(f"group.{group.id}", "No role is in this group. Take it out.")


def services_can_be_reached(content: Content) -> Iterator[Problem]:
    """Every service has a phone, an e-mail, an address or a page of its own, or says how to find one."""
    for service in content.services:
        told = service.alert is not None and service.application_process is not None
        if not (told or service.phones or service.email or service.address or service.url):
            message = "Has no way to contact it. Add one, or say so in “alert” and “application_process”."
            yield content.problem(f"service.{service.id}", message)


def roles_without_phone(content: Content) -> frozenset[str]:
    """Return the roles that can be reached without a phone in every authority."""
    filling = _services_by_place(content)
    places = ["", *content.authorities]
    return frozenset(
        role.id for role in content.roles.values() if all(_without_phone(role, filling, place) for place in places)
    )


_ByPlace = dict[tuple[str, str], list[Service]]


def _services_by_place(content: Content) -> _ByPlace:
    """Return services by authority (empty for national ones) and role."""
    found: _ByPlace = defaultdict(list)
    for service in content.services:
        for role in service.roles:
            found[service.authority, role].append(service)
    return found


def _is_filled(role: Role, filling: _ByPlace, authority: str) -> bool:
    """Say whether somebody is found on every day."""
    roles = (role.id, *role.fallback_roles)
    found = (service for each in roles for place in {authority, ""} for service in filling.get((place, each), []))
    return any(service.fact.is_lasting for service in found)


def _without_phone(role: Role, filling: _ByPlace, authority: str) -> bool:
    found = filling.get((authority, role.id), []) + (filling.get(("", role.id), []) if authority else [])
    lasting = [service for service in found if service.fact.is_lasting]
    if not lasting:  # on some days those that come or go are all there is, on others nobody is
        return role.fallback is not None and all(map(_answers_in_writing, found))
    return any(map(_answers_in_writing, lasting))


def _answers_in_writing(service: Service) -> bool:
    return bool(service.email or service.address or service.web_page)


def _filled_nationally(content: Content) -> set[str]:
    national = (service for service in content.services if not service.authority and service.fact.is_lasting)
    return {role for service in national for role in service.roles}
