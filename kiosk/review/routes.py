"""Routes: the ways to challenge, with each step as every audience reads it."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kiosk.domain.outcome import Outcome, Route, Step
from kiosk.domain.rules import version_on
from kiosk.guide.steps import step_label
from kiosk.review.voices import Voices


def html(voices: Voices, outcome: Outcome) -> str:
    """Return every route of an outcome, the main one first."""
    return "".join(_route(voices, number, route) for number, route in enumerate(outcome.routes, 1))


def cited(sources: Iterable[str]) -> str:
    """Return the ids of sources, small."""
    return f'<small class="cited">{escape(" ".join(sources))}</small>'


def _route(voices: Voices, number: int, route: Route) -> str:
    steps = "".join(_step(voices, step) for step in route.steps)
    place = "Main route" if number == 1 else f"Route {number}"
    head = f"<h4>{place}: {voices.all(route.title)} <small>{route.kind}</small></h4>"
    return f'<div class="route">{head}{voices.only_if(route.when)}<ol>{steps}</ol></div>'


def _step(voices: Voices, step: Step) -> str:
    label = voices.all(step.label) if step.label else escape(step_label(voices.words, step))
    return (
        f'<li class="{step.necessity}"><div><span class="label">{label}</span> <b>{voices.all(step.title)}</b></div>'
        f"<p>{voices.all(step.text)}</p>{_dated(voices, step)}{voices.only_if(step.when)}"
        f'<p class="id">{_helped(voices, step)}{step.id} {cited(step.fact.sources)}</p></li>'
    )


def _helped(voices: Voices, step: Step) -> str:
    if not step.role:
        return ""
    return f'<span class="who">Who helps: {voices.all(voices.content.roles[step.role].name)}</span> '


def _dated(voices: Voices, step: Step) -> str:
    if step.deadline is None:
        return ""
    rule = version_on(voices.content.rules[step.deadline.rule], voices.content.published)
    return (
        f'<p class="when">By when: {voices.all(rule.title)} <small>{escape(rule.id)}</small></p>'
        f'<p class="when">Date not known: {voices.all(step.deadline.unknown)}</p>'
    )
