"""Somebody touched the wrong thing: any earlier answer is changed by touching it."""

from __future__ import annotations

from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused


def test_changing_the_date_leads_straight_back_to_the_outcome(visitor: Visitor) -> None:
    """Only the changed question is asked again; the later answers still fit and are kept."""
    is_refused(visitor)
    visitor.touches("16 October 2026")
    assert visitor.heading() == "What date is on the letter?"
    visitor.touches("November 2026")
    visitor.touches("Friday 20 November 2026")
    assert visitor.heading() == "You can challenge this."
    assert visitor.sees("Wednesday 20 January")


def test_changing_who_is_asking_changes_the_words(visitor: Visitor) -> None:
    """A young person is spoken to about their own plan; the parent's answer about age no longer counts."""
    is_refused(visitor)
    visitor.touches("Parent or carer")
    visitor.touches("I am the young person")
    assert visitor.heading() == "You can challenge this."
    assert visitor.sees("will not assess you")
    assert not visitor.sees("your child")


def test_back_keeps_the_answer_when_nothing_was_changed(visitor: Visitor) -> None:
    """Touching an answer by mistake and then Back loses nothing."""
    is_refused(visitor)
    visitor.touches("The council")
    visitor.touches("Back")
    assert visitor.heading() == "You can challenge this."
