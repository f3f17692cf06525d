"""Translations: what is stale is not said, and a language is offered only when it is complete."""

from __future__ import annotations

from collections.abc import Mapping

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.content.checks import check
from kiosk.content.language import Language
from tests.samples import TODAY, Sample

WELSH = "translations/cy.po"
HEADERS = {"Language": "cy", "X-Name": "Welsh", "X-Endonym": "Cymraeg", "X-Direction": "ltr", "X-Reviewed": "yes"}


def catalogue(sample: Sample, headers: Mapping[str, str] = HEADERS) -> polib.POFile:
    """Return a translation of every text, as a translator would save it."""
    made = polib.POFile()
    made.metadata = {"Content-Type": "text/plain; charset=UTF-8", **headers}
    for words_id, words in sample.content().words["en"].items():
        made.append(polib.POEntry(msgctxt=words_id, msgid=words, msgstr=f"{words} (cy)"))
    return made


@pytest.fixture(scope="module")
def welsh_words(scratch: Sample) -> str:
    """A translation as it stands in its file."""
    return str(catalogue(scratch))


def entry(made: polib.POFile, words_id: str) -> polib.POEntry:
    return next(each for each in made if each.msgctxt == words_id)


def welsh(sample: Sample) -> Language:
    [_, language] = sample.content().languages
    return language


def untranslated(sample: Sample) -> list[str]:
    return [str(problem) for problem in check(sample.content(), TODAY).incomplete]


def test_english_alone_is_complete(sample: Sample) -> None:
    assert sample.content().languages == (Language("en", "English", "English", "ltr", True, True),)


def test_a_language_with_every_text_is_complete(sample: Sample) -> None:
    sample.add(WELSH, str(catalogue(sample)))
    assert welsh(sample) == Language("cy", "Welsh", "Cymraeg", "ltr", complete=True, reviewed=True)
    assert sample.content().words["cy"]["content.title"] == "Disagreeing (cy)"
    assert untranslated(sample) == []


def test_names_and_review_can_be_left_out(sample: Sample) -> None:
    made = catalogue(sample, {"Language": "cy", "X-Endonym": "Cymraeg"})
    sample.add(WELSH, str(made))
    assert welsh(sample) == Language("cy", "Cymraeg", "Cymraeg", "ltr", complete=True, reviewed=False)


@pytest.mark.parametrize("spoil", ["stale", "empty", "fuzzy", "obsolete"])
def test_a_text_that_is_not_translated_makes_a_language_incomplete(sample: Sample, spoil: str) -> None:
    made = catalogue(sample)
    spoiled = entry(made, "step.get-advice.text")
    if spoil == "stale":
        spoiled.msgid = "It was free."
    elif spoil == "empty":
        spoiled.msgstr = ""
    elif spoil == "fuzzy":
        spoiled.flags.append("fuzzy")
    else:
        spoiled.obsolete = True
    sample.add(WELSH, str(made))
    assert not welsh(sample).complete
    assert "step.get-advice.text" not in sample.content().words["cy"]
    [line] = untranslated(sample)
    assert line.startswith("translations/cy.po: header: 1 of ")
    assert "the first “step.get-advice.text”" in line


def test_a_text_that_is_gone_is_left_out(sample: Sample) -> None:
    made = catalogue(sample)
    made.append(polib.POEntry(msgctxt="step.gone.text", msgid="Gone", msgstr="Wedi mynd"))
    made.append(polib.POEntry(msgid="No id", msgstr="Dim"))
    sample.add(WELSH, str(made))
    assert welsh(sample).complete
    assert sample.problems() == []


def test_a_text_translated_twice_is_a_problem(sample: Sample) -> None:
    made = catalogue(sample)
    made.append(polib.POEntry(msgctxt="content.title", msgid="Disagreeing", msgstr="Eto"))
    sample.add(WELSH, str(made))
    assert sample.problems() == ["translations/cy.po: content.title: is translated twice. Keep one."]


def test_a_phrase_keeps_its_placeholders_in_every_language(sample: Sample) -> None:
    made = catalogue(sample)
    entry(made, "phrase.month-year").msgstr = "{mis} {year}"
    sample.add(WELSH, str(made))
    assert sample.problems() == ["translations/cy.po: phrase.month-year: The placeholders have to be: {month}, {year}."]


@pytest.mark.parametrize(
    ("header", "value", "problem"),
    [
        ("Language", "", "header: “Language” is missing."),
        ("Language", "fr", "header, Language: The language “fr” is not the file’s name. Make them the same."),
        ("X-Endonym", "", "header: “X-Endonym” is missing."),
        ("X-Direction", "up", "header, X-Direction: “up” is not known here. Known are: ltr, rtl."),
        ("X-Reviewed", "true", "header, X-Reviewed: “true” is not known here. Known are: no, yes."),
    ],
)
def test_a_wrong_header_is_named(sample: Sample, header: str, value: str, problem: str) -> None:
    sample.add(WELSH, str(catalogue(sample, {**HEADERS, header: value})))
    assert sample.problems() == [f"translations/cy.po: {problem}"]


def test_english_is_not_translated_into_english(sample: Sample) -> None:
    sample.add("translations/en.po", str(catalogue(sample, {**HEADERS, "Language": "en"})))
    assert sample.problems() == [
        "translations/en.po: header, Language: English stands in the other files. Take this one out."
    ]


def test_a_file_that_is_no_catalogue_is_named(sample: Sample) -> None:
    sample.add(WELSH, "Dim byd")
    assert sample.problems() == ["translations/cy.po: This is not a PO file: Syntax error in po file (line 1)."]


def test_a_translation_is_one_line(sample: Sample) -> None:
    made = catalogue(sample)
    entry(made, "content.title").msgstr = "Un\ndau"
    sample.add(WELSH, str(made))
    assert sample.problems() == [
        "translations/cy.po: content.title: has a line break, a tab or another control character. Write one line."
    ]


def test_a_file_that_is_no_text_is_named(sample: Sample) -> None:
    sample.add(WELSH, b"\xff")
    assert sample.problems() == ["translations/cy.po: This file is not UTF-8 text: line 1 is wrong. Save it as UTF-8."]


@settings(deadline=None, max_examples=50)
@given(junk=st.text(max_size=60), at=st.integers(0, 2000))
def test_no_text_raises_anything_else(scratch: Sample, welsh_words: str, junk: str, at: int) -> None:
    scratch.add(WELSH, welsh_words[:at] + junk + welsh_words[at:])
    try:
        scratch.problems()
    finally:
        scratch.remove(WELSH)
