"""Back undoes one touch; Start again forgets everything."""

from __future__ import annotations

from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused


def test_back_from_the_outcome_leads_to_the_start_one_question_at_a_time(visitor: Visitor) -> None:
    """As many touches of Back as there are answers, and one more, end at the attract screen."""
    is_refused(visitor)
    headings = [visitor.heading()]
    while not headings[-1].startswith("Do you disagree"):
        visitor.touches("Back")
        headings.append(visitor.heading())
    assert len(headings) == 9
    assert len(set(headings)) == 9


def test_start_again_forgets_answers_and_how_things_were_shown(visitor: Visitor) -> None:
    """After Start again nothing is left of the visit."""
    visitor.touches("Display")
    visitor.touches("Largest")
    visitor.touches("Back")
    is_refused(visitor)
    visitor.touches("Start again")
    assert visitor.heading() == "Do you disagree with a decision?"
    assert visitor.session.session == type(visitor.session.session)()
    assert visitor.session.textScale == 1.0


def test_back_and_start_again_cannot_be_touched_where_there_is_nothing_to_undo(visitor: Visitor) -> None:
    """At the attract screen both are disabled."""
    assert not visitor.finds("Back").enabled
    assert not visitor.finds("Start again").enabled
