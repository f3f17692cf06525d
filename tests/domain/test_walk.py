"""Walks over flows: nothing that can be reached is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.flow import FlowGraph, Question, ToOutcome
from kiosk.domain.response import Responses
from kiosk.domain.walk import replays, shortest
from tests.domain.samples import CHALLENGE, TODAY, graphs


def test_every_complete_path_is_walked() -> None:
    ends = [each for each in replays(CHALLENGE, "challenge", TODAY) if isinstance(each.at, ToOutcome)]
    paths = {tuple(str(given_.answer) for given_ in each.responses.given) for each in ends}
    assert len(paths) == len(ends) == 17
    assert ("young-person", "wrong-plan", "2026-11-23", "none") in paths


def test_the_shortest_way_is_found_to_each_question_and_outcome() -> None:
    ways = {
        each.at.id if isinstance(each.at, Question) else each.at.outcome: len(each.asked)
        for each in shortest(CHALLENGE, "challenge", TODAY)
    }
    assert ways == {"who": 0, "decision": 1, "letter-date": 2, "certificate-date": 3, "talk": 2, "appeal": 3}


@given(graphs(), st.data())
def test_wherever_somebody_can_get_a_shortest_way_leads(any_graph: FlowGraph, data: st.DataObject) -> None:
    found = {each.at for each in shortest(any_graph, "challenge", TODAY)}
    at = any_graph.replay("challenge", Responses())
    while isinstance(at.at, Question):
        assert at.at in found
        answer = data.draw(st.sampled_from(list(any_graph.answers_to(at.at, at.responses, TODAY))))
        at = any_graph.replay("challenge", at.responses.with_answer(at.at.id, answer))
    assert at.at in found
