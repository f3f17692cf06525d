"""References: what is named and is not there is said, with the name that was meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kiosk.content.checks.references import destinations
from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

COUNCIL = "steps/ask-council.toml"
ADVICE = "steps/get-advice.toml"
APPEAL_STEP = "steps/send-appeal.toml"
FIRST = "flows/challenge.toml"
LETTER = "flows/letter.toml"
APPEAL = "outcomes/appeal.toml"
HELPLINE = "services/helpline.toml"

RULES: Rules = {
    "the first flow": (
        "content.toml",
        'first_flow = "challenge"',
        'first_flow = "chalenge"',
        "content.toml: There is no flow “chalenge” to begin with. Did you mean “challenge”?",
    ),
    "a flow's first question": (
        LETTER,
        'first = "letter-date"',
        'first = "who"',
        "flows/letter.toml: There is no question “who” in this flow to begin with. Known are: letter-date.",
    ),
    "a question led to": (
        FIRST,
        'to = "decision"',
        'to = "decison"',
        "flows/challenge.toml: question who: Leads to question “decison”, which is not there. Did you mean “decision”?",
    ),
    "an outcome led to": (
        FIRST,
        'to = "outcome:talk"',
        'to = "outcome:tlak"',
        "flows/challenge.toml: question decision, option rude: Leads to outcome “tlak”, which is not there."
        " Did you mean “talk”?",
    ),
    "a question of a condition": (
        APPEAL,
        'when = { letter-date = "dated" }',
        'when = { letter-day = "dated" }',
        "outcomes/appeal.toml: route talk: The condition names question “letter-day”, which is not there."
        " Did you mean “letter-date”?",
    ),
    "an option of a condition": (
        FIRST,
        'when = { who = "young-person" }',
        'when = { who = "young" }',
        "flows/challenge.toml: question decision, option rude: The condition names option “young”,"
        " which question “who” has not. Known are: answered, parent, young-person.",
    ),
    "a date of a condition on a choice": (
        COUNCIL,
        'when = { who = "answered" }',
        'when = { who = "dated" }',
        "steps/ask-council.toml: The condition names option “dated”, which question “who” has not."
        " Known are: answered, parent, young-person.",
    ),
    "a step's role": (
        ADVICE,
        'role = "local-advice"',
        'role = "advice"',
        "steps/get-advice.toml: role: There is no role “advice”. Did you mean “local-advice”?",
    ),
    "a service's role": (
        HELPLINE,
        '["national-advice"]',
        '["national-advise", "national-advice"]',
        "services/helpline.toml: service helpline, roles:"
        " There is no role “national-advise”. Did you mean “national-advice”?",
    ),
    "a fallback's role": (
        "roles.toml",
        'roles = ["national-advice"]',
        'roles = ["helpline", "national-advice"]',
        "roles.toml: role local-advice, fallback, roles: There is no role “helpline”."
        " Known are: council, local-advice, national-advice.",
    ),
    "a role's group": (
        "roles.toml",
        'group = "advice"',
        'group = "advise"',
        "roles.toml: role local-advice: There is no group “advise”. Did you mean “advice”?",
    ),
    "a deadline's rule": (
        APPEAL_STEP,
        'rule = "R-1"',
        'rule = "R-2"',
        "steps/send-appeal.toml: There is no rule “R-2”. Did you mean “R-1”?",
    ),
    "a rule's input": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ notice = "letter-date", certificat = "letter-date" }',
        "steps/send-appeal.toml: Rule “R-1” has no input “certificat”. Did you mean “certificate”?",
    ),
    "an input's question": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ notice = "who" }',
        "steps/send-appeal.toml: There is no date question “who”. Known are: letter-date.",
    ),
    "an input that the rule needs": (
        APPEAL_STEP,
        '{ notice = "letter-date" }',
        '{ certificate = "letter-date" }',
        "steps/send-appeal.toml: Rule “R-1” needs the input “notice”. Say which question answers it.",
    ),
    "a fact's source": (
        ADVICE,
        'sources = ["L1"]',
        'sources = ["L2"]',
        "steps/get-advice.toml: sources: There is no source “L2”. Known are: L1.",
    ),
    "a watch-out's source": (
        APPEAL,
        'when = { letter-date = "unknown" }\nsources = ["L1"]',
        'when = { letter-date = "unknown" }\nsources = ["L3"]',
        "outcomes/appeal.toml: watch_out no-fee, sources: There is no source “L3”. Known are: L1.",
    ),
    "a law's source": (
        APPEAL,
        'text = "An Act of 2014"\nsources = ["L1"]',
        'text = "An Act of 2014"\nsources = ["L4"]',
        "outcomes/appeal.toml: law right, sources: There is no source “L4”. Known are: L1.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_a_question_that_resembles_none_of_many_can_be_written(sample: Sample) -> None:
    content = sample.content()
    first = content.graph.questions["who"]
    others = {f"way-{number}": replace(first, id=f"way-{number}", options=(), branches=()) for number in range(30)}
    many = replace(content, graph=replace(content.graph, questions={"who": first, **others}))
    told = {problem.message for problem in destinations(many)}
    assert told == {"Leads to question “decision”, which is not there. Lead elsewhere, or write a question of this id."}


def test_an_outcome_that_resembles_none_of_many_can_be_written(sample: Sample) -> None:
    content = sample.content()
    many = replace(content, outcomes={f"way-{number}": content.outcomes["talk"] for number in range(30)})
    told = {problem.message for problem in destinations(many)}
    assert "Leads to outcome “talk”, which is not there. Lead elsewhere, or write outcomes/talk.toml." in told
