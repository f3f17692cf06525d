"""Visitors who touch anything, anywhere: every visit ends, with somebody who helps, and nothing is lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.flow import FlowGraph, Question, QuestionKind, ToOutcome
from kiosk.domain.places import FlowPlace, WhyPlace
from kiosk.domain.response import Responses
from kiosk.domain.session import Session
from tests.helpers.adviser import Adviser

TODAY = date(2026, 11, 23)
LONGEST_VISIT = 20
VISITS = 150
MAY_BE_EMPTY = {
    "alert",
    "authority",
    "date_unknown",
    "fallback",
    "no_deadline",
    "passed_words",
    "version",
}
UNFILLED = re.compile(r"[{}]|\bNone\b")

days = st.dates(date(2014, 9, 1), TODAY)
draws = st.data()


def answers(draw: st.DataObject, question: Question, session: Session) -> str | date:
    """Give any answer that the question takes."""
    offered = [option.id for option in question.offered(session.responses)]
    kinds = st.sampled_from(offered) if offered else st.nothing()
    dates = days if question.kind is QuestionKind.DATE else st.nothing()
    answer: str | date = draw.draw(kinds | dates, question.id)
    return answer


def at(session: Session, graph: FlowGraph) -> Question | ToOutcome:
    replay = session.replay(graph)
    assert replay is not None
    return replay.at


def walk(draw: st.DataObject, adviser: Adviser) -> Session:
    """Answer until the visit ends, and look back and around now and then."""
    graph = adviser.store.graph()
    session = Session().go(FlowPlace(adviser.store.first_flow))
    for _ in range(LONGEST_VISIT):
        question = at(session, graph)
        if isinstance(question, ToOutcome):
            return session
        answer = answers(draw, question, session)
        answered = session.answer(question.id, answer, graph)
        assert answered.back(graph) == session
        assert answered.go(WhyPlace()).back(graph) == answered
        session = answered
    raise AssertionError(f"No end after {LONGEST_VISIT} answers: {session.responses}")


def texts(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    """Yield every string of a report with its key."""
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from texts(inner, key)


@settings(max_examples=VISITS)
@given(draw=draws)
def test_every_visit_ends_with_somebody_who_helps(adviser: Adviser, draw: st.DataObject) -> None:
    session = walk(draw, adviser)
    area = draw.draw(st.sampled_from(["", *(each.code for each in adviser.store.authorities())]), "area")
    said = adviser.says(adviser.replay(session.responses), area, TODAY)
    helped = [step["help"] for route in said["routes"] for step in route["steps"] if step["help"]]
    assert helped
    assert all(each["services"] for each in helped)
    wrong = [(key, text) for key, text in texts(dict(said)) if not text and key not in MAY_BE_EMPTY]
    wrong += [(key, text) for key, text in texts(dict(said)) if UNFILLED.search(text)]
    assert not wrong


@settings(max_examples=VISITS)
@given(draw=draws)
def test_changing_an_answer_keeps_the_others_that_still_fit(adviser: Adviser, draw: st.DataObject) -> None:
    graph = adviser.store.graph()
    session = walk(draw, adviser)
    changed = draw.draw(st.sampled_from(session.responses.given), "changed")
    asked = session.change(changed.question)
    assert asked.back(graph) == session
    assert asked.answer(changed.question, changed.answer, graph) == session
    question = at(asked, graph)
    assert isinstance(question, Question)
    before = session.responses.given[: session.responses.given.index(changed)]
    other = asked.answer(changed.question, answers(draw, question, Session(responses=Responses(before))), graph)
    assert other.responses.given[: len(before)] == before
    assert {r for r in other.responses.given if r.question != changed.question} <= set(session.responses.given)
