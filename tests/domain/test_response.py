"""Responses, and conditions over them."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.domain.response import ALWAYS, Response, Responses
from tests.domain.samples import when

DAY = date(2026, 11, 2)
GIVEN = Responses((Response("who", "parent"), Response("letter-date", DAY)))


def test_an_answer_is_found_by_its_question() -> None:
    assert GIVEN.answer_to("who") == "parent"
    assert GIVEN.answer_to("why") is None


def test_a_date_is_a_date_only_where_one_was_given() -> None:
    assert GIVEN.date_of("letter-date") == DAY
    assert GIVEN.date_of("who") is None
    assert GIVEN.date_of("why") is None


def test_answering_anew_keeps_the_place_of_the_answer() -> None:
    assert GIVEN.with_answer("who", "helper").given == (Response("who", "helper"), Response("letter-date", DAY))


def test_a_new_answer_comes_last() -> None:
    assert GIVEN.with_answer("why", "late").given[-1] == Response("why", "late")


def test_only_keeps_these_questions_in_their_order() -> None:
    assert GIVEN.only(["letter-date", "why", "who"]).given == GIVEN.given[::-1]


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        (ALWAYS, True),
        (when(who="parent"), True),
        (when(who="helper"), False),
        (when(who=("helper", "parent")), True),
        (when(who="answered"), True),
        (when(who="dated"), False),
        (when(letter_date="answered"), True),
        (when(letter_date="dated"), True),
        (when(letter_date="not-known"), False),
        (when(why="answered"), False),
        (when(who="parent", letter_date="dated"), True),
        (when(who="parent", why="answered"), False),
    ],
)
def test_a_condition_holds_when_every_question_of_it_has_one_of_its_values(condition, holds) -> None:
    assert condition.holds(GIVEN) is holds


def test_a_condition_knows_what_it_looks_at() -> None:
    assert when(who="parent", why="late").questions() == ("who", "why")
