"""What is told of the content: all of it empty where there is none."""

from __future__ import annotations

from datetime import date

from kiosk.config import Config, Person
from kiosk.content.edition import Edition
from kiosk.qt.about import AboutViewModel

PERSON = Person("At the desk", "9am to 5pm", "01632 960 001")


def values(about: AboutViewModel) -> list[str]:
    return [about.property(name) for name in ("council", "notice", "contentDate", "freshness", "today")]


def test_without_content_there_is_still_a_person() -> None:
    about = AboutViewModel(Config(person=PERSON))
    assert values(about) == [""] * 5
    assert (about.property("where"), about.property("phone")) == ("At the desk, 9am to 5pm", "01632\xa0960\xa0001")


def test_with_content(edition: Edition) -> None:
    about = AboutViewModel(Config(person=PERSON), edition, "en", date(2027, 3, 24))
    date_words, today = "date-short 23 date-month-11 2026", "date-short 24 date-month-3 2027"
    assert values(about) == ["Stoke-on-Trent", "", date_words, "old", today]
