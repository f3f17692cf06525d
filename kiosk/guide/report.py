"""Guidance as a report: everything that the screens say, as plain values for JSON. Dates are ISO 8601."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kiosk.domain.directory import Filled, Service
from kiosk.domain.fact import Source
from kiosk.domain.flow import Replay
from kiosk.domain.guidance import Guidance, GuidedRoute, GuidedStep
from kiosk.domain.text import Words
from kiosk.guide.contact import contact_lines, provenance
from kiosk.guide.dates import short_date
from kiosk.guide.deadlines import DeadlineReport, deadline_report
from kiosk.guide.steps import date_unknown, step_label
from kiosk.guide.why import answers


@dataclass(frozen=True)
class Background:
    """What a report needs besides the guidance: the day it is made, the content's date, where it is, what was read.

    `authority` is a GSS code; empty for none.
    """

    today: date
    published: date
    authority: str
    sources: Callable[[Iterable[str]], Sequence[Source]]


class ContactReport(TypedDict):
    """One line of contact details."""

    kind: str
    text: str
    detail: str


class ServiceReport(TypedDict):
    """A service that helps."""

    id: str
    name: str
    organization: str
    description: str
    contacts: list[ContactReport]
    alert: str
    confidence: str
    provenance: str


class HelpReport(TypedDict):
    """Who helps with a step. `fallback` is said where nobody fills the role here; `services` then stand in."""

    role: str
    name: str
    does: str
    fallback: str
    services: list[ServiceReport]


class StepReport(TypedDict):
    """One thing to do. `date_unknown` says what to do today where its date cannot be worked out."""

    id: str
    title: str
    text: str
    necessity: str
    label: str
    help: HelpReport | None
    deadline: DeadlineReport | None
    date_unknown: str


class RouteReport(TypedDict):
    """One way to challenge."""

    id: str
    kind: str
    title: str
    steps: list[StepReport]


class SaidReport(TypedDict):
    """A watch-out or a line of the law, with the ids of its sources."""

    id: str
    text: str
    sources: list[str]


class AnswerReport(TypedDict):
    """One answer on the way; `value` is an option's id or a date."""

    question: str
    asked: str
    value: str
    answer: str


class SourceReport(TypedDict):
    """One thing that was read."""

    id: str
    title: str
    address: str
    read_on: str
    read_on_words: str
    apparent_date: str


class Report(TypedDict):
    """Everything said to this visitor. `no_deadline` is empty where a step has a date, known or not."""

    outcome: str
    rows: list[str]
    authority: str
    as_of: str
    content_date: str
    content_date_words: str
    language: str
    audience: str
    title: str
    summary: str
    say: str
    no_deadline: str
    routes: list[RouteReport]
    watch_outs: list[SaidReport]
    answers: list[AnswerReport]
    why: str
    law: list[SaidReport]
    sources: list[SourceReport]


def report(words: Words, replay: Replay, guidance: Guidance, background: Background) -> Report:
    """Return everything said to a visitor whose answers lead to this guidance."""
    outcome = guidance.outcome
    dated = any(guided.step.deadline for guided in guidance.steps())
    return {
        "outcome": outcome.id,
        "rows": list(outcome.rows),
        "authority": background.authority,
        "as_of": background.today.isoformat(),
        "content_date": background.published.isoformat(),
        "content_date_words": short_date(words, background.published),
        "language": words.language,
        "audience": words.audience,
        "title": words(outcome.title),
        "summary": words(outcome.summary),
        "say": words(outcome.say),
        "no_deadline": "" if dated else words(outcome.no_deadline),
        "routes": [_route(words, route, background.today) for route in guidance.routes],
        "watch_outs": [{"id": w.id, "text": words(w.text), "sources": list(w.sources)} for w in guidance.watch_outs],
        "answers": list(_answers(words, replay)),
        "why": words(outcome.why),
        "law": [{"id": law.id, "text": words(law.text), "sources": list(law.sources)} for law in outcome.law],
        "sources": [source_report(words, source) for source in background.sources(_source_ids(guidance))],
    }


def _route(words: Words, route: GuidedRoute, today: date) -> RouteReport:
    return {
        "id": route.route.id,
        "kind": route.route.kind,
        "title": words(route.route.title),
        "steps": [_step(words, step, today) for step in route.steps],
    }


def _step(words: Words, guided: GuidedStep, today: date) -> StepReport:
    step = guided.step
    return {
        "id": step.id,
        "title": words(step.title),
        "text": words(step.text),
        "necessity": step.necessity,
        "label": step_label(words, step),
        "help": _help(words, guided.help) if guided.help else None,
        "deadline": deadline_report(words, guided.deadline, today) if guided.deadline else None,
        "date_unknown": date_unknown(words, guided),
    }


def _help(words: Words, filled: Filled) -> HelpReport:
    role = filled.role
    return {
        "role": role.id,
        "name": words(role.name),
        "does": words(role.does),
        "fallback": words(role.fallback) if filled.instead else "",
        "services": [_service(words, service) for service in filled.services],
    }


def _service(words: Words, service: Service) -> ServiceReport:
    lines = contact_lines(words, service)
    return {
        "id": service.id,
        "name": service.name,
        "organization": service.organization.name,
        "description": words(service.description),
        "contacts": [{"kind": line.kind, "text": line.text, "detail": line.detail} for line in lines],
        "alert": words(service.alert),
        "confidence": service.confidence,
        "provenance": provenance(words, service),
    }


def _answers(words: Words, replay: Replay) -> Iterator[AnswerReport]:
    for said, given in zip(answers(words, replay), replay.responses.given, strict=True):
        yield {"question": said.question, "asked": said.asked, "value": str(given.answer), "answer": said.answer}


def source_report(words: Words, source: Source) -> SourceReport:
    """Return one thing that was read."""
    return {
        "id": source.id,
        "title": source.title,
        "address": source.address,
        "read_on": source.read_on.isoformat(),
        "read_on_words": short_date(words, source.read_on),
        "apparent_date": source.apparent_date,
    }


def _source_ids(guidance: Guidance) -> list[str]:
    """Return the sources of all that is said, each once: the outcome's, the law's, the watch-outs', the steps'."""
    outcome = guidance.outcome
    read = [
        outcome.fact.sources,
        *(law.sources for law in outcome.law),
        *(watch_out.sources for watch_out in guidance.watch_outs),
        *(guided.step.fact.sources for guided in guidance.steps()),
        *(guided.deadline.rule.fact.sources for guided in guidance.deadlines() if guided.deadline),
    ]
    return list(dict.fromkeys(source for sources in read for source in sources))
