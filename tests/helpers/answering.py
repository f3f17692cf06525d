"""Answering questions as the visitor does: by the words on the buttons."""

from __future__ import annotations

from datetime import date

from kiosk.content.edition import Edition
from kiosk.domain.flow import Question, Replay
from kiosk.domain.response import Response, Responses
from kiosk.guide.dates import long_date, month_year
from tests.helpers.visitor import Visitor


def answers_all(visitor: Visitor, edition: Edition, replay: Replay) -> None:
    """Answer every question on the way that a replay went."""
    given: tuple[Response, ...] = ()
    for question, response in zip(replay.asked, replay.responses.given, strict=True):
        so_far = edition.graph.replay(edition.store.first_flow, Responses(given))
        answers(visitor, edition, question, response.answer, so_far.audience)
        given = (*given, response)


def answers(visitor: Visitor, edition: Edition, question: Question, answer: str | date, audience: str) -> None:
    """Answer one question, by touching the words of the answer."""
    words = edition.store.words("en").for_audience(audience)
    assert visitor.heading() == words(question.text)
    if isinstance(answer, date):
        visitor.touches(month_year(words, answer))
        visitor.touches(long_date(words, answer))
        return
    option = question.option(answer)
    assert option is not None
    visitor.touches(words.for_audience(option.audience or audience)(option.text))
