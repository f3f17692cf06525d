"""Symbols: one that cannot be drawn is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

ADVICE = "steps/get-advice.toml"

RULES: Rules = {
    "a symbol": (
        ADVICE,
        'symbol = "support_agent"',
        'symbol = "support_agents"',
        "steps/get-advice.toml: There is no symbol “support_agents”. Did you mean “support_agent”?",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]
