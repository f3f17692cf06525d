"""The survey: every path through the flows, walked once for all the rules that look at paths."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from kiosk.content.checks.effort import Effort
from kiosk.content.content import Content
from kiosk.domain.flow import Branch, Option, Question, QuestionKind, ToOutcome, ToQuestion
from kiosk.domain.response import Response, Responses
from kiosk.errors import Problem

MOST_PATHS = 100_000
"""How many complete paths can be proved in a few seconds."""
MOST_COMPARED = 50_000_000
"""How many answers can be compared with conditions in a few seconds."""
FEWEST_OPTIONS, MOST_OPTIONS = 2, 6


@dataclass(frozen=True)
class Path:
    """One complete path: the questions asked, the answers given, and the outcome reached."""

    responses: Responses
    outcome: str

    @property
    def example(self) -> str:
        """The answers in words, for somebody who wants to walk the path."""
        return example(self.responses)


@dataclass
class Survey:
    """All that was met: paths, problems, and what was reached.

    `before` are, for each question reached, the questions that come earlier on some path. `offered` are pairs of
    question and option; `taken` are branches: question, option (empty for the question's own) and number. `compared`
    counts the answers that were compared with conditions, or have to be to prove these paths.
    """

    content: Content
    paths: list[Path] = field(default_factory=list)
    problems: dict[tuple[str, str], Problem] = field(default_factory=dict)
    before: dict[str, set[str]] = field(default_factory=dict)
    offered: set[tuple[str, str]] = field(default_factory=set)
    taken: set[tuple[str, str, int]] = field(default_factory=set)
    compared: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether more can be walked: broken content may have paths without end, and none that is complete."""
        return len(self.paths) <= MOST_PATHS and self.compared <= MOST_COMPARED

    def complain(self, key: str, rule: str, message: str, responses: Responses) -> None:
        """Note that something breaks a rule, once, with the first path that shows it."""
        problem = self.content.problem(key, f"{message} For example: {example(responses)}.")
        self.problems.setdefault((key, rule), problem)


def walk_every_path(content: Content) -> Survey:
    """Walk every path from the first flow; every name in the content has to be known.

    A date question is answered with a day, and with each option.
    """
    found, effort = Survey(content), Effort(content)
    waiting = [(content.graph.flows[content.first_flow].first, Responses())]
    while waiting and found.goes_on:
        question_id, responses = waiting.pop()
        question = content.graph.questions[question_id]
        walked = len(found.paths)
        found.before.setdefault(question_id, set()).update(r.question for r in responses.given)
        waiting.extend(reversed(list(_answered(found, question, responses))))  # so that the first is walked first
        met = [effort.at_question(question_id), *(effort.at_outcome(path.outcome) for path in found.paths[walked:])]
        found.compared += (1 + len(responses.given)) * sum(met)
    if waiting:
        first = content.graph.flows[content.first_flow].first
        found.problems["paths", "too-many"] = content.problem(f"question.{first}", _too_many(found))
    return found


def example(responses: Responses) -> str:
    """Return responses in words."""
    return ", ".join(f"{r.question} = {_word(r.answer)}" for r in responses.given) or "at the start"


def _too_many(found: Survey) -> str:
    if len(found.paths) > MOST_PATHS:
        return f"There are more than {MOST_PATHS} paths, too many to prove. Ask fewer questions."
    return "Paths are too long to prove, or too many lead nowhere. Ask fewer questions, on fewer conditions."


def _word(answer: str | date) -> str:
    return answer if isinstance(answer, str) else "a date"


def _answered(found: Survey, question: Question, responses: Responses) -> Iterator[tuple[str, Responses]]:
    """Yield the questions that answers to a question lead to; keep the paths that end."""
    offered = question.offered(responses)
    _count_options(found, question, len(offered), responses)
    key = f"question.{question.id}"
    found.offered.update((question.id, option.id) for option in offered)
    for option, answer in _answers(question, offered, found.content.published):
        given = Responses((*responses.given, Response(question.id, answer)))
        branch = _branch(found, question, option, given)
        if branch is None:
            key = f"option.{question.id}.{option.id}" if option else key
            found.complain(key, "no-branch", 'An answer leads nowhere. Say where: to = "…".', given)
        elif isinstance(branch.go, ToOutcome):
            found.paths.append(Path(given, branch.go.outcome))
        else:
            assert isinstance(branch.go, ToQuestion)
            if given.answer_to(branch.go.question) is None:
                yield branch.go.question, given
            else:
                found.complain(key, "loop", f"An answer leads back to question “{branch.go.question}”.", given)


def _count_options(found: Survey, question: Question, count: int, responses: Responses) -> None:
    choices = count + (question.kind is QuestionKind.DATE)
    if choices < FEWEST_OPTIONS:
        found.complain(f"question.{question.id}", "few", f"Fewer than {FEWEST_OPTIONS} answers are offered.", responses)
    if count > MOST_OPTIONS:
        found.complain(f"question.{question.id}", "many", f"More than {MOST_OPTIONS} options are offered.", responses)


def _answers(question: Question, offered: Iterable[Option], day: date) -> Iterator[tuple[Option | None, str | date]]:
    if question.kind is QuestionKind.DATE:
        yield None, day
    for option in offered:
        yield option, option.id


def _branch(found: Survey, question: Question, option: Option | None, given: Responses) -> Branch | None:
    """Return the branch an answer takes, and keep that it was taken."""
    own = option.id if option and option.branches else ""
    branches = option.branches if option and option.branches else question.branches
    for number, branch in enumerate(branches):
        if branch.when.holds(given):
            found.taken.add((question.id, own, number))
            return branch
    return None
