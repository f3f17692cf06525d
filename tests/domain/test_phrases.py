"""Phrases: what we ship has every one that the program needs, and says it plainly."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from kiosk.domain.phrases import PHRASES, phrases_with
from tests.domain.reference_deadlines import RULES

SHIPPED: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "phrases.toml").read_text(encoding="utf-8")
)["phrase"]


NEEDED = phrases_with(dict.fromkeys(name for rule in RULES.values() for name in rule.inputs))


def test_every_phrase_is_there_and_no_other() -> None:
    assert set(SHIPPED) == set(NEEDED)


def test_each_input_of_a_rule_is_asked_for_and_said() -> None:
    own = {"event-notice": frozenset[str](), "input-notice": frozenset[str](), "start-notice": frozenset({"date"})}
    assert phrases_with(["notice"]) == {**PHRASES, **own}


@pytest.mark.parametrize("name", NEEDED)
def test_a_phrase_has_its_placeholders(name: str) -> None:
    assert {field for _, field, _, _ in Formatter().parse(SHIPPED[name]) if field} == NEEDED[name]


@pytest.mark.parametrize("name", NEEDED)
def test_no_sentence_is_over_20_words_when_its_dates_are_filled_in(name: str) -> None:
    dates = dict.fromkeys(("date", "start", "end", "outer", "advised"), "Wednesday 23 September 2026")
    values = dict.fromkeys(NEEDED[name], "12") | dates
    for sentence in SHIPPED[name].format(**values).split(". "):
        assert len(sentence.split()) <= 20
