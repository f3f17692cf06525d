"""The calculator: what it asks, in which order, and what follows from the answers."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.calculator import CALCULATOR, UNKNOWN, Calculator
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Lack, Undated
from kiosk.domain.flow import FlowGraph, Question, ToDeadlines
from kiosk.domain.response import Response, Responses
from kiosk.domain.rules import Count, Limb, Reading, Rule, RuleGroup, Subject, Unit
from kiosk.domain.text import Text
from kiosk.domain.walk import replays
from tests.domain.samples import FACT

DAY = date(2026, 11, 2)
LATER = date(2026, 11, 9)
WORKING = WorkingCalendar.of_whole_years([date(2026, 1, 1), date(2027, 1, 1)])


def rule(id_: str, group: str, *limbs: Limb, ahead: bool = False) -> Rule:
    said = Text(f"rule.{id_}")
    return Rule(id_, said, said, said, Reading(limbs), FACT, group=group, ahead=ahead)


def days(input_: str, number: int, optional: bool = False, unit: Unit = Unit.DAYS) -> Limb:
    return Limb(input_, (Count(number, unit),), optional)


def group(id_: str, subject: str = "complaint") -> RuleGroup:
    return RuleGroup(id_, Text(f"{id_}.title"), Text(f"{id_}.words"), FACT, subject)


RULES = (
    rule("letter", "R-1", days("notice", 60), days("certificate", 30, optional=True)),
    rule("acknowledge", "R-14", days("complaint", 5)),
    rule("answer", "R-14", days("complaint", 15, optional=True), days("acknowledged", 10, optional=True)),
    rule("again", "R-14", days("stage-2", 20)),
    rule("school", "R-19", days("told", 15, unit=Unit.SCHOOL_DAYS)),
    rule("move", "R-23", days("move", -30), ahead=True),
    rule("alone", "", days("notice", 1)),
)
SUBJECTS = (
    Subject("appeal", Text("appeal"), "gavel"),
    Subject("complaint", Text("complaint"), "campaign"),
)
GROUPS = {each.id: each for each in (group("R-1", "appeal"), *map(group, ("R-14", "R-19", "R-23")), group("R-3", ""))}


@pytest.fixture(scope="module")
def calculator() -> Calculator:
    return Calculator(SUBJECTS, GROUPS, {each.id: (each,) for each in RULES})


@pytest.fixture(scope="module")
def graph(calculator: Calculator) -> FlowGraph:
    return calculator.graph()


def answered(graph: FlowGraph, *answers: str | date) -> tuple[Responses, Question | ToDeadlines]:
    """Answer one question after another; return the responses and what comes then."""
    responses = Responses()
    for answer in answers:
        at = graph.replay(CALCULATOR, responses).at
        assert isinstance(at, Question)
        responses = responses.with_answer(at.id, answer)
    replay = graph.replay(CALCULATOR, responses)
    assert replay.responses == responses
    assert isinstance(replay.at, Question | ToDeadlines)
    return responses, replay.at


def dates(calculator: Calculator, graph: FlowGraph, *answers: str | date) -> dict[str, date | Lack]:
    responses, at = answered(graph, *answers)
    assert isinstance(at, ToDeadlines)
    made = calculator.deadlines(at, responses, WORKING)
    return {each.rule.id: each.last_day if isinstance(each, Deadline) else each.lack for each in made}


def test_it_asks_first_what_the_date_is_for(graph: FlowGraph) -> None:
    _, at = answered(graph)
    assert isinstance(at, Question)
    assert [(option.id, option.text.id, option.symbol) for option in at.options] == [
        ("appeal", "appeal", "gavel"),
        ("complaint", "complaint", "campaign"),
    ]


def test_then_which_number_of_those_that_have_rules(graph: FlowGraph) -> None:
    _, at = answered(graph, "complaint")
    assert isinstance(at, Question)
    assert [option.id for option in at.options] == ["R-14", "R-19", "R-23"]


def test_where_rules_begin_with_different_dates_it_asks_what_has_happened(graph: FlowGraph) -> None:
    _, at = answered(graph, "complaint", "R-14")
    assert isinstance(at, Question)
    assert [(option.id, option.text.id) for option in at.options] == [
        ("complaint", "phrase.event-complaint"),
        ("stage-2", "phrase.event-stage-2"),
    ]


def test_where_they_begin_with_one_date_it_asks_for_it_at_once(graph: FlowGraph) -> None:
    _, at = answered(graph, "appeal", "R-1")
    assert isinstance(at, Question)
    assert at.text.id == "phrase.input-notice"


def test_one_date_gives_every_rule_that_counts_from_it(calculator: Calculator, graph: FlowGraph) -> None:
    made = dates(calculator, graph, "complaint", "R-14", "complaint", DAY, UNKNOWN)
    assert made == {"acknowledge": date(2026, 11, 7), "answer": date(2026, 11, 17)}


def test_what_is_optional_is_asked_for_too(calculator: Calculator, graph: FlowGraph) -> None:
    made = dates(calculator, graph, "complaint", "R-14", "complaint", DAY, LATER)
    assert made["answer"] == date(2026, 11, 19)
    assert dates(calculator, graph, "appeal", "R-1", DAY, date(2026, 12, 20)) == {"letter": date(2027, 1, 19)}


def test_any_date_will_do_where_the_rule_says_so(calculator: Calculator, graph: FlowGraph) -> None:
    made = dates(calculator, graph, "complaint", "R-14", "complaint", UNKNOWN, LATER)
    assert made == {"acknowledge": Lack.INPUT, "answer": date(2026, 11, 19)}


def test_without_a_date_it_says_which_is_lacking(calculator: Calculator, graph: FlowGraph) -> None:
    responses, at = answered(graph, "complaint", "R-14", "stage-2", UNKNOWN)
    assert at == ToDeadlines("R-14", "stage-2")
    assert isinstance(at, ToDeadlines)
    [undated] = calculator.deadlines(at, responses, WORKING)
    assert isinstance(undated, Undated)
    assert undated.inputs == ("stage-2",)


def test_school_days_are_left_to_the_schools_calendar(calculator: Calculator, graph: FlowGraph) -> None:
    assert dates(calculator, graph, "complaint", "R-19", DAY) == {"school": Lack.SCHOOL_CALENDAR}


def test_only_rules_that_look_ahead_take_a_date_to_come(graph: FlowGraph) -> None:
    ahead = {question.id for question in graph.questions.values() if question.ahead}
    assert ahead == {"calculator.R-23.move.move"}


def test_every_path_ends_in_a_date_or_in_why_there_is_none(calculator: Calculator, graph: FlowGraph) -> None:
    reached: set[str] = set()
    for replay in replays(graph, CALCULATOR, DAY):
        if isinstance(replay.at, ToDeadlines):
            made = calculator.deadlines(replay.at, replay.responses, WORKING)
            assert made
            reached.update(each.rule.id for each in made if isinstance(each, Deadline))
    assert reached == {"letter", "acknowledge", "answer", "again", "move"}


def test_an_answer_can_be_taken_back(graph: FlowGraph) -> None:
    responses, _ = answered(graph, "complaint", "R-14", "complaint", DAY)
    other = responses.with_answer("calculator.complaint", "R-19")
    assert graph.replay(CALCULATOR, other).responses.given == (
        Response("calculator", "complaint"),
        Response("calculator.complaint", "R-19"),
    )
