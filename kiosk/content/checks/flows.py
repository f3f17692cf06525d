"""Rules of flows: every path ends, and nothing is out of reach."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.content.checks.references import branches
from kiosk.content.checks.survey import Survey
from kiosk.content.content import Content
from kiosk.domain.flow import Branch, Question
from kiosk.domain.response import ALWAYS, Condition
from kiosk.errors import Problem


def last_branches(content: Content) -> Iterator[Problem]:
    """The last branch has no condition, so that one always holds."""
    for question in content.graph.questions.values():
        for key, _, list_ in branch_lists(question):
            if list_ and list_[-1].when != ALWAYS:
                yield content.problem(key, "The last branch has a condition. Add one without, for everybody else.")


def paths_end(survey: Survey) -> Iterator[Problem]:
    """Every path ends in an outcome, without a loop, and offers 2 to 6 answers at each question."""
    yield from survey.problems.values()


def conditions_look_back(survey: Survey) -> Iterator[Problem]:
    """A condition of an option or branch names questions that come before it on some path."""
    content = survey.content
    for question in content.graph.questions.values():
        before = survey.before.get(question.id)
        if before is None:
            continue  # out of reach, which is said elsewhere
        for option in question.options:
            yield from _later(content, f"option.{question.id}.{option.id}", option.when, before)
        for key, branch in branches([question]):
            yield from _later(content, key, branch.when, {*before, question.id})


def everything_is_reached(survey: Survey) -> Iterator[Problem]:
    """Every flow, question and outcome is reached on some path."""
    content = survey.content
    entered = {content.graph.questions[question].flow for question in survey.before}
    for flow in content.graph.flows:
        if flow not in entered:
            yield content.problem(f"flow.{flow}", "No path leads to this flow. Lead to it, or take it out.")
    for question in content.graph.questions.values():
        if question.id not in survey.before and question.flow in entered:
            yield content.problem(
                f"question.{question.id}", "No path leads to this question. Lead to it, or take it out."
            )
    for outcome in content.outcomes.keys() - {path.outcome for path in survey.paths}:
        yield content.problem(f"outcome.{outcome}", "No path leads to this outcome. Lead to it, or take it out.")


def everything_is_used(survey: Survey) -> Iterator[Problem]:
    """Every option of a question that is reached is offered, and every branch of one is taken."""
    for question_id in survey.before:
        question = survey.content.graph.questions[question_id]
        for option in question.options:
            if (question_id, option.id) not in survey.offered:
                key = f"option.{question_id}.{option.id}"
                yield survey.content.problem(key, "No path offers this option. Change its condition, or take it out.")
        for key, own, list_ in branch_lists(question):
            if own and (question_id, own) not in survey.offered:
                continue
            for number in range(len(list_)):
                if (question_id, own, number) not in survey.taken:
                    message = f"No path takes branch {number + 1}. Change its condition, or take it out."
                    yield survey.content.problem(key, message)


def branch_lists(question: Question) -> Iterator[tuple[str, str, tuple[Branch, ...]]]:
    """Yield each list of branches with its key, and the option it belongs to; empty for the question itself."""
    yield f"question.{question.id}", "", question.branches
    for option in question.options:
        yield f"option.{question.id}.{option.id}", option.id, option.branches


def _later(content: Content, key: str, condition: Condition, before: set[str]) -> Iterator[Problem]:
    for question in condition.questions():
        if question not in before:
            yield content.problem(key, f"The condition names question “{question}”, which never comes before.")
