"""The answers that led somewhere, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kiosk.domain.flow import Question, Replay
from kiosk.domain.response import Response
from kiosk.domain.text import Words
from kiosk.guide.dates import short_date


@dataclass(frozen=True)
class Answered:
    """One question answered: its id, its words, and the answer in a word or two."""

    question: str
    asked: str
    answer: str


def answer_chip(words: Words, question: Question, response: Response) -> str:
    """Return an answer in a word or two: an option's chip, or a date.

    Raises LookupError for an option that the question does not have.
    """
    if isinstance(response.answer, date):
        return short_date(words, response.answer)
    option = question.option(response.answer)
    if option is None:
        raise LookupError(f"{question.id} has no option {response.answer}")
    return words(option.chip)


def answers(words: Words, replay: Replay) -> tuple[Answered, ...]:
    """Return every answer on the way, oldest first."""
    given = zip(replay.asked, replay.responses.given, strict=True)
    return tuple(Answered(q.id, words(q.text), answer_chip(words, q, response)) for q, response in given)
