"""The calculator: questions made from the deadline rules, for somebody who needs a date and no more.

It asks what the date is for, which time limit that is, what has happened, and when: a flow like any other, which ends
in the deadlines that follow. "Calculator" is GOV.UK Smart Answers' word.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Undated, work_out
from kiosk.domain.flow import (
    Branch,
    Destination,
    Flow,
    FlowGraph,
    Option,
    Question,
    QuestionKind,
    ToDeadlines,
    ToQuestion,
)
from kiosk.domain.response import ALWAYS, Responses
from kiosk.domain.rules import Rule, RuleGroup, Subject
from kiosk.domain.text import Text

CALCULATOR = "calculator"
"""The flow, and its first question; the ids of its other questions begin with it."""
UNKNOWN = "unknown"
"""The option for somebody who does not know a date, or has none to give."""

Versions = Mapping[str, Sequence[Rule]]
"""Every version of rules, by their ids."""


@dataclass(frozen=True)
class Calculator:
    """What the calculator asks about: the subjects, the numbers under them, and every version of every rule."""

    subjects: Sequence[Subject]
    groups: Mapping[str, RuleGroup]
    rules: Versions

    def graph(self) -> FlowGraph:
        """Return the flow, and every question of it."""
        flow = Flow(CALCULATOR, Text("phrase.calculator"), CALCULATOR)
        return FlowGraph({CALCULATOR: flow}, {question.id: question for question in self._questions()})

    def deadlines(self, at: ToDeadlines, responses: Responses, working: WorkingCalendar) -> list[Deadline | Undated]:
        """Work out every rule of a group that counts from what the responses say; school days stay undated."""
        names = self._dates(at.group, at.start)
        dates = {name: responses.date_of(_id(at.group, at.start, name)) for name in names}
        known = {name: day for name, day in dates.items() if day is not None}
        return [work_out(versions, known, working) for versions in self._counted(at.group, at.start).values()]

    def starts(self, group: str) -> tuple[str, ...]:
        """Return the inputs that the rules of a group begin to count from: the first of each."""
        return tuple(dict.fromkeys(next(iter(rule.inputs)) for rule in self._under(group)))

    def _questions(self) -> Iterator[Question]:
        options = (_option(subject.id, subject.title, _id(subject.id), subject.symbol) for subject in self.subjects)
        yield _choice(CALCULATOR, "calculator-subject", options)
        for subject in self.subjects:
            listed = [group for group in self.groups.values() if group.subject == subject.id and self.starts(group.id)]
            every = (_option(group.id, group.title, self._first(group.id), subject.symbol) for group in listed)
            yield _choice(_id(subject.id), "calculator-group", every)
            for group in listed:
                yield from self._questions_of(group.id)

    def _questions_of(self, group: str) -> Iterator[Question]:
        starts = self.starts(group)
        if len(starts) > 1:
            options = (_option(name, Text(f"phrase.event-{name}"), _id(group, name, name), "event") for name in starts)
            yield _choice(_id(group), "calculator-event", options)
        for start in starts:
            yield from self._dates_asked(group, start)

    def _dates_asked(self, group: str, start: str) -> Iterator[Question]:
        """Yield the question for a date, and those for what is optional beside it, each leading to the next."""
        names = self._dates(group, start)
        ahead = any(rule.ahead for versions in self._counted(group, start).values() for rule in versions)
        for name, after in pairwise([*names, ""]):
            go: Destination = ToQuestion(_id(group, start, after)) if after else ToDeadlines(group, start)
            unknown = "calculator-unknown" if name == start else "calculator-none"
            yield _date(_id(group, start, name), name, unknown, go, ahead)

    def _first(self, group: str) -> str:
        """Return the first question about a group: what has happened, or at once when, where there is but one."""
        starts = self.starts(group)
        return _id(group) if len(starts) > 1 else _id(group, starts[0], starts[0])

    def _dates(self, group: str, start: str) -> tuple[str, ...]:
        """Return the inputs that are asked for, the one that it starts with first."""
        rules = (rule for versions in self._counted(group, start).values() for rule in versions)
        return tuple(dict.fromkeys([start, *(name for rule in rules for name in rule.inputs)]))

    def _counted(self, group: str, start: str) -> Versions:
        """Return the rules of a group that give a date where no more than one input is known."""
        under = {rule.id for rule in self._under(group) if start in rule.inputs and not rule.reading.lacking((start,))}
        return {id_: versions for id_, versions in self.rules.items() if id_ in under}

    def _under(self, group: str) -> Iterator[Rule]:
        return (rule for versions in self.rules.values() for rule in versions if rule.group == group)


def _choice(id_: str, phrase: str, options: Iterable[Option]) -> Question:
    return Question(id_, CALCULATOR, QuestionKind.CHOICE, Text(f"phrase.{phrase}"), tuple(options))


def _date(id_: str, name: str, unknown: str, go: Destination, ahead: bool) -> Question:
    otherwise = Option(UNKNOWN, Text(f"phrase.{unknown}"), Text(f"phrase.{unknown}-chip"), symbol="question_mark")
    return Question(
        id=id_,
        flow=CALCULATOR,
        kind=QuestionKind.DATE,
        text=Text(f"phrase.input-{name}"),
        options=(otherwise,),
        branches=(Branch(ALWAYS, go),),
        ahead=ahead,
    )


def _option(id_: str, text: Text, question: str, symbol: str) -> Option:
    return Option(id_, text, text, symbol=symbol, branches=(Branch(ALWAYS, ToQuestion(question)),))


def _id(*names: str) -> str:
    return ".".join((CALCULATOR, *names))
