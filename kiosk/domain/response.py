"""Responses: what the visitor has answered, and conditions over it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

ANSWERED = "answered"
"""Condition value: the question was answered in any way."""
DATED = "dated"
"""Condition value: the question was answered with a date."""


@dataclass(frozen=True)
class Response:
    """One answer: an option's id, or the date given to a date question."""

    question: str
    answer: str | date


@dataclass(frozen=True)
class Responses:
    """The answers given so far, oldest first; at most one for each question."""

    given: tuple[Response, ...] = ()

    def answer_to(self, question: str) -> str | date | None:
        """Return the answer given to a question, or None."""
        return next((r.answer for r in self.given if r.question == question), None)

    def date_of(self, question: str) -> date | None:
        """Return the date given to a question; None when there is none or an option was chosen instead."""
        answer = self.answer_to(question)
        return answer if isinstance(answer, date) else None

    def with_answer(self, question: str, answer: str | date) -> Responses:
        """Return these responses with one answered anew, in its old place, or added at the end."""
        response = Response(question, answer)
        if self.answer_to(question) is None:
            return Responses((*self.given, response))
        return Responses(tuple(response if r.question == question else r for r in self.given))

    def only(self, questions: Iterable[str]) -> Responses:
        """Return the responses to these questions, in the order of the questions."""
        by_question = {r.question: r for r in self.given}
        return Responses(tuple(by_question[q] for q in questions if q in by_question))


@dataclass(frozen=True)
class Condition:
    """What must have been answered: every question here, with one of its values.

    An empty condition always holds. A value is an option's id, `ANSWERED` or `DATED`.
    """

    wanted: tuple[tuple[str, tuple[str, ...]], ...] = ()

    def holds(self, responses: Responses) -> bool:
        """Say whether the responses meet this condition."""
        return all(_meets(responses.answer_to(question), values) for question, values in self.wanted)

    def questions(self) -> tuple[str, ...]:
        """Return the questions this condition looks at."""
        return tuple(question for question, _ in self.wanted)


ALWAYS = Condition()


def _meets(answer: str | date | None, values: tuple[str, ...]) -> bool:
    if answer is None:
        return False
    if isinstance(answer, date):
        return DATED in values or ANSWERED in values
    return answer in values or ANSWERED in values
