"""A parent has a letter: the council will not assess their child. What now, and by when?"""

from __future__ import annotations

from tests.helpers.visitor import Visitor


def is_refused(visitor: Visitor) -> None:
    """Go from the attract screen to the outcome for a letter of 16 October 2026."""
    visitor.touches("Touch here to start")
    visitor.touches("I am a parent or carer")
    visitor.touches("Year 11 or younger")
    visitor.touches("The council")
    visitor.touches("Said no to an assessment or an EHC plan")
    visitor.touches("They will not assess my child")
    visitor.touches("October 2026")
    visitor.touches("Friday 16 October 2026")
    visitor.touches("No, not yet")


def test_a_parent_learns_what_to_do_in_which_order_and_by_which_date(visitor: Visitor) -> None:
    """The outcome says that it can be challenged, shows the date, and begins with free, independent help."""
    is_refused(visitor)
    assert visitor.heading() == "You can challenge this."
    assert visitor.sees("Wednesday 16 December")
    shown = visitor.names()
    talk, contact = shown.index("Talk to SENDIASS"), shown.index("Contact the mediation adviser")
    assert talk < contact
    assert "You must do this before you appeal" in shown


def test_the_service_of_a_step_is_one_touch_away(visitor: Visitor) -> None:
    """Touching the service of the first step shows its number large, with a code."""
    is_refused(visitor)
    visitor.touches("Stoke SENDIASS")
    assert visitor.heading() == "Stoke SENDIASS"
    assert visitor.sees("01782 234701")


def test_the_working_of_the_date_is_shown(visitor: Visitor) -> None:
    """ "How we worked it out" names the letter's date, the sum, and says to aim earlier."""
    is_refused(visitor)
    visitor.touches("How we worked it out")
    assert visitor.sees("Friday 16 October 2026")
    assert visitor.sees("Wednesday 16 December 2026")
    assert visitor.sees("several days earlier")


def test_why_am_i_seeing_this_gives_the_answers_and_the_law(visitor: Visitor) -> None:
    """The reasons are the visitor's own answers, the rule in words, and where the law stands."""
    is_refused(visitor)
    visitor.touches("Why am I seeing this?")
    assert visitor.sees("16 October 2026")
    assert visitor.sees("section 51")


def test_what_to_say_on_the_phone_is_there(visitor: Visitor) -> None:
    """Two sentences, as the visitor would speak them."""
    is_refused(visitor)
    assert visitor.sees("What you can say on the phone")
    assert visitor.sees("“The council")


def test_an_old_letter_is_not_the_end(visitor: Visitor) -> None:
    """When the day has passed, the screen says that a late appeal can still be asked for."""
    visitor.touches("Touch here to start")
    for name in ("I am a parent or carer", "Year 11 or younger", "The council"):
        visitor.touches(name)
    visitor.touches("Said no to an assessment or an EHC plan")
    visitor.touches("They will not assess my child")
    visitor.touches("Before that")
    visitor.touches("2026")
    visitor.touches("June")
    visitor.touches("Tuesday 2 June 2026")
    visitor.touches("No, not yet")
    assert visitor.sees("it is not over")
    assert not visitor.sees("days left")
