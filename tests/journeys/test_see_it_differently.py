"""Somebody cannot read it well: larger text, more contrast, at any moment, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.helpers.visitor import Visitor
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused


def test_larger_text_keeps_the_answers(visitor: Visitor) -> None:
    """Display, Largest, Back: the same outcome, larger."""
    is_refused(visitor)
    visitor.touches("Display")
    visitor.touches("Largest")
    visitor.touches("Back")
    assert visitor.heading() == "You can challenge this."
    assert visitor.session.textScale == 1.6


@pytest.mark.parametrize(("name", "brightest"), [("Black on white", True), ("Light on dark", False)])
def test_contrast_changes_the_ground(visitor: Visitor, name: str, brightest: bool) -> None:
    """Black on white has a white ground, light on dark a dark one."""
    visitor.touches("Display")
    visitor.touches(name)
    ground = visitor.photographs().pixelColor(2, 400)
    assert (ground.lightness() == 255) is brightest
    assert ground.lightness() > 250 or ground.lightness() < 60
