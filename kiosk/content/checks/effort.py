"""The effort of walking paths: how many answers have to be compared with conditions, known before it is done."""

from __future__ import annotations

from collections.abc import Iterable

from kiosk.content.content import Content
from kiosk.domain.flow import Branch, Question
from kiosk.domain.outcome import Outcome
from kiosk.domain.response import Condition


class Effort:
    """What each question that is met, and each outcome that is reached, costs for every answer given before it."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._questions: dict[str, int] = {}
        self._outcomes: dict[str, int] = {}

    def at_question(self, question_id: str) -> int:
        """Return the comparisons that it takes to go on from a question, by every answer."""
        if question_id not in self._questions:
            self._questions[question_id] = _question(self._content.graph.questions[question_id])
        return self._questions[question_id]

    def at_outcome(self, outcome_id: str) -> int:
        """Return the comparisons that it takes to prove what an outcome gives."""
        if outcome_id not in self._outcomes:
            self._outcomes[outcome_id] = _outcome(self._content, self._content.outcomes[outcome_id])
        return self._outcomes[outcome_id]


def _question(question: Question) -> int:
    own = [option for option in question.options if option.branches]
    shared = 1 + len(question.options) - len(own)
    return (
        _conditions(option.when for option in question.options)
        + shared * _branches(question.branches)
        + sum(_branches(option.branches) for option in own)
    )


def _outcome(content: Content, outcome: Outcome) -> int:
    used = content.disagreements.used
    rights = [right for row in outcome.rows for right in content.disagreements.rows[row].rights]
    return (
        _conditions(step.when for route in outcome.routes for step in route.steps)
        + _conditions(route.when for route in outcome.routes)
        + _conditions(note.when for note in outcome.watch_outs)
        + _conditions(used[right] for right in rights if right in used)
        + len(rights)
    )


def _branches(branches: Iterable[Branch]) -> int:
    return _conditions(branch.when for branch in branches)


def _conditions(conditions: Iterable[Condition]) -> int:
    return sum(1 + sum(len(values) for _, values in condition.wanted) for condition in conditions)
