"""Flows: the current question is found by replaying the responses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.flow import Branch, FlowGraph, Question, Replay, ToOutcome, ToQuestion
from kiosk.domain.response import Response, Responses
from tests.domain.samples import (
    CERTIFICATE_DATE,
    CHALLENGE,
    DECISION,
    LETTER_DATE,
    TODAY,
    WHO,
    graph,
    graphs,
    option,
    question,
    when,
)


def replay(graph: FlowGraph = CHALLENGE, changing: str | None = None, **answers: str | date) -> Replay:
    given_ = (Response(name.replace("_", "-"), answer) for name, answer in answers.items())
    return graph.replay("challenge", Responses(tuple(given_)), changing)


def test_a_flow_begins_at_its_first_question() -> None:
    assert replay() == Replay((), Responses(), WHO, "parent")


def test_an_answer_leads_to_the_next_question() -> None:
    assert replay(who="parent").at == DECISION


def test_an_options_own_way_outranks_the_questions() -> None:
    assert replay(who="parent", decision="refused", letter_date="no-letter").at == ToOutcome("talk")
    assert replay(who="parent", decision="refused", letter_date="not-known").at == ToOutcome("appeal")


def test_the_first_branch_whose_condition_holds_is_taken() -> None:
    assert replay(who="parent", decision="wrong-plan", letter_date=TODAY).at == CERTIFICATE_DATE
    assert replay(who="parent", decision="refused", letter_date=TODAY).at == ToOutcome("appeal")


def test_a_branch_that_never_holds_is_a_bug_in_the_content() -> None:
    closed = replace(WHO, branches=(Branch(when(why="x"), ToOutcome("talk")),))
    with pytest.raises(LookupError, match="who: no branch holds for an answer"):
        replay(graph(closed), who="parent")


def test_the_order_in_which_answers_were_given_does_not_matter() -> None:
    at = replay(letter_date=TODAY, decision="refused", who="parent")
    assert at.at == ToOutcome("appeal")
    assert [r.question for r in at.responses.given] == ["who", "decision", "letter-date"]


def test_answers_off_the_path_do_not_count() -> None:
    at = replay(who="parent", decision="refused", letter_date=TODAY, certificate_date=TODAY)
    assert at.responses.answer_to("certificate-date") is None


def test_an_answer_that_is_not_offered_any_more_is_asked_again() -> None:
    assert replay(who="young-person", decision="left-school").at == ToOutcome("talk")
    assert replay(who="parent", decision="left-school").at == DECISION


def test_a_date_answers_date_questions_only() -> None:
    assert replay(who=TODAY).at == WHO
    assert not WHO.accepts(TODAY, Responses())
    assert LETTER_DATE.accepts(TODAY, Responses())


def test_a_question_being_changed_is_asked_again() -> None:
    at = replay(changing="who", who="parent", decision="nothing-yet")
    assert at == Replay((), Responses(), WHO, "parent")


def test_an_option_decides_who_is_spoken_to_from_there_on() -> None:
    assert replay(who="young-person").audience == "young-person"
    assert replay(who="parent").audience == "parent"
    assert replay(who="young-person", decision="refused", letter_date=TODAY).audience == "young-person"


def test_only_the_options_that_fit_are_offered() -> None:
    assert [o.id for o in DECISION.offered(Responses())] == ["refused", "wrong-plan", "nothing-yet"]
    assert DECISION.option("left-school") is not None
    assert DECISION.option("unheard-of") is None


def test_every_kind_of_answer_can_be_listed() -> None:
    assert list(CHALLENGE.answers_to(LETTER_DATE, Responses(), TODAY)) == [TODAY, "not-known", "no-letter"]
    assert list(CHALLENGE.answers_to(WHO, Responses(), TODAY)) == ["parent", "young-person"]


def test_a_question_of_another_flow_can_follow() -> None:
    other = question("other", option("yes"), go=ToOutcome("end"))
    both = graph(question("first", option("on", ToQuestion("other"))), other)
    assert replay(both, first="on").at == other


@given(graphs(), st.data())
def test_every_walk_ends_in_an_outcome(any_graph: FlowGraph, data: st.DataObject) -> None:
    at = any_graph.replay("challenge", Responses())
    while isinstance(at.at, Question):
        answer = data.draw(st.sampled_from(list(any_graph.answers_to(at.at, at.responses, TODAY))))
        assert len(at.asked) < len(any_graph.questions)
        at = any_graph.replay("challenge", at.responses.with_answer(at.at.id, answer))
    assert at.at == ToOutcome("end")


@given(graphs(), st.data())
def test_replaying_what_counted_leads_to_the_same_place(any_graph: FlowGraph, data: st.DataObject) -> None:
    """Whatever was answered, in whatever order, with answers that do not fit among them."""
    answers = st.one_of(st.just(TODAY), st.sampled_from(("o0", "o1", "o2", "o3")))
    pairs = data.draw(st.dictionaries(st.sampled_from(sorted(any_graph.questions)), answers))
    once = any_graph.replay("challenge", Responses(tuple(Response(q, a) for q, a in pairs.items())))
    assert any_graph.replay("challenge", once.responses) == once
    assert [q.id for q in once.asked] == [r.question for r in once.responses.given]
