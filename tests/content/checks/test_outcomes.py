"""Outcomes: what a path does not give a family is said, with the answers that lead there."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

APPEAL_STEP = "steps/send-appeal.toml"
APPEAL = "outcomes/appeal.toml"
TALK = "outcomes/talk.toml"
STOKE = "authorities/E06000021.toml"

RULES: Rules = {
    "a route applies": (
        TALK,
        'title = "Talk"',
        'title = "Talk"\nwhen = { who = "parent" }',
        "outcomes/talk.toml: No route applies. For example: who = young-person, decision = other.",
    ),
    "a route has a step": (
        APPEAL,
        'steps = ["ask-council"]',
        "steps = []",
        "outcomes/appeal.toml: route talk: This route applies, but none of its steps does."
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "a deadline, or none": (
        TALK,
        'no_deadline = "There is no deadline."\n',
        "",
        "outcomes/talk.toml: No step has a deadline here. Say so in “no_deadline”."
        " For example: who = parent, decision = other.",
    ),
    "a condition names what is asked": (
        TALK,
        "[[route]]",
        '[[watch_out]]\nid = "x"\ntext = "Yes."\nwhen = { letter-date = "dated" }\nsources = ["L1"]\n[[route]]',
        "outcomes/talk.toml: watch_out x: The condition names question “letter-date”, which no path to here asks.",
    ),
    "a watch-out is shown": (
        TALK,
        "[[route]]",
        '[[watch_out]]\nid = "x"\ntext = "Yes."\nwhen = { decision = "refuse" }\nsources = ["L1"]\n[[route]]',
        "outcomes/talk.toml: watch_out x: No path shows this. Change its condition, use it, or take it out.",
    ),
    "a route is shown": (
        TALK,
        "[[route]]",
        '[[route]]\nid = "x"\nkind = "talk"\ntitle = "X"\nwhen = { decision = "refuse" }\n'
        'steps = ["get-advice"]\n[[route]]',
        "outcomes/talk.toml: route x: No path shows this. Change its condition, use it, or take it out.",
    ),
    "a step is shown": (
        "steps/more.toml",
        "",
        'id = "more"\nnecessity = "can"\ntitle = "More"\ntext = "More."\nsources = ["L1"]\n',
        "steps/more.toml: No path shows this. Change its condition, use it, or take it out.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_a_step_whose_dates_nobody_asks_for_is_a_problem(sample: Sample) -> None:
    sample.change(TALK, '"ask-council"]', '"ask-council", "send-late"]')
    step = (sample.folder / APPEAL_STEP).read_text(encoding="utf-8")
    sample.add("steps/send-late.toml", step.replace("send-appeal", "send-late"))
    assert sample.problems() == [
        "steps/send-late.toml: No path to this step asks for the dates that its deadline needs."
    ]


def test_a_way_without_a_phone_is_needed_in_every_authority(sample: Sample) -> None:
    sample.change(STOKE, "[[service.phone]]", '[[service.phone]]\nnumber = "01782 000002"\n[[service.phone]]')
    sample.change(STOKE, 'organization = "helpline"', 'organization = "stoke"')
    sample.change(APPEAL, 'when = { letter-date = "dated" }\n', "")
    sample.change(APPEAL, '["ask-council"]', '["get-advice"]')
    assert sample.problems() == [
        "outcomes/appeal.toml: Nobody who helps here can be reached without a phone."
        " For example: who = parent, decision = refuse, letter-date = a date."
    ]
