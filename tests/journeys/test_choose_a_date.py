"""The date on the letter, by touch: recent months first, further back in three steps, or not known."""

from __future__ import annotations

from tests.helpers.visitor import Visitor


def asked_for_the_date(visitor: Visitor) -> None:
    """Go to the question for the letter's date."""
    visitor.touches("Touch here to start")
    visitor.touches("I am a parent or carer")
    visitor.touches("Year 11 or younger")
    visitor.touches("The council")
    visitor.touches("Is stopping the EHC plan")


def test_days_still_to_come_cannot_be_chosen(visitor: Visitor) -> None:
    """On 23 November 2026 a letter can be of today, not of tomorrow."""
    asked_for_the_date(visitor)
    visitor.touches("November 2026")
    assert visitor.finds("Monday 23 November 2026").enabled
    assert not visitor.finds("Tuesday 24 November 2026").enabled
    visitor.touches("Tuesday 24 November 2026")
    assert visitor.sees("Touch the day in November 2026")


def test_a_date_further_back_takes_year_month_and_day(visitor: Visitor) -> None:
    """Before that, 2025, December, the 1st."""
    asked_for_the_date(visitor)
    visitor.touches("Before that")
    visitor.touches("2025")
    visitor.touches("December")
    visitor.touches("Monday 1 December 2025")
    assert visitor.sees("1 December 2025")


def test_months_still_to_come_cannot_be_chosen(visitor: Visitor) -> None:
    """In November, December of this year is not there to touch."""
    asked_for_the_date(visitor)
    visitor.touches("Before that")
    visitor.touches("2026")
    assert visitor.finds("November").enabled
    assert not visitor.finds("December").enabled


def test_the_date_may_be_unknown(visitor: Visitor) -> None:
    """Without a date the outcome says what to do today."""
    asked_for_the_date(visitor)
    visitor.touches("I do not know the date")
    visitor.touches("No, not yet")
    assert visitor.sees("today")
    assert not visitor.sees("How we worked it out")


def test_back_undoes_one_step_of_choosing(visitor: Visitor) -> None:
    """From the days back to the question, with nothing lost."""
    asked_for_the_date(visitor)
    question = visitor.heading()
    visitor.touches("November 2026")
    visitor.touches("Back")
    assert visitor.heading() == question
    assert "November 2026" in visitor.buttons()
