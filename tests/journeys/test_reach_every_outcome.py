"""Whatever happened to a family, they reach an answer: every outcome of every flow, through the real window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kiosk.domain.flow import Question
from kiosk.domain.walk import shortest
from tests.helpers.answering import answers_all
from tests.helpers.visitor import Visitor

LETTER = date(2026, 11, 2)


def test_every_outcome_is_reached_by_touch_and_shows_its_routes(visit: Callable[..., Visitor]) -> None:
    """Each outcome shows its sentence of relief, every step of its routes, and a date or that there is none."""
    visitor = visit()
    edition = visitor.session.edition
    reached = 0
    for replay in shortest(edition.graph, edition.store.first_flow, LETTER):
        if isinstance(replay.at, Question):
            continue
        visitor.touches("Touch here to start")
        answers_all(visitor, edition, replay)
        words = edition.store.words("en").for_audience(replay.audience)
        guidance = edition.guidance(replay.at.outcome, replay.responses)
        assert visitor.heading() == words(guidance.outcome.title)
        shown = visitor.names()
        assert guidance.routes
        for step in guidance.steps():
            assert words(step.step.title) in shown
        assert guidance.deadlines() or guidance.outcome.no_deadline or any(s.date_unknown for s in guidance.steps())
        visitor.touches("Start again")
        reached += 1
    assert reached == len(edition.store.outcomes())
