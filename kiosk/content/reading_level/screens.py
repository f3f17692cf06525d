"""What is read together: the texts of each screen, or part of one, that a visitor takes in at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.domain.directory import Role, Service
from kiosk.domain.flow import Question
from kiosk.domain.outcome import Outcome, Step
from kiosk.domain.text import AUDIENCES, Text, Words

_PHRASE = "phrase."
_SENTENCE_ENDS = (".", "!", "?")


@dataclass(frozen=True)
class Screen:
    """Texts read together; `key` is what they are about, as problems name it, and `names` are of whom they speak."""

    key: str
    texts: tuple[Text, ...]
    names: tuple[str, ...] = ()

    def said(self, content: Content) -> dict[str, tuple[str, ...]]:
        """Return what is said to each audience; once, and to nobody in particular, where it is the same for all."""
        lookup = content.words[ENGLISH].__getitem__
        audiences = AUDIENCES if any(text.variants for text in self.texts) else ("",)
        return {each: tuple(map(Words(ENGLISH, lookup, each), self.texts)) for each in audiences}


def screens(content: Content) -> Iterator[Screen]:
    """Yield every screen of sentences; labels, such as names of months, are no sentences."""
    for question in content.graph.questions.values():
        yield _question(question)
    for outcome in content.outcomes.values():
        yield from _outcome(outcome)
    for step in content.steps.values():
        yield from _step(step)
    for group in content.rule_groups.values():
        yield _screen(f"rule_group.{group.id}", group.title, group.words)
    for rule in content.every_rule():
        yield _screen(f"rule.{rule.key}", rule.title, rule.words)
        yield _screen(f"rule.{rule.key}", rule.passed)
    for role in content.roles.values():
        yield from _role(role)
    for term in content.terms:
        yield _screen(f"term.{term.id}", term.question or term.name, term.meaning, term.more)
    for service in content.services:
        yield _service(content, service)
    yield from _phrases(content)


def _screen(key: str, *texts: Text | None) -> Screen:
    return Screen(key, tuple(text for text in texts if text is not None))


def _question(question: Question) -> Screen:
    options = (text for option in question.options for text in (option.text, option.hint))
    return _screen(f"question.{question.id}", question.text, question.hint, *options)


def _outcome(outcome: Outcome) -> Iterator[Screen]:
    routes = (route.title for route in outcome.routes)
    yield _screen(f"outcome.{outcome.id}", outcome.title, outcome.summary, outcome.no_deadline, *routes)
    yield _screen(outcome.say.id, outcome.say)
    yield _screen(outcome.why.id, outcome.why)
    for note in outcome.watch_outs:
        yield _screen(f"watch_out.{outcome.id}.{note.id}", note.text)


def _step(step: Step) -> Iterator[Screen]:
    yield _screen(f"step.{step.id}", step.label, step.title, step.text)
    if step.deadline is not None:
        yield _screen(step.deadline.unknown.id, step.deadline.unknown)


def _role(role: Role) -> Iterator[Screen]:
    yield _screen(f"role.{role.id}", role.name, role.does)
    if role.fallback is not None:
        yield _screen(role.fallback.id, role.fallback)


def _service(content: Content, service: Service) -> Screen:
    about = (service.application_process, service.fees_description, service.alert)
    screen = _screen(f"service.{service.id}", service.description, *about, *service.schedules)
    authority = content.authorities.get(service.authority)
    names = (service.name, service.organization.name, *((authority.name,) if authority else ()))
    return replace(screen, names=names)


def _phrases(content: Content) -> Iterator[Screen]:
    for words_id, words in content.words[ENGLISH].items():
        if words_id.startswith(_PHRASE) and words.endswith(_SENTENCE_ENDS):
            yield _screen(words_id, Text(words_id))
