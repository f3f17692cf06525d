"""Rules of references: everything that is named is there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from kiosk.content.content import PAGE, Content
from kiosk.content.reading.entry import nearest
from kiosk.domain.flow import Branch, Question, QuestionKind, ToOutcome, ToQuestion
from kiosk.domain.outcome import StepDeadline
from kiosk.domain.response import ANSWERED, DATED, Condition
from kiosk.domain.rules import Reading
from kiosk.errors import Problem

Located = tuple[str, Condition]
"""The key of what has a condition, and the condition."""


def flows_begin(content: Content) -> Iterator[Problem]:
    """The first flow is there, and so is each flow's first question."""
    graph = content.graph
    if content.first_flow not in graph.flows:
        hint = nearest(content.first_flow, graph.flows)
        yield content.problem("content", f"There is no flow “{content.first_flow}” to begin with. {hint}")
    for flow in graph.flows.values():
        own = [question.id for question in graph.questions.values() if question.flow == flow.id]
        if flow.first not in own:
            yield content.problem(
                f"flow.{flow.id}",
                f"There is no question “{flow.first}” in this flow to begin with. {nearest(flow.first, own)}",
            )


def destinations(content: Content) -> Iterator[Problem]:
    """Every branch leads to a question or an outcome that is there."""
    for key, branch in branches(content.graph.questions.values()):
        go = branch.go
        if isinstance(go, ToQuestion):
            kind, name, known, missing = "question", go.question, list(content.graph.questions), "a question of this id"
        else:
            assert isinstance(go, ToOutcome)
            kind, name, known, missing = "outcome", go.outcome, list(content.outcomes), f"outcomes/{go.outcome}.toml"
        if name not in known:
            hint = nearest(name, known) or f"Lead elsewhere, or write {missing}."
            yield content.problem(key, f"Leads to {kind} “{name}”, which is not there. {hint}")


def conditions(content: Content) -> Iterator[Problem]:
    """Every condition names questions and options that are there."""
    for key, condition in located_conditions(content):
        for question_id, values in condition.wanted:
            question = content.graph.questions.get(question_id)
            if question is None:
                hint = nearest(question_id, content.graph.questions)
                yield content.problem(key, f"The condition names question “{question_id}”, which is not there. {hint}")
            else:
                yield from _values(content, key, question, values)


def roles(content: Content) -> Iterator[Problem]:
    """Every role that a step, a service or a fallback names is there, and every role's group."""
    for key, role, part in _named_roles(content):
        if role not in content.roles:
            yield content.problem(key, f"There is no role “{role}”. {nearest(role, content.roles)}", part)
    groups = [group.id for group in content.groups]
    for named in content.roles.values():
        if named.group not in groups:
            yield content.problem(
                f"role.{named.id}", f"There is no group “{named.group}”. {nearest(named.group, groups)}"
            )


def rules(content: Content) -> Iterator[Problem]:
    """Every step's deadline names a rule that is there, its inputs, and date questions that answer them."""
    for step in content.steps.values():
        due = step.deadline
        if due is not None and due.rule not in content.rules:
            hint = nearest(due.rule, content.rules)
            yield content.problem(f"step.{step.id}", f"There is no rule “{due.rule}”. {hint}")
        elif due is not None:
            yield from _inputs(content, f"step.{step.id}", due)


def rows(content: Content) -> Iterator[Problem]:
    """Every row that an outcome answers is on the map."""
    known = content.disagreements.rows
    for outcome in content.outcomes.values():
        for row in outcome.rows:
            if row not in known:
                key = f"outcome.{outcome.id}"
                yield content.problem(key, f"There is no row “{row}” on the map. {nearest(row, known)}")


def signoffs(content: Content) -> Iterator[Problem]:
    """Every sign-off is of an outcome that is there."""
    for signoff in content.signoffs:
        if signoff.outcome not in content.outcomes:
            hint = nearest(signoff.outcome, content.outcomes)
            yield content.problem(f"signoff.{signoff.outcome}", f"There is no outcome “{signoff.outcome}”. {hint}")


