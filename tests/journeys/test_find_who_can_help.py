""" "Just show me who can help": services by what they do, without a single question."""

from __future__ import annotations

from collections.abc import Callable

from tests.helpers.visitor import BUTTONS, Visitor

BAR = {"Back", "Start again", "Listen", "Display", "Talk to a person", "More", "Up"}


def test_a_council_service_is_found_by_what_it_does(visitor: Visitor) -> None:
    """Three touches from the start to the number of the council's SENDIASS."""
    visitor.touches("Just show me who can help")
    visitor.touches("Free, independent advice")
    visitor.touches("SENDIASS")
    assert visitor.sees("01782 234701")


def test_what_many_ask_has_a_short_answer(visitor: Visitor) -> None:
    """Below the groups: what mediation is, what SENDIASS can do, and the like; each leads back."""
    visitor.touches("Just show me who can help")
    for question, answer in (
        ("What is mediation?", "a neutral person, called a mediator"),
        ("What is disagreement resolution, and how does it differ?", "It is not the same as mediation."),
        ("What is a mediation certificate?", "You need it before most appeals."),
        ("What does the SEND Tribunal do?", "independent of the council"),
        ("What is an ombudsman?", "looks at complaints about councils"),
        ("What can SENDIASS do for me?", "help you write"),
    ):
        visitor.touches(question)
        assert visitor.heading() == question
        assert visitor.sees(answer)
        visitor.touches("Back")


def test_every_group_role_and_service_can_be_reached_and_left(visit: Callable[..., Visitor]) -> None:
    """Nothing in the directory is a dead end: each screen has something to read, and Back leads home."""
    visitor = visit(authority="E06000003")
    visitor.touches("Just show me who can help")
    for group in _choices(visitor):
        visitor.touches(group)
        for role in _choices(visitor):
            visitor.touches(role)
            assert visitor.heading()
            assert len(visitor.names()) > len(BAR)
            visitor.touches("Back")
        visitor.touches("Back")
    visitor.touches("Back")
    assert visitor.heading() == "Do you disagree with a decision?"


def test_a_role_that_nobody_fills_says_how_to_find_it(visit: Callable[..., Visitor]) -> None:
    """Where no council is set, SENDIASS is still explained, and somebody national can be reached."""
    visitor = visit(authority="")
    visitor.touches("Just show me who can help")
    visitor.touches("Free, independent advice")
    visitor.touches("SENDIASS")
    assert visitor.sees("Every council must provide this free service")
    assert _choices(visitor)


def _choices(visitor: Visitor) -> list[str]:
    return [s.name for s in visitor.looks() if s.role in BUTTONS and s.name not in BAR]
