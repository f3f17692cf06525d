"""Texts: what is not said plainly is said to its author."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

ADVICE = "steps/get-advice.toml"

RULES: Rules = {
    "short sentences": (
        ADVICE,
        'text = "It is free."',
        f'text = "Yes. {"so " * 20}free."',
        f"steps/get-advice.toml: text: A sentence has 21 words: “{'so ' * 20}free.” Use 20 at most.",
    ),
    "curly quotes": (
        ADVICE,
        "It is free.",
        "It's free.",
        "steps/get-advice.toml: text: Has a straight quote. Write ‘ ’ or “ ”.",
    ),
    "single spaces": (
        ADVICE,
        "It is free.",
        "It is  free.",
        "steps/get-advice.toml: text: Has a space too many.",
    ),
    "your child, to a young person": (
        ADVICE,
        'text = "It is free."',
        'text = { parent = "It is free for your child.", any = "It is free for your child." }',
        "steps/get-advice.toml: text: Says “your child” to somebody who is no parent. Add variants.",
    ),
    "your child, to a helper": (
        ADVICE,
        'text = "It is free."',
        'text = { helper = "It is free for your child.", any = "It is free." }',
        "steps/get-advice.toml: text: (helper) Says “your child” to somebody who is no parent. Add variants.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]
