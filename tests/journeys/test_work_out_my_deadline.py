"""Somebody needs a date and no more: what it is for, when it happened, and by when something has to be done."""

from __future__ import annotations

from tests.helpers.visitor import Visitor


def needs_a_date(visitor: Visitor, *answers: str) -> None:
    """Begin from the first screen and answer."""
    visitor.touches("Work out my deadline")
    for answer in answers:
        visitor.touches(answer)


def appeals(visitor: Visitor, *answers: str) -> None:
    """Ask for the date of an appeal, the letter being of 16 October 2026."""
    which = ("An appeal or a claim, at a tribunal or court", "An appeal to the SEND Tribunal")
    needs_a_date(visitor, *which, "October 2026", "Friday 16 October 2026", *answers)


def test_the_date_of_an_appeal_with_its_working(visitor: Visitor) -> None:
    """Five touches after the first: the day, how much time is left, and how it was worked out."""
    appeals(visitor, "Not yet, or I do not know")
    assert visitor.heading() == "An appeal to the SEND Tribunal"
    assert visitor.sees("Wednesday 16 December 2026")
    assert visitor.sees("23 days left. Aim to do it several days earlier.")
    visitor.touches("How we worked it out")
    assert visitor.sees("The letter is dated Friday 16 October 2026.")


def test_a_certificate_makes_it_later(visitor: Visitor) -> None:
    """One month from the certificate, where that is later."""
    appeals(visitor, "November 2026", "Friday 20 November 2026")
    assert visitor.sees("Monday 21 December 2026")


def test_one_date_gives_all_that_the_council_has_to_keep(visitor: Visitor) -> None:
    """A request has three time limits; those that are past say what can be done."""
    which = ("How long the council may take", "How long the council has to make an EHC plan")
    needs_a_date(visitor, *which, "The council got the request", "September 2026", "Tuesday 1 September 2026")
    assert visitor.sees("The council must decide by this day whether to assess")
    assert visitor.sees("They are late.")
    assert visitor.sees("The council must send the final EHC plan by this day")


def test_a_move_may_be_still_to_come(visitor: Visitor) -> None:
    """Next September is there to touch, and the plan has to be ready long before it."""
    needs_a_date(visitor, "How long the council may take", "A new school or college", "Another month", "2027")
    visitor.touches("September")
    visitor.touches("Wednesday 1 September 2027")
    assert visitor.sees("Sunday 14 February 2027")


def test_school_days_are_the_schools_to_say(visitor: Visitor) -> None:
    """No date is made up: the screen says how many school days, and whose calendar decides."""
    which = ("Sent home, a school place, or travel", "When a school excludes a child", "The governors were told")
    needs_a_date(visitor, *which, "November 2026", "Monday 2 November 2026")
    assert visitor.sees("15 school days")
    assert visitor.sees("The school’s own calendar decides this date.")


def test_a_date_that_is_not_known_is_asked_for(visitor: Visitor) -> None:
    """Nothing is worked out, and it is said what is needed."""
    needs_a_date(visitor, "Mediation", "Contact with the mediation adviser", "I do not know the date")
    assert visitor.sees("What is the date on the council’s letter?")
    assert not visitor.sees("How we worked it out")


def test_whoever_helps_is_one_touch_away(visitor: Visitor) -> None:
    """Free, independent advice, with its code."""
    appeals(visitor, "Not yet, or I do not know")
    visitor.touches("Stoke SENDIASS")
    assert visitor.sees("Make it bigger")


def test_from_a_date_on_to_everything_that_can_be_done(visitor: Visitor) -> None:
    """The questions begin, with nothing answered."""
    appeals(visitor, "Not yet, or I do not know")
    visitor.touches("See everything you can do")
    assert visitor.heading() == "Who is asking?"
    assert not visitor.sees("16 October 2026")
    visitor.touches("Back")
    assert visitor.heading() == "Do you disagree with a decision?"


def test_an_answer_can_be_changed(visitor: Visitor) -> None:
    """A touch on the date asks for it again."""
    appeals(visitor, "Not yet, or I do not know")
    visitor.touches("16 October 2026")
    visitor.touches("November 2026")
    visitor.touches("Monday 2 November 2026")
    assert visitor.sees("Monday 4 January 2027")
