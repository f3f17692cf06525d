"""Each rule of impartiality: the tiny content set is right, and one change breaks it."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

TALK = "outcomes/talk.toml"
APPEAL = "outcomes/appeal.toml"
STOKE = "authorities/E06000021.toml"
NO_ANSWER = "For example: who = parent, decision = other."
DATED = "For example: who = parent, decision = refuse, letter-date = a date."

RULES: Rules = {
    "the main route has an independent helper": (
        APPEAL,
        '["get-advice", "send-appeal"]',
        '["send-appeal"]',
        "outcomes/appeal.toml: route appeal: The main route has no step with an independent helper."
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "the independent helper comes first": (
        TALK,
        '["get-advice", "ask-council"]',
        '["ask-council", "get-advice"]',
        "outcomes/talk.toml: route talk: The independent helper does not come first in the main route."
        " For example: who = parent, decision = other.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_a_right_that_is_not_shown_is_a_problem(sample: Sample) -> None:
    sample.change(TALK, "rows = []", 'rows = ["A1"]')
    assert sample.problems() == [f"outcomes/talk.toml: Row A1 gives a right that is not shown: appeal. {NO_ANSWER}"]


def test_a_right_shown_only_on_some_paths_is_a_problem(sample: Sample) -> None:
    sample.change("map.toml", 'rights = ["appeal"]', 'rights = ["appeal", "talk"]')
    assert sample.problems() == [
        "outcomes/appeal.toml: Row A1 gives a right that is not shown: talk."
        " For example: who = parent, decision = refuse, letter-date = unknown."
    ]


def test_a_right_that_is_used_already_is_not_asked_for(sample: Sample) -> None:
    sample.change("map.toml", 'rights = ["appeal"]', 'rights = ["appeal", "talk"]')
    sample.add("map.toml", sample.read("map.toml") + '[used]\ntalk = { letter-date = "unknown" }\n')
    assert sample.problems() == []


def test_an_adviser_shows_the_right_to_mediation(sample: Sample) -> None:
    sample.change("map.toml", 'rights = ["appeal"]', 'rights = ["appeal", "mediation"]')
    assert sample.problems() == [f"outcomes/appeal.toml: Row A1 gives a right that is not shown: mediation. {DATED}"]
    for file in ("roles.toml", STOKE, "steps/get-advice.toml"):
        sample.add(file, sample.read(file).replace("local-advice", "mediation-adviser"))
    assert sample.problems() == []


def test_a_row_that_is_not_on_the_map_is_a_problem(sample: Sample) -> None:
    sample.change(APPEAL, '"A2"', '"A3"')
    assert sample.problems() == ["outcomes/appeal.toml: There is no row “A3” on the map. Known are: A1, A2."]


def test_a_row_that_nobody_answers_is_a_problem(sample: Sample) -> None:
    sample.change(APPEAL, '["A1", "A2"]', '["A1"]')
    assert sample.problems() == ["map.toml: row A2: No outcome answers this row. Write one, or name the row in one."]


def test_a_right_is_a_kind_of_route(sample: Sample) -> None:
    sample.change("map.toml", '["appeal"]', '["apeal"]')
    assert sample.problems() == ["map.toml: row A1, rights: “apeal” is not a kind of route. Did you mean “appeal”?"]


def test_a_source_of_a_right_has_to_be_in_the_register(sample: Sample) -> None:
    sample.change("map.toml", '["L1"]', '["L2"]')
    assert sample.problems() == ["map.toml: row A1, sources: There is no source “L2”. Known are: L1."]


def test_a_right_in_use_names_an_answer_that_is_there(sample: Sample) -> None:
    sample.add("map.toml", sample.read("map.toml") + '[used]\nappeal = { whom = "parent" }\n')
    assert sample.problems() == [
        "map.toml: used: The condition names question “whom”, which is not there. Did you mean “who”?"
    ]


def test_the_first_helper_has_to_be_free(sample: Sample) -> None:
    sample.change("roles.toml", 'does = "Free advice."', 'does = "Good advice."')
    message = "Who helps first, “local-advice”, does not give free advice."
    assert sample.problems() == [
        f"outcomes/appeal.toml: route appeal: {message} {DATED}",
        f"outcomes/talk.toml: route talk: {message} {NO_ANSWER}",
    ]


def test_whoever_decides_appeals_is_no_helper(sample: Sample) -> None:
    sample.change("roles.toml", 'symbol = "support_agent"\n\n', f'symbol = "support_agent"\n\n{OTHER_GROUP}')
    sample.change("roles.toml", 'group = "advice"', 'group = "more"')
    assert len(sample.problems()) == 2


OTHER_GROUP = '[[group]]\nid = "more"\ntitle = "More"\nsymbol = "person"\n\n'


def test_the_group_of_advice_comes_first(sample: Sample) -> None:
    sample.add("roles.toml", OTHER_GROUP + sample.read("roles.toml"))
    sample.change("roles.toml", 'does = "Decides."\ngroup = "advice"', 'does = "Decides."\ngroup = "more"')
    assert sample.problems() == ["roles.toml: group more: Stands before the group “advice”, which has to come first."]


def test_in_the_group_of_advice_the_independent_come_first(sample: Sample) -> None:
    sample.change("roles.toml", 'scope = "local"\nindependent = true', 'scope = "local"\nindependent = false')
    assert (
        "roles.toml: role local-advice: Stands before “national-advice”, which is independent. Put it after."
        in sample.problems()
    )


def test_the_council_comes_after_others_in_a_role_that_is_independent(sample: Sample) -> None:
    sample.change(STOKE, 'roles = ["council"]', 'roles = ["council", "local-advice"]')
    assert sample.problems() == [
        "authorities/E06000021.toml: service stoke-council:"
        " Those who decide stand before “stoke-advice”, which is independent. Put this after."
    ]


def test_where_nobody_else_is_there_the_council_may_stand_alone(sample: Sample) -> None:
    sample.change(STOKE, 'roles = ["council"]', 'roles = ["council", "local-advice"]')
    sample.change(STOKE, 'roles = ["local-advice"]', 'roles = ["council"]')
    assert sample.problems() == []
