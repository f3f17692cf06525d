"""Walks over flows: every complete path, and the shortest way to each question and outcome."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from datetime import date

from kiosk.domain.flow import FlowGraph, Question, Replay
from kiosk.domain.response import Responses


def replays(graph: FlowGraph, flow: str, day: date) -> Iterator[Replay]:
    """Yield every place in a flow, the shortest ways first; date questions are answered with `day` and every option.

    Each replay ends at a question or where the flow ends; the flow must not loop.
    """
    waiting = deque([Responses()])
    while waiting:
        replay = graph.replay(flow, waiting.popleft())
        yield replay
        if isinstance(replay.at, Question):
            question = replay.at
            answers = graph.answers_to(question, replay.responses, day)
            waiting.extend(replay.responses.with_answer(question.id, answer) for answer in answers)


def shortest(graph: FlowGraph, flow: str, day: date) -> Iterator[Replay]:
    """Yield the shortest way to each question and each end of a flow."""
    seen: set[str] = set()
    for replay in replays(graph, flow, day):
        here = replay.at.id if isinstance(replay.at, Question) else repr(replay.at)
        if here not in seen:
            seen.add(here)
            yield replay
