"""The answers that led somewhere, in words."""

from __future__ import annotations

import pytest

from kiosk.domain.response import Response, Responses
from kiosk.guide.why import Answered, answer_chip, answers
from tests.domain.samples import CHALLENGE, LETTER_DATE, TODAY, english

WORDS = english()


def test_an_answer_is_said_in_a_word_or_two() -> None:
    assert answer_chip(WORDS, LETTER_DATE, Response("letter-date", "not-known")) == "option.not-known.chip"
    assert answer_chip(WORDS, LETTER_DATE, Response("letter-date", TODAY)) == "23 November 2026"


def test_an_option_that_does_not_exist_is_a_bug() -> None:
    with pytest.raises(LookupError, match="letter-date has no option unheard-of"):
        answer_chip(WORDS, LETTER_DATE, Response("letter-date", "unheard-of"))


def test_every_answer_on_the_way_is_said_to_whoever_is_asking() -> None:
    given = (Response("who", "young-person"), Response("decision", "refused"), Response("letter-date", TODAY))
    replay = CHALLENGE.replay("challenge", Responses(given))
    assert answers(WORDS.for_audience(replay.audience), replay) == (
        Answered("who", "question.who", "option.young-person.chip"),
        Answered("decision", "question.decision@young-person", "option.refused.chip"),
        Answered("letter-date", "question.letter-date", "23 November 2026"),
    )
