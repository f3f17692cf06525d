"""Texts: what is said, by a stable id, in the words of whoever is asking."""

from __future__ import annotations

import pytest

from kiosk.domain.text import Text, Words

WORDS = Words("en", {"a": "any", "a@young-person": "you", "phrase.left": "{count} days left"}.__getitem__)


def test_a_text_is_said_to_parents_until_somebody_else_is_asking() -> None:
    assert WORDS(Text("a", frozenset({"young-person"}))) == "any"
    assert WORDS.for_audience("young-person")(Text("a", frozenset({"young-person"}))) == "you"


def test_an_audience_without_words_of_its_own_gets_everybodys() -> None:
    assert WORDS.for_audience("helper")(Text("a", frozenset({"young-person"}))) == "any"


def test_no_text_says_nothing() -> None:
    assert WORDS(None) == ""


def test_a_phrase_is_filled_in() -> None:
    assert WORDS.phrase("left", count=3) == "3 days left"


def test_words_that_are_missing_are_a_bug() -> None:
    with pytest.raises(KeyError):
        WORDS(Text("b"))
