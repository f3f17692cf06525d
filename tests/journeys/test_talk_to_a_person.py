"""A person is one touch away on every screen."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.config import Config, Person
from tests.helpers.visitor import Visitor

DESK = Config(
    person=Person(where="Ask at the desk by the door", when="Monday to Friday, 9am to 5pm", phone="01632 960 000")
)


def test_where_and_when_come_from_the_settings(visit: Callable[..., Visitor]) -> None:
    """The screen says where to go, when somebody is there, and the number to ring."""
    visitor = visit(config=DESK)
    visitor.touches("Touch here to start")
    visitor.touches("Talk to a person")
    for words in (DESK.person.where, DESK.person.when, DESK.person.phone):
        assert visitor.sees(words)


def test_back_returns_to_the_question(visit: Callable[..., Visitor]) -> None:
    """Asking about a person loses no answer."""
    visitor = visit(config=DESK)
    visitor.touches("Touch here to start")
    visitor.touches("I am a parent or carer")
    before = visitor.heading()
    visitor.touches("Talk to a person")
    visitor.touches("Back")
    assert visitor.heading() == before
