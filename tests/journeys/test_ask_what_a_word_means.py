"""A word of law is explained by a touch, where it is met, and nothing is lost."""

from __future__ import annotations

from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused


def test_a_word_of_a_question_is_explained(visitor: Visitor) -> None:
    """Asked for a mediation certificate, the visitor touches the word and goes back to the question."""
    visitor.touches("Touch here to start")
    for name in ("I am a parent or carer", "Year 11 or younger", "The council"):
        visitor.touches(name)
    visitor.touches("Said no to an assessment or an EHC plan")
    visitor.touches("They will not assess my child")
    visitor.touches("I do not know the date")
    question = visitor.heading()
    visitor.touches("Mediation certificate")
    assert visitor.heading() == "What is a mediation certificate?"
    assert visitor.sees("contacted the mediation adviser")
    visitor.touches("Back")
    assert visitor.heading() == question


def test_the_words_of_an_outcome_are_explained(visitor: Visitor) -> None:
    """At the outcome, mediation, the Tribunal and disagreement resolution can all be asked for."""
    is_refused(visitor)
    for name in ("Mediation", "SEND Tribunal", "Disagreement resolution", "SENDIASS"):
        assert name in visitor.buttons()


def test_one_explanation_leads_to_another_and_back(visitor: Visitor) -> None:
    """From disagreement resolution to mediation, and two touches of Back return to the outcome."""
    is_refused(visitor)
    visitor.touches("Disagreement resolution")
    visitor.touches("Mediation")
    assert visitor.heading() == "What is mediation?"
    visitor.touches("Back")
    visitor.touches("Back")
    assert visitor.heading() == "You can challenge this."
