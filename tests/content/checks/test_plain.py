"""Each rule of plain English: the tiny content set is right, and one change breaks it."""

from __future__ import annotations

import pytest

from tests.samples import Sample

HARD = "Independent organizations investigate complicated situations."


@pytest.mark.parametrize(
    ("file", "before", "where"),
    [
        ("flows/letter.toml", 'text = "When was it sent?"', "question letter-date"),
        ("outcomes/appeal.toml", 'summary = "You can appeal."', ""),
        ("outcomes/appeal.toml", 'why = "They refused."', "why"),
        ("outcomes/appeal.toml", 'text = "It is free."', "watch_out no-fee"),
        ("steps/get-advice.toml", 'text = "It is free."', ""),
        ("steps/send-appeal.toml", 'unknown = "Ask today."', "deadline, unknown"),
        ("rules.toml", 'words = "You have 2 months from the letter."', "rule R-1"),
        ("rules.toml", 'passed = "You can still ask."', "rule R-1"),
        ("roles.toml", 'does = "Free advice."', "role local-advice"),
        ("roles.toml", 'text = "Ask at this desk."', "role local-advice, fallback, text"),
        ("services/helpline.toml", 'alert = "Check these details."', "service helpline"),
        ("phrases.toml", 'act-now = "act-now"', "phrase, act-now"),
    ],
)
def test_a_screen_that_is_hard_to_read_is_a_problem(sample: Sample, file: str, before: str, where: str) -> None:
    key = before.partition(" = ")[0]
    sample.change(file, before, f'{key} = "Free. {HARD}"')
    [problem] = sample.problems()
    place = f"{file}: {where}" if where else file
    assert problem.startswith(f"{place}: Reads at grade ")
    assert problem.endswith(
        "; 6 is the most. Write shorter words and sentences."
        " The longest words are: organizations, Independent, investigate."
    )


def test_it_is_said_who_would_hear_what_is_hard(sample: Sample) -> None:
    sample.change("steps/get-advice.toml", '"It is free."', f'{{ helper = "{HARD}", any = "It is free." }}')
    [problem] = sample.problems()
    assert problem.startswith("steps/get-advice.toml: (helper) Reads at grade ")


def test_a_term_nobody_can_do_without_is_a_short_word(sample: Sample) -> None:
    sample.change("steps/get-advice.toml", "It is free.", "Ask for disagreement resolution today.")
    assert len(sample.problems()) == 1
    term = '[[term]]\nwords = "Disagreement resolution"\nreason = "It has no other name."\n'
    sample.add("unavoidable.toml", sample.read("unavoidable.toml") + term)
    assert sample.problems() == []


def test_the_name_of_a_service_is_short_where_it_speaks_of_itself(sample: Sample) -> None:
    sample.change("services/helpline.toml", 'name = "The Helpline"', 'name = "National Association"')
    sample.change("services/helpline.toml", "Free advice for families.", "Free help. Ask the National Association.")
    assert sample.problems() == []


def test_a_label_is_no_sentence(sample: Sample) -> None:
    sample.change("phrases.toml", 'act-now = "act-now"', 'act-now = "Disagreement resolution"')
    assert sample.problems() == []


def test_a_term_that_nothing_says_is_taken_out(sample: Sample) -> None:
    sample.add(
        "unavoidable.toml", sample.read("unavoidable.toml") + '[[term]]\nwords = "ombudsman"\nreason = "Name."\n'
    )
    assert sample.problems() == ["unavoidable.toml: term 2: Nothing says this term. Take it out."]


def test_a_term_stands_once_and_says_why(sample: Sample) -> None:
    sample.add("unavoidable.toml", sample.read("unavoidable.toml") + '[[term]]\nwords = "appeal"\n')
    assert sample.problems() == [
        "unavoidable.toml: term 2: “reason” is missing.",
        "unavoidable.toml: term 2: The id “appeal” is taken already, in unavoidable.toml. Choose another.",
    ]
