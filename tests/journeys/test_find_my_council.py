"""The visitor lives somewhere else: their own council's services, for this visit only."""

from __future__ import annotations

from tests.helpers.visitor import Visitor


def lives_in(visitor: Visitor, region: str, council: str) -> None:
    """Choose a council from the attract screen."""
    visitor.touches("Find another council")
    visitor.touches(region)
    visitor.touches(council)


def test_another_council_s_services_are_shown(visitor: Visitor) -> None:
    """A family from Leeds at a kiosk in Stoke is given Leeds's SENDIASS."""
    lives_in(visitor, "Yorkshire and The Humber", "Leeds")
    assert visitor.sees("Leeds · SEND")
    visitor.touches("Just show me who can help")
    visitor.touches("Free, independent advice")
    visitor.touches("SENDIASS")
    assert visitor.sees("0113 378 5020")


def test_it_is_forgotten_with_the_visit(visitor: Visitor) -> None:
    """After Start again the kiosk speaks for the council it stands in."""
    lives_in(visitor, "Yorkshire and The Humber", "Leeds")
    visitor.touches("Start again")
    assert visitor.sees("Stoke-on-Trent · SEND")


def test_back_changes_nothing(visitor: Visitor) -> None:
    """Looking at the regions and going back leaves the council as it was."""
    visitor.touches("Find another council")
    visitor.touches("London")
    visitor.touches("Back")
    visitor.touches("Back")
    assert visitor.sees("Stoke-on-Trent · SEND")
