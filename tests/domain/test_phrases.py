"""Phrases: what we ship has every one that the program needs, and says it plainly."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Formatter

import pytest

from kiosk.domain.phrases import PHRASES

SHIPPED: dict[str, str] = tomllib.loads(
    (Path(__file__).parents[2] / "data" / "phrases.toml").read_text(encoding="utf-8")
)["phrase"]


def test_every_phrase_is_there_and_no_other() -> None:
    assert set(SHIPPED) == set(PHRASES)


@pytest.mark.parametrize("name", PHRASES)
def test_a_phrase_has_its_placeholders(name: str) -> None:
    assert {field for _, field, _, _ in Formatter().parse(SHIPPED[name]) if field} == PHRASES[name]


@pytest.mark.parametrize("name", PHRASES)
def test_no_sentence_is_over_20_words_when_its_dates_are_filled_in(name: str) -> None:
    dates = dict.fromkeys(("date", "start", "end", "outer", "advised"), "Wednesday 23 September 2026")
    values = dict.fromkeys(PHRASES[name], "12") | dates
    for sentence in SHIPPED[name].format(**values).split(". "):
        assert len(sentence.split()) <= 20