def sources(content: Content) -> Iterator[Problem]:
    """Every source that a fact, a watch-out or a line of law names is in the register."""
    register = [source for source in content.sources if not source.startswith(PAGE)]
    for key, cited in _citations(content):
        for source in cited:
            if source not in content.sources:
                yield content.problem(key, f"There is no source “{source}”. {nearest(source, register)}", "sources")


def branches(questions: Iterable[Question]) -> Iterator[tuple[str, Branch]]:
    """Yield every branch, with the key of the question or option it belongs to."""
    for question in questions:
        yield from ((f"question.{question.id}", branch) for branch in question.branches)
        for option in question.options:
            yield from ((f"option.{question.id}.{option.id}", branch) for branch in option.branches)


def located_conditions(content: Content) -> Iterator[Located]:
    """Yield every condition of the content, with the key of what it belongs to."""
    for question in content.graph.questions.values():
        yield from ((f"option.{question.id}.{option.id}", option.when) for option in question.options)
    yield from ((key, branch.when) for key, branch in branches(content.graph.questions.values()))
    yield from ((f"step.{step.id}", step.when) for step in content.steps.values())
    yield from (("used", condition) for condition in content.disagreements.used.values())
    for outcome in content.outcomes.values():
        yield from ((f"route.{outcome.id}.{route.id}", route.when) for route in outcome.routes)
        yield from ((f"watch_out.{outcome.id}.{note.id}", note.when) for note in outcome.watch_outs)


def _values(content: Content, key: str, question: Question, values: Iterable[str]) -> Iterator[Problem]:
    dated = (DATED,) if question.kind is QuestionKind.DATE else ()
    known = (ANSWERED, *dated, *(option.id for option in question.options))
    for value in values:
        if value not in known:
            message = f"The condition names option “{value}”, which question “{question.id}” has not."
            yield content.problem(key, f"{message} {nearest(value, known)}")


def _named_roles(content: Content) -> Iterator[tuple[str, str, str]]:
    """Yield every role that is named: the key of what names it, its id, and where it is named."""
    for step in content.steps.values():
        if step.role:
            yield f"step.{step.id}", step.role, "role"
    for service in content.services:
        yield from ((f"service.{service.id}", role, "roles") for role in service.roles)
    for role in content.roles.values():
        yield from ((f"role.{role.id}", instead, "fallback, roles") for instead in role.fallback_roles)


def _inputs(content: Content, key: str, due: StepDeadline) -> Iterator[Problem]:
    versions = content.rules[due.rule]
    known = {name for version in versions for name in version.inputs}
    for name, question_id in due.inputs:
        question = content.graph.questions.get(question_id)
        if name not in known:
            hint = nearest(name, known)
            yield content.problem(key, f"Rule “{due.rule}” has no input “{name}”. {hint}")
        if question is None or question.kind is not QuestionKind.DATE:
            dates = [q.id for q in content.graph.questions.values() if q.kind is QuestionKind.DATE]
            yield content.problem(key, f"There is no date question “{question_id}”. {nearest(question_id, dates)}")
    # The school's own calendar decides a rule of school days: no date can be worked out, so none has to be asked for.
    dated = [version.reading for version in versions if not version.needs_school_days]
    for needed in sorted({each for reading in dated for each in _needed(reading, dict(due.inputs))}):
        yield content.problem(key, f"Rule “{due.rule}” needs the input “{needed}”. Say which question answers it.")


def _needed(reading: Reading, given: Mapping[str, str]) -> Iterator[str]:
    lacking = reading.lacking(given)
    if reading.any_input_will_do and lacking:
        yield "” or “".join(lacking)
    else:
        yield from lacking


def _citations(content: Content) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, fact in content.facts():
        yield key, fact.sources
    for outcome in content.outcomes.values():
        yield from ((f"watch_out.{outcome.id}.{note.id}", note.sources) for note in outcome.watch_outs)
        yield from ((f"law.{outcome.id}.{law.id}", law.sources) for law in outcome.law)
    yield from ((f"row.{row.id}", row.sources) for row in content.disagreements.rows.values())
