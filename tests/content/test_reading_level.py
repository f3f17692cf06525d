"""The reading level: syllables of words that families meet, terms, and the grade worked out by hand."""

from __future__ import annotations

import pytest

from kiosk.content.reading_level.grade import level, sentences
from kiosk.content.reading_level.syllables import syllables
from kiosk.content.reading_level.unavoidable import Unavoidables

SYLLABLES = {
    1: "a I the plan school help date month week ask right time moved asked school’s rules real reach year you yes",
    2: "advice council appeal decide wanted refused settled needed letters nurses changes people being safely",
    3: "tribunal decision agreement disabled employer earlier evidence idea nursery receiving everyone unlawful",
    4: "mediation certificate education situation january february necessary academy independent",
    5: "university discrimination disability opportunity immediately examination individual",
}
"""Counted by saying each word aloud."""


@pytest.mark.parametrize(("count", "words"), SYLLABLES.items())
def test_syllables_are_counted_as_they_are_said(count: int, words: str) -> None:
    assert {word: syllables(word) for word in words.split()} == dict.fromkeys(words.split(), count)


def test_letters_said_one_by_one_count_one_each() -> None:
    assert (syllables("NHS"), syllables("I"), syllables("EHC")) == (3, 1, 3)


def test_a_word_without_a_vowel_is_one_syllable() -> None:
    assert syllables("Mrs") == 1


def test_sentences_end_at_a_full_stop_a_question_or_a_call() -> None:
    assert sentences("Is it late? Ask (now!) It is free.") == ["Is it late?", "Ask (now!", "It is free."]
    assert sentences("A title") == ["A title"]


def test_the_grade_is_that_of_flesch_and_kincaid() -> None:
    # 2 sentences, 8 words, 10 syllables: 0.39 x 4 + 11.8 x 1.25 - 15.59
    assert level(["You can appeal today.", "It is free now."], Unavoidables([])).grade == pytest.approx(0.72)


def test_the_longest_words_are_named_longest_first() -> None:
    assert level(["An independent mediation adviser is free."], Unavoidables([])).longest == (
        "independent",
        "mediation",
        "adviser",
    )


def test_numbers_forms_and_addresses_are_short() -> None:
    assert level(["Send SEND35A to iass@stoke.gov.uk by 2027."], Unavoidables([])).longest[0] == "Send"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Ask for mediation.", ["Ask", "for", "it"]),
        ("Mediation’s end", ["it", "end"]),
        ("A mediation adviser’s certificate", ["A", "it", "certificate"]),
        ("Two mediation advisers, two mediations", ["Two", "it", "two", "it"]),
        ("Ask Stoke-on-Trent.", ["Ask", "it"]),
        ("The mediation room of an adviser", ["The", "it", "room", "of", "an", "adviser"]),
    ],
)
def test_a_term_is_one_short_word(sentence: str, words: list[str]) -> None:
    terms = Unavoidables(["mediation", "Mediation adviser", "Stoke-on-Trent"])
    assert terms.shortened(sentence) == words
