"""Deadline rules: one that cannot be worked out, is not listed, or says two things for one day is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

RULES: Rules = {
    "a rule counts from something": (
        "rules.toml",
        "[[rule]]",
        '[[rule]]\nid = "R-2"\ntitle = "Yes"\nwords = "Yes."\npassed = "Yes."\nsources = ["L1"]\n[[rule]]',
        "rules.toml: rule R-2: Needs a limb, to count from.",
    ),
    "a rule's other reading counts from something": (
        "rules.toml",
        "[[rule.limb]]",
        '[rule.other]\nroll = "none"\n[[rule.limb]]',
        "rules.toml: rule R-1: Needs a limb, to count from.",
    ),
    "a rule's group is listed": (
        "rules.toml",
        'group = "R-1"',
        'group = "R-11"',
        "rules.toml: rule R-1: There is no group “R-11”. Did you mean “R-1”?",
    ),
    "a rule's versions are apart": (
        "rules/later.toml",
        "",
        '[[rule]]\nid = "R-1"\nversion = "later"\ntitle = "Yes"\nwords = "Yes."\npassed = "Yes."\nsources = ["L1"]\n'
        'effective_from = 2029-09-01\n[[rule.limb]]\ninput = "notice"\nadd = 3\nunit = "months"\n',
        "rules/later.toml: rule R-1: Is in force on days of another version too."
        " Set effective_to and effective_from apart.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]
