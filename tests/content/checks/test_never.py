"""What is never said: each is found where a family would read it, and nothing else is."""

from __future__ import annotations

import pytest

from kiosk.content.checks.never import never_over, never_said
from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

ADVICE = "steps/get-advice.toml"

RULES: Rules = {
    "EHC plan": (
        ADVICE,
        "It is free.",
        "It is free. Ask if it is in the EHCP or not.",
        "steps/get-advice.toml: text: Say “EHC plan”, not “EHCP”.",
    ),
    "no CCG": (
        ADVICE,
        "It is free.",
        "Ask the CCG.",
        "steps/get-advice.toml: text: Say “integrated care board (ICB)”: there is no CCG any more.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


@pytest.mark.parametrize(
    ("words", "instead"),
    [
        ("Look at the EHCP.", "Say “EHC plan”, not “EHCP”."),
        ("Ask the CCG.", "Say “integrated care board (ICB)”: there is no CCG any more."),
        ("Write to the ESFA.", "Say “Department for Education”: there is no ESFA any more."),
        ("Is it a statement of SEN?", "Say “EHC plan”: there are no statements any more."),
        ("Some have an LDA.", "Say “EHC plan”: there are no learning difficulty assessments any more."),
        ("You can have an ISP.", "An individual support plan is no right today. Take it out."),
        ("Ask for an Individual Support Plan.", "An individual support plan is no right today. Take it out."),
        ("Ask Healthwatch.", "Healthwatch is to end. Take it out."),
        ("It is a dispute.", "Say “disagreement”, not “dispute”."),
        ("Then you cannot do anything.", "There is always something to do. Say what."),
        ("There is nothing you can do.", "There is always something to do. Say what."),
        ("You must go to mediation.", "Mediation is a choice."),
        ("You must attend mediation first.", "Mediation is a choice."),
    ],
)
def test_it_is_found(sample: Sample, words: str, instead: str) -> None:
    sample.change(ADVICE, "It is free.", words)
    assert [str(problem) for problem in never_said(sample.content())] == [f"{ADVICE}: text: {instead}"]


@pytest.mark.parametrize(
    "words",
    ["You do not have to go to mediation.", "You must have mediation advice.", "You must try mediation advice first."],
)
def test_what_is_right_is_not_found(sample: Sample, words: str) -> None:
    sample.change(ADVICE, "It is free.", words)
    assert list(never_said(sample.content())) == []


def test_a_law_is_called_what_it_is_called(sample: Sample) -> None:
    sample.change("outcomes/appeal.toml", "An Act of 2014", "Appeals, mediation and dispute resolution")
    assert sample.problems() == []


def test_the_name_of_a_service_is_read_too(sample: Sample) -> None:
    sample.change("authorities/E06000021.toml", 'name = "Advice in Stoke"', 'name = "Healthwatch Stoke"')
    assert [str(problem) for problem in never_said(sample.content())] == [
        "authorities/E06000021.toml: service stoke-advice, name: Healthwatch is to end. Take it out."
    ]


@pytest.mark.parametrize("words", ["It is over.", "It is not late. But it is over.", "If it is late, it is all over."])
def test_nobody_is_told_that_it_is_over(sample: Sample, words: str) -> None:
    sample.change(ADVICE, "It is free.", words)
    assert [str(problem) for problem in never_over(sample.content())] == [
        f"{ADVICE}: text: Never say that it is over. Say what can still be done."
    ]


@pytest.mark.parametrize("words", ["It is not over.", "Do not think it is over.", "It is overdue."])
def test_it_may_be_said_that_it_is_not_over(sample: Sample, words: str) -> None:
    sample.change(ADVICE, "It is free.", words)
    assert list(never_over(sample.content())) == []
