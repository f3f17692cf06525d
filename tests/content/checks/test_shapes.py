"""Shapes: what nobody could have read from sources is said of content that was read from a database."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from kiosk.content.checks.shapes import MOST_LETTERS, MOST_WANTED, shapes
from kiosk.content.content import Content
from kiosk.content.language import Language
from kiosk.content.rereading import Origins
from kiosk.domain.outcome import RouteKind
from kiosk.domain.response import Condition
from kiosk.domain.text import Text
from tests.content.test_translations import WELSH, catalogue
from tests.samples import SPLIT, STOKE_FROM, Sample

ADVICE = "step.get-advice.text"
LONG = "x" * (MOST_LETTERS + 1)


def faults(content: Content) -> list[str]:
    read = replace(content, origins=Origins("content.db"))
    return [f"{problem.place}: {problem.message}" for problem in shapes(read)]


def saying(content: Content, words: dict[str, str]) -> Content:
    return replace(content, words={**content.words, "en": words})


def stepping(content: Content, **changes: Any) -> Content:
    steps = {**content.steps, "get-advice": replace(content.steps["get-advice"], **changes)}
    return replace(content, steps=steps)


def test_what_was_read_from_sources_has_every_shape(sample: Sample) -> None:
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    sample.add(WELSH, str(catalogue(sample)))
    assert faults(sample.content()) == []


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("", "Is empty."),
        (" \t", "Is empty."),
        ("One\ntwo", "Has a line break, a tab or another control character."),
        ("One\0two", "Has a line break, a tab or another control character."),
        (LONG, "Has 1001 letters; 1000 is the most."),
    ],
)
def test_words_are_a_line_that_says_something(sample: Sample, said: str, message: str) -> None:
    content = sample.content()
    words = {**content.words["en"], ADVICE: said}
    assert faults(saying(content, words))[0] == f"words en.{ADVICE}: {message}"


def test_english_has_an_end(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.checks.shapes.MOST_ENGLISH", 1_000)
    [fault] = faults(sample.content())
    assert fault.startswith("words en: English has ")
    assert fault.endswith(" letters in all; 1000 is the most.")


def test_a_term_has_few_forms(sample: Sample) -> None:
    content = sample.content()
    words = {**content.words["en"], "term.appeal.forms": "|".join(["appeal"] * 21)}
    assert faults(saying(content, words)) == ["term appeal: Is written in more than 20 forms."]


def test_a_text_has_words(sample: Sample) -> None:
    content = sample.content()
    words = {id_: said for id_, said in content.words["en"].items() if id_ != "content.title"}
    assert faults(saying(content, words)) == ["content title: The text “content.title” has no words."]


@pytest.mark.parametrize("variants", [set(), {"helper", "parent"}])
def test_a_text_has_the_variants_that_it_says(sample: Sample, variants: set[str]) -> None:
    content = sample.content()
    [fault, *_] = faults(stepping(content, title=Text("step.ask-council.title", frozenset(variants))))
    assert fault.startswith("step get-advice: The text “step.ask-council.title” has ")


WELSH_ = Language("cy", "Welsh", "Cymraeg", "ltr", complete=False, reviewed=False)


def test_a_language_says_truly_whether_it_is_complete(sample: Sample) -> None:
    content = sample.content()
    half = replace(content, languages=(*content.languages, WELSH_), words={**content.words, "cy": {}})
    assert faults(half) == []
    untrue = replace(half, languages=(content.languages[0], replace(WELSH_, complete=True)))
    assert faults(untrue) == ["language cy: Is said to be complete or not, and that is wrong."]


def test_a_language_says_nothing_that_english_does_not(sample: Sample) -> None:
    content = sample.content()
    more = replace(content, languages=(*content.languages, WELSH_), words={**content.words, "cy": {"more": "Mwy"}})
    assert faults(more) == ["language cy: English has no text “more”."]


@pytest.mark.parametrize("order", [(), (WELSH_,)])
def test_english_comes_first(sample: Sample, order: tuple[Language, ...]) -> None:
    content = replace(sample.content(), languages=order)
    assert faults(content) == ["language en: English has to be the first language."]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"id": "get advice"}, "“id”: Is no id."),
        ({"id": "x" * 121}, "“id”: Is no id."),
        ({"symbol": "../person"}, "“symbol”: Is no name of a symbol."),
        ({"role": " "}, "“role”: Is empty."),
        ({"role": b"council"}, "“role”: Is no text."),
        ({"symbol": None}, "“symbol”: Is no text."),
        ({"label": b"If you like"}, "Is no text."),
        ({"role": LONG}, "“role”: Has 1001 letters; 1000 is the most."),
        ({"when": Condition((("who", ("par ent",)),))}, "A condition names what is no id."),
        ({"when": Condition(((5, ("parent",)),))}, "A condition names what is no id."),
        (
            {"when": Condition((("who", ("parent",) * (MOST_WANTED + 1)),))},
            "A condition names more than 20 questions, or answers of one.",
        ),
        (
            {"when": Condition((("who", ("parent",)),) * (MOST_WANTED + 1))},
            "A condition names more than 20 questions, or answers of one.",
        ),
    ],
)
def test_a_step_has_its_shape(sample: Sample, changes: dict[str, Any], message: str) -> None:
    assert faults(stepping(sample.content(), **changes))[0].partition(": ")[2] == message


@pytest.mark.parametrize(
    ("sources", "message"),
    [
        ((), "“sources”: Names nothing."),
        (("L1", "L1"), "“sources”: Names the same thing twice."),
        (("L1", ""), "“sources”: Is empty."),
    ],
)
def test_a_fact_has_sources(sample: Sample, sources: tuple[str, ...], message: str) -> None:
    content = sample.content()
    fact = replace(content.steps["get-advice"].fact, sources=sources)
    assert faults(stepping(content, fact=fact))[0] == f"step get-advice: {message}"


def _spoken(content: Content) -> Content:
    return replace(content, languages=(replace(content.languages[0], direction="up"),))


def _untitled(content: Content) -> Content:
    rows = {id_: replace(row, title="") for id_, row in content.disagreements.rows.items()}
    return replace(content, disagreements=replace(content.disagreements, rows=rows))


def _used(content: Content) -> Content:
    used = {RouteKind.APPEAL: Condition((("who", ("no id",)),))}
    return replace(content, disagreements=replace(content.disagreements, used=used))


def _named_by_version(content: Content) -> Content:
    [rule] = content.rules["R-1"]
    return replace(content, rules={"R-1": (replace(rule, version="not so"),)})


def _without_version(content: Content) -> Content:
    return replace(content, rules={**content.rules, "R-2": ()})


def _explained(content: Content) -> Content:
    return replace(content, unavoidable=tuple(replace(term, reason="") for term in content.unavoidable))


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (_untitled, "row A1: “title”: Is empty."),
        (_spoken, "language en: “direction”: Has to be one of: ltr, rtl."),
        (_used, "used appeal: A condition names what is no id."),
        (_named_by_version, "rule R-1.not so: “version”: Is no id."),
        (_without_version, "rule R-2: Has no version."),
        (_explained, "unavoidable appeal: “reason”: Is empty."),
    ],
)
def test_everything_else_has_its_shape(sample: Sample, change: Callable[[Content], Content], fault: str) -> None:
    assert fault in faults(change(sample.content()))
