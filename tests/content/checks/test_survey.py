"""The survey: a path that does not end, or offers too little or too much, is said with the answers that lead there."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

FIRST = "flows/challenge.toml"
LETTER = "flows/letter.toml"

RULES: Rules = {
    "an option leads somewhere": (
        FIRST,
        'to = "flow:letter"',
        "",
        'flows/challenge.toml: question decision, option refuse: An answer leads nowhere. Say where: to = "…".'
        " For example: who = parent, decision = refuse.",
    ),
    "a date leads somewhere": (
        LETTER,
        'to = "outcome:appeal"\n\n[[question.option]]',
        '[[question.option]]\nto = "outcome:appeal"',
        'flows/letter.toml: question letter-date: An answer leads nowhere. Say where: to = "…".'
        " For example: who = parent, decision = refuse, letter-date = a date.",
    ),
    "no path loops": (
        FIRST,
        'text = "They were rude to me"\nwhen = { who = "young-person" }\nto = "outcome:talk"',
        'text = "They were rude to me"\nwhen = { who = "young-person" }\nto = "who"',
        "flows/challenge.toml: question decision: An answer leads back to question “who”."
        " For example: who = young-person, decision = rude.",
    ),
    "two answers at least": (
        FIRST,
        'text = "They refuse"',
        'text = "They refuse"\nwhen = { who = "young-person" }',
        "flows/challenge.toml: question decision: Fewer than 2 answers are offered. For example: who = parent.",
    ),
    "six options at most": (
        LETTER,
        '[[question.option]]\nid = "unknown"\ntext = "I do not know"\n',
        "".join(f'[[question.option]]\nid = "{name}"\ntext = "Why"\n' for name in ("unknown", *"abcdef")),
        "flows/letter.toml: question letter-date: More than 6 options are offered."
        " For example: who = parent, decision = refuse.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_more_paths_than_can_be_proved_are_a_problem(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.checks.survey.MOST_PATHS", 3)
    assert sample.problems() == [
        "flows/challenge.toml: question who: There are more than 3 paths, too many to prove. Ask fewer questions."
    ]


def test_paths_too_long_to_prove_are_a_problem(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.content.checks.survey.MOST_COMPARED", 20)
    assert sample.problems() == [
        "flows/challenge.toml: question who: Paths are too long to prove, or too many lead nowhere."
        " Ask fewer questions, on fewer conditions."
    ]


QUESTION = """
[[question]]
id = "q{0}"
kind = "choice"
text = "Why?"
to = "q{1}"
[[question.option]]
id = "a"
text = "Yes"
[[question.option]]
id = "b"
text = "No"
"""


def test_paths_that_all_lead_back_are_not_walked_for_ever(sample: Sample, monkeypatch: pytest.MonkeyPatch) -> None:
    """Forty questions of two answers are a million million ways to the loop at their end."""
    monkeypatch.setattr("kiosk.content.checks.survey.MOST_COMPARED", 100_000)
    questions = "".join(QUESTION.format(number, number % 40 + 1) for number in range(1, 41))
    sample.change(LETTER, 'to = "outcome:appeal"', 'to = "q1"')
    sample.add(LETTER, sample.read(LETTER) + questions)
    said = sample.problems()
    assert any("An answer leads back to question “q1”." in problem for problem in said)
    assert any("Paths are too long to prove" in problem for problem in said)
