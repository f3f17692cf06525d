"""Flows: what is out of reach, never offered, or asked before its time is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

FIRST = "flows/challenge.toml"
LETTER = "flows/letter.toml"

RULES: Rules = {
    "the last branch has no condition": (
        FIRST,
        '{ go = "outcome:talk" }',
        '{ when = { who = "parent" }, go = "outcome:talk" }',
        "flows/challenge.toml: question decision, option other: The last branch has a condition."
        " Add one without, for everybody else.",
    ),
    "a flow is reached": (
        "flows/more.toml",
        "",
        'id = "more"\ntitle = "More"\nfirst = "more"\n[[question]]\nid = "more"\nkind = "choice"\ntext = "Why?"\n',
        "flows/more.toml: No path leads to this flow. Lead to it, or take it out.",
    ),
    "a question is reached": (
        LETTER,
        "[[question]]",
        '[[question]]\nid = "more"\nkind = "choice"\ntext = "Why?"\n[[question]]',
        "flows/letter.toml: question more: No path leads to this question. Lead to it, or take it out.",
    ),
    "an outcome is reached": (
        "outcomes/more.toml",
        "",
        'id = "more"\ntitle = "Yes."\nsummary = "Yes."\nsay = "Yes. Yes."\nwhy = "Yes."\nsources = ["L1"]\n'
        '[[route]]\nid = "more"\nkind = "talk"\ntitle = "Talk"\nsteps = ["get-advice"]\n',
        "outcomes/more.toml: No path leads to this outcome. Lead to it, or take it out.",
    ),
    "an option is offered": (
        LETTER,
        "[[question.option]]",
        '[[question.option]]\nid = "more"\ntext = "More"\nwhen = { decision = "other" }\n[[question.option]]',
        "flows/letter.toml: question letter-date, option more: No path offers this option."
        " Change its condition, or take it out.",
    ),
    "a branch is taken": (
        FIRST,
        '{ when = { who = ["young-person"] }, go = "outcome:talk" }',
        '{ when = { who = ["young-person"] }, go = "outcome:talk" }, '
        '{ when = { decision = "refuse" }, go = "outcome:talk" }',
        "flows/challenge.toml: question decision, option other: No path takes branch 2."
        " Change its condition, or take it out.",
    ),
    "a question's condition looks back": (
        FIRST,
        'to = "decision"',
        'to = [ { when = { letter-date = "dated" }, go = "decision" }, { go = "decision" } ]',
        "flows/challenge.toml: question who: The condition names question “letter-date”, which never comes before.",
    ),
    "an option's condition looks back": (
        FIRST,
        'when = { who = "young-person" }',
        'when = { letter-date = "dated" }',
        "flows/challenge.toml: question decision, option rude:"
        " The condition names question “letter-date”, which never comes before.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]
