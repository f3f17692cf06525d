"""Rules of impartiality: free, independent help comes first, and no right in law is missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from kiosk.content.checks.given import Fault, Given
from kiosk.content.content import Content
from kiosk.content.disagreements import DisagreementMap
from kiosk.content.language import ENGLISH
from kiosk.domain.directory import Role, Service
from kiosk.domain.outcome import RouteKind
from kiosk.domain.text import Words
from kiosk.errors import Problem

ADVICE = "advice"
"""The group of roles that give advice and decide nothing."""
_ADVISER = "mediation-adviser"
_FREE = re.compile(r"\bfree\b", re.IGNORECASE)


def helpers_come_first(each: Given, roles: Mapping[str, Role]) -> Iterator[Fault]:
    """The main route has an independent helper, before anybody else who helps."""
    if not each.routes or not each.routes[0][1]:
        return  # said by the rule above
    route, steps = each.routes[0]
    helpers = [roles[step.role].independent for step in steps if step.role]
    if not any(helpers):
        yield f"route.{each.outcome.id}.{route.id}", "The main route has no step with an independent helper."
    elif not helpers[0]:
        yield f"route.{each.outcome.id}.{route.id}", "The independent helper does not come first in the main route."


def the_first_helper_is_free(each: Given, content: Content) -> Iterator[Fault]:
    """Who helps first in the main route gives advice, and its words say that it is free."""
    roles = [content.roles[step.role] for _, steps in each.routes[:1] for step in steps if step.role]
    if roles and roles[0].independent and not _gives_free_advice(content, roles[0]):
        route, _ = each.routes[0]
        yield f"route.{each.outcome.id}.{route.id}", f"Who helps first, “{roles[0].id}”, does not give free advice."


def rights_are_shown(each: Given, map_: DisagreementMap) -> Iterator[Fault]:
    """Every right of the rows that an outcome answers is shown."""
    shown = {route.kind for route, _ in each.routes}
    if any(step.role == _ADVISER for step in each.steps):
        shown.add(RouteKind.MEDIATION)
    for row in each.outcome.rows:
        for right in map_.rights(row, each.path.responses):
            if right not in shown:
                yield f"outcome.{each.outcome.id}", f"Row {row} gives a right that is not shown: {right}."


def every_row_is_answered(content: Content) -> Iterator[Problem]:
    """Every row of the map is answered by an outcome."""
    answered = {row for outcome in content.outcomes.values() for row in outcome.rows}
    for row in content.disagreements.rows:
        if row not in answered:
            yield content.problem(f"row.{row}", "No outcome answers this row. Write one, or name the row in one.")


def advice_is_listed_first(content: Content) -> Iterator[Problem]:
    """Whoever asks who can help is shown the advice first, and in it nobody who decides before who is independent."""
    first = content.groups[0].id if content.groups else ADVICE
    if first != ADVICE:
        yield content.problem(f"group.{first}", f"Stands before the group “{ADVICE}”, which has to come first.")
    decides = ""
    for role in content.roles.values():
        if role.group == ADVICE and not role.independent:
            decides = role.id
        elif role.group == ADVICE and decides:
            yield content.problem(f"role.{decides}", f"Stands before “{role.id}”, which is independent. Put it after.")


def the_council_comes_after(content: Content) -> Iterator[Problem]:
    """In a role of somebody independent, no service of those who decide stands before another of the same place."""
    waiting: dict[tuple[str, str], Service] = {}
    deciders = _deciders(content)
    for service in content.services:
        for role in (role for role in service.roles if content.roles[role].independent):
            before = waiting.get((service.authority, role))
            if service.organization.id in deciders:
                waiting[service.authority, role] = service
            elif before is not None:
                message = f"Those who decide stand before “{service.id}”, which is independent. Put this after."
                yield content.problem(f"service.{before.id}", message)


def _gives_free_advice(content: Content, role: Role) -> bool:
    does = Words(ENGLISH, content.words[ENGLISH].__getitem__)(role.does)
    return role.group == ADVICE and bool(_FREE.search(does))


def _deciders(content: Content) -> set[str]:
    """Return the organizations that fill a role of somebody who is not independent: councils and the NHS."""
    services = (service for service in content.services if any(not content.roles[r].independent for r in service.roles))
    return {service.organization.id for service in services}
