"""Flows: guided questions. The current question is found by replaying the responses.

The words are those of GOV.UK Smart Answers: flow, question, option, response, outcome.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kiosk.domain.response import ALWAYS, Condition, Responses
from kiosk.domain.text import AUDIENCES, Text


@dataclass(frozen=True)
class ToQuestion:
    """A destination: another question."""

    question: str


@dataclass(frozen=True)
class ToOutcome:
    """A destination: the end of the flow."""

    outcome: str


@dataclass(frozen=True)
class ToDeadlines:
    """A destination: the end of the calculator. The rules of a group, counted from one input."""

    group: str
    start: str


Destination = ToQuestion | ToOutcome | ToDeadlines


@dataclass(frozen=True)
class Branch:
    """Where an option leads, if its condition holds."""

    when: Condition
    go: Destination


@dataclass(frozen=True)
class Option:
    """One possible answer. `branches` is empty where the question's own branches are used."""

    id: str
    text: Text
    chip: Text
    hint: Text | None = None
    symbol: str = ""
    audience: str = ""
    when: Condition = ALWAYS
    branches: tuple[Branch, ...] = ()


class QuestionKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"
    DATE = "date"


@dataclass(frozen=True)
class Question:
    """One question; a date question can be answered by a date or by one of its options.

    `ahead`: the date may be still to come.
    """

    id: str
    flow: str
    kind: QuestionKind
    text: Text
    options: tuple[Option, ...]
    hint: Text | None = None
    branches: tuple[Branch, ...] = ()
    ahead: bool = False

    def option(self, option_id: str) -> Option | None:
        """Return the option with this id, or None."""
        return next((o for o in self.options if o.id == option_id), None)

    def offered(self, responses: Responses) -> tuple[Option, ...]:
        """Return the options offered to somebody who has answered this so far."""
        return tuple(o for o in self.options if o.when.holds(responses))

    def accepts(self, answer: str | date, responses: Responses) -> bool:
        """Say whether this answer can be given here, after these responses."""
        if isinstance(answer, date):
            return self.kind is QuestionKind.DATE
        return any(o.id == answer for o in self.offered(responses))

    def branches_of(self, answer: str | date) -> tuple[Branch, ...]:
        """Return where an answer may lead: its option's own branches, else the question's."""
        option = None if isinstance(answer, date) else self.option(answer)
        return option.branches if option and option.branches else self.branches


@dataclass(frozen=True)
class Flow:
    """A named set of questions with one first question."""

    id: str
    title: Text
    first: str


@dataclass(frozen=True)
class Replay:
    """Where the responses lead: the questions answered on the way, and what comes now.

    `at` is a question still to answer, or where the flow ended. `responses` are those that count: answers that are no
    longer on the path are left out.
    """

    asked: tuple[Question, ...]
    responses: Responses
    at: Question | ToOutcome | ToDeadlines
    audience: str


@dataclass(frozen=True)
class FlowGraph:
    """Every question of every flow: the one graph that replaying and proving walk."""

    flows: Mapping[str, Flow]
    questions: Mapping[str, Question]

    def joined(self, other: FlowGraph) -> FlowGraph:
        """Return this graph with the flows of another beside its own."""
        return FlowGraph({**self.flows, **other.flows}, {**self.questions, **other.questions})

    def replay(self, flow: str, responses: Responses, changing: str | None = None) -> Replay:
        """Walk from the flow's first question as far as the responses lead.

        Stops at the first question that is not answered, whose answer is not offered, or that is being changed.
        """
        asked: list[Question] = []
        audience = AUDIENCES[0]
        destination: Destination = ToQuestion(self.flows[flow].first)
        while isinstance(destination, ToQuestion):
            question = self.questions[destination.question]
            so_far = responses.only(q.id for q in asked)
            answer = responses.answer_to(question.id)
            if answer is None or question.id == changing or not question.accepts(answer, so_far):
                return Replay(tuple(asked), so_far, question, audience)
            asked.append(question)
            so_far = responses.only(q.id for q in asked)
            destination = self.leads_to(question, answer, so_far)
            audience = _audience_after(question, answer, audience)
        return Replay(tuple(asked), so_far, destination, audience)

    def leads_to(self, question: Question, answer: str | date, responses: Responses) -> Destination:
        """Return where an answer leads; `responses` include the answer itself.

        Raises LookupError when no branch holds: checked content has none such.
        """
        for branch in question.branches_of(answer):
            if branch.when.holds(responses):
                return branch.go
        # The answer is not named: what is raised may be logged.
        raise LookupError(f"{question.id}: no branch holds for an answer")

    def answers_to(self, question: Question, responses: Responses, day: date) -> Iterator[str | date]:
        """Yield every kind of answer a question takes here: each option offered and, where it asks one, a date."""
        if question.kind is QuestionKind.DATE:
            yield day
        for option in question.offered(responses):
            yield option.id


def _audience_after(question: Question, answer: str | date, audience: str) -> str:
    option = None if isinstance(answer, date) else question.option(answer)
    return option.audience if option and option.audience else audience
