"""The session: one visit as a value. Every touch turns a session into another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.flow import FlowGraph, Question, ToOutcome
from kiosk.domain.places import (
    AttractPlace,
    CouncilsPlace,
    FlowPlace,
    HelpersPlace,
    PersonPlace,
    ServicesPlace,
    YearPlace,
)
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.domain.response import Response, Responses
from kiosk.domain.session import Session
from tests.domain.samples import CHALLENGE, TODAY, graphs

FRESH = Session()
BEGUN = FRESH.go(FlowPlace("challenge"))
LARGE = Preferences("pl", TextSize.LARGE, Contrast.HIGH)


def answered(*answers: str) -> Session:
    session = BEGUN
    for question, answer in zip(("who", "decision", "letter-date"), answers, strict=False):
        session = session.answer(question, answer, CHALLENGE)
    return session


def test_a_visit_begins_at_the_attract_screen_with_nothing_said() -> None:
    assert FRESH.place == AttractPlace()
    assert FRESH.responses == Responses()
    assert FRESH.replay(CHALLENGE) is None


def test_going_somewhere_and_back_changes_nothing() -> None:
    assert BEGUN.go(PersonPlace()).place == PersonPlace()
    assert BEGUN.go(PersonPlace()).back(CHALLENGE) == BEGUN


def test_a_place_is_not_entered_twice_in_a_row() -> None:
    assert BEGUN.go(PersonPlace()).go(PersonPlace()) == BEGUN.go(PersonPlace())


def test_the_flow_goes_on_under_what_lies_on_top_of_it() -> None:
    looking = answered("parent").go(HelpersPlace()).go(ServicesPlace("sendiass"))
    assert looking.flow == FlowPlace("challenge")
    replay = looking.replay(CHALLENGE)
    assert replay is not None
    assert replay.responses == Responses((Response("who", "parent"),))


def test_an_answer_leads_on() -> None:
    replay = answered("parent", "nothing-yet").replay(CHALLENGE)
    assert replay is not None
    assert replay.at == ToOutcome("talk")


def test_answering_comes_back_to_the_flow_from_the_steps_of_choosing_a_date() -> None:
    choosing = answered("parent", "refused").go(YearPlace("letter-date"))
    session = choosing.answer("letter-date", TODAY, CHALLENGE)
    assert session.place == FlowPlace("challenge")
    assert session.responses.date_of("letter-date") == TODAY


def test_an_answer_outside_a_flow_is_kept_as_it_is() -> None:
    session = FRESH.answer("who", "parent", CHALLENGE)
    assert session.responses == Responses((Response("who", "parent"),))
    assert session.place == AttractPlace()


def test_changing_an_answer_keeps_the_later_ones_that_still_fit() -> None:
    session = answered("parent", "refused", "no-letter").change("who").answer("who", "young-person", CHALLENGE)
    assert [given_.answer for given_ in session.responses.given] == ["young-person", "refused", "no-letter"]


def test_changing_an_answer_drops_the_later_ones_that_do_not() -> None:
    session = answered("young-person", "left-school").change("who").answer("who", "parent", CHALLENGE)
    assert session.responses == Responses((Response("who", "parent"),))


def test_a_question_is_asked_again_from_wherever_its_answer_is_touched() -> None:
    changing = answered("parent", "nothing-yet").go(HelpersPlace()).change("who")
    assert changing.place == FlowPlace("challenge")
    replay = changing.replay(CHALLENGE)
    assert replay is not None
    assert isinstance(replay.at, Question)
    assert replay.at.id == "who"


def test_back_stops_changing_before_it_takes_anything_back() -> None:
    session = answered("parent", "nothing-yet")
    assert session.change("who").back(CHALLENGE) == session


def test_back_from_the_first_question_leaves_the_flow() -> None:
    assert BEGUN.back(CHALLENGE) == FRESH


def test_back_at_the_attract_screen_stays_there() -> None:
    assert FRESH.back(CHALLENGE) == FRESH


def test_another_council_is_chosen_without_losing_an_answer() -> None:
    """And the way back leads to where it was asked from, not through the list of councils."""
    asking = answered("parent").go(HelpersPlace())
    chosen = asking.go(CouncilsPlace()).go(CouncilsPlace("S")).live_in("E06000003")
    assert chosen == replace(asking, authority="E06000003")


def test_the_next_visitor_does_not_live_where_the_last_one_did() -> None:
    assert answered("parent").live_in("E06000003").end() == FRESH


def test_preferences_change_nothing_else() -> None:
    session = answered("parent").prefer(LARGE)
    assert session == replace(answered("parent"), preferences=LARGE)


def test_end_forgets_everything() -> None:
    everything = answered("parent", "refused").go(HelpersPlace("advice")).prefer(LARGE).change("who")
    assert everything.end() == FRESH


@given(graphs(), st.data())
def test_back_undoes_an_answer_on_every_walk(graph: FlowGraph, data: st.DataObject) -> None:
    session = BEGUN
    visited = [session]
    while isinstance((at := session.replay(graph)).at, Question):  # type: ignore[union-attr]
        answer = data.draw(st.sampled_from(list(graph.answers_to(at.at, at.responses, TODAY))))  # type: ignore[union-attr, arg-type]
        session = session.answer(at.at.id, answer, graph)  # type: ignore[union-attr]
        visited.append(session)
    for before in reversed(visited[:-1]):
        session = session.back(graph)
        assert session == before


@given(graphs(), st.data())
def test_whatever_is_touched_the_session_holds_no_answer_that_does_not_count(
    graph: FlowGraph, data: st.DataObject
) -> None:
    """And back, pressed often enough, always leads out; end always forgets."""
    session = BEGUN
    for _ in range(data.draw(st.integers(0, 12))):
        session = _touch(session, graph, data)
        replay = session.replay(graph)
        if replay is not None and session.changing is None:
            assert replay.responses == session.responses
    presses = len(session.trail) + len(session.responses.given) + 1
    out = session
    for _ in range(presses):
        out = out.back(graph)
    assert out == replace(FRESH, preferences=session.preferences)
    assert session.end() == FRESH


def _touch(session: Session, graph: FlowGraph, data: st.DataObject) -> Session:
    match data.draw(st.sampled_from(("answer", "change", "back", "look", "prefer", "begin"))):
        case "answer":
            return _answer(session, graph, data)
        case "change" if session.responses.given and session.flow:
            return session.change(data.draw(st.sampled_from(session.responses.given)).question)
        case "back":
            return session.back(graph)
        case "look":
            return session.go(data.draw(st.sampled_from((PersonPlace(), HelpersPlace()))))
        case "prefer":
            return session.prefer(LARGE)
        case "begin" if session.place == AttractPlace():
            return BEGUN
    return session


def _answer(session: Session, graph: FlowGraph, data: st.DataObject) -> Session:
    replay = session.replay(graph)
    if replay is None or not isinstance(replay.at, Question):
        return session
    answer = data.draw(st.sampled_from(list(graph.answers_to(replay.at, replay.responses, TODAY))))
    return session.answer(replay.at.id, answer, graph)
