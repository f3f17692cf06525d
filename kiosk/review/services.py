"""Services: who helps with the steps of an outcome, where no council is set and in one council."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from html import escape

from kiosk.domain.authority import Authority
from kiosk.domain.directory import Directory, Filled, Role, RoleGroup, Service
from kiosk.domain.outcome import Outcome
from kiosk.guide.contact import contact_lines, provenance
from kiosk.review.voices import Voices


def html(voices: Voices, outcome: Outcome, authority: Authority | None) -> str:
    """Return a table of every role that the steps name, in their order, with the names of who fills it."""
    named = dict.fromkeys(_named(outcome))
    places = list(_places(voices, authority))
    heads = "".join(f"<th>{name}</th>" for name, _ in places)
    rows = "".join(_row(voices, role, [here for _, here in places]) for role in named)
    return f'<table class="services"><thead><tr><th>Role</th>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def roles_of(voices: Voices, outcomes: Iterable[Outcome]) -> set[str]:
    """Return the roles that outcomes name, and those that stand in for them."""
    named = {role for outcome in outcomes for role in _named(outcome)}
    return named | {instead for role in named for instead in voices.content.roles[role].fallback_roles}


def in_full(voices: Voices, roles: Collection[str], authority: Authority | None) -> str:
    """Return roles, and every service that fills them, with all that is said of them."""
    here = [directory for _, directory in _places(voices, authority)][-1]
    groups = "".join(_group(voices, group, roles, here) for group in voices.content.groups)
    return f'<section class="appendix" id="services"><h2>Who helps, in full</h2>{groups}</section>'


def _named(outcome: Outcome) -> Iterator[str]:
    return (step.role for route in outcome.routes for step in route.steps if step.role)


def _places(voices: Voices, authority: Authority | None) -> Iterator[tuple[str, Directory]]:
    content = voices.content
    for name, code in [("No council set", ""), *([(escape(authority.name), authority.code)] if authority else [])]:
        here = tuple(service for service in content.services if service.authority in {code, ""})
        yield name, Directory(content.groups, content.roles, here)


def _row(voices: Voices, role_id: str, places: list[Directory]) -> str:
    role = voices.content.roles[role_id]
    independent = "" if role.independent else " <small>not independent</small>"
    cells = "".join(f"<td>{_filled(here.filling(role_id))}</td>" for here in places)
    return f"<tr><td>{voices.all(role.name)}{independent}</td>{cells}</tr>"


def _filled(filled: Filled) -> str:
    names = ", ".join(escape(service.name) for service in filled.services)
    return f"Nobody yet. Instead: {names}" if filled.instead else f"<b>{names}</b>"


def _group(voices: Voices, group: RoleGroup, named: Collection[str], here: Directory) -> str:
    roles = (role for role in voices.content.roles.values() if role.id in named and role.group == group.id)
    shown = "".join(_role(voices, role, here) for role in roles)
    return f"<h3>{voices.all(group.title)}</h3>{shown}" if shown else ""


def _role(voices: Voices, role: Role, here: Directory) -> str:
    services = "".join(_service(voices, each) for each in here.services if role.id in each.roles)
    fallback = f"<p><b>Where nobody is known:</b> {voices.all(role.fallback)}</p>" if role.fallback else ""
    head = f"<h4>{voices.all(role.name)} <small>{role.id}</small></h4><p>{voices.all(role.does)}</p>"
    return f'<div class="role">{head}{fallback}{services}</div>'


def _service(voices: Voices, service: Service) -> str:
    lines = "".join(f"<br>{escape(line.detail)}: {escape(line.text)}" for line in contact_lines(voices.words, service))
    alert = f'<br><span class="alert">{voices.all(service.alert)}</span>' if service.alert else ""
    read = f"{escape(provenance(voices.words, service))} Review by {service.fact.review_by}."
    about = f"<b>{escape(service.name)}</b><br>{voices.all(service.description)}"
    return f'<p class="service">{about}{lines}{alert}<br><small>{read}</small></p>'
