"""Phrases: one that is missing, idle, or cannot be filled is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

RULES: Rules = {
    "a phrase that is missing": (
        "phrases.toml",
        'month-3 = "month-3"\n',
        "",
        "phrases.toml: phrase: “month-3” is missing.",
    ),
    "a phrase that nobody says": (
        "phrases.toml",
        "[phrase]\n",
        '[phrase]\nmonth-13 = "Undecimber"\n',
        "phrases.toml: phrase, month-13: The program says no such phrase. Did you mean “month-3”?",
    ),
    "a placeholder too few": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month}",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
    "a placeholder too many": (
        "phrases.toml",
        'month-3 = "month-3"',
        'month-3 = "{month}"',
        "phrases.toml: phrase, month-3: The placeholders have to be: none.",
    ),
    "a placeholder with a form": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month} {year:>9}",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
    "a placeholder that does not close": (
        "phrases.toml",
        "month-year {month} {year}",
        "month-year {month} {year",
        "phrases.toml: phrase, month-year: The placeholders have to be: {month}, {year}.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]
