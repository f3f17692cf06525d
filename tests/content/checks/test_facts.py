"""Facts: reviews and effects that cannot be are said, and what is overdue is said apart."""

from __future__ import annotations

from datetime import date

import pytest

from kiosk.content.checks import check
from tests.content.checks.broken import Rules, break_rule
from tests.samples import Sample

TALK = "outcomes/talk.toml"
STOKE = "authorities/E06000021.toml"

RULES: Rules = {
    "reviews are ordered": (
        STOKE,
        "review_by = 2027-01-01",
        "review_by = 2026-09-30",
        "authorities/E06000021.toml: service stoke-advice, review_by:"
        " review_by (2026-09-30) comes before reviewed_on (2026-10-01).",
    ),
    "effects are ordered": (
        TALK,
        "effective_to = 2029-08-31",
        "effective_to = 2014-08-31",
        "outcomes/talk.toml: effective_to: effective_to comes before effective_from.",
    ),
    "a local service was reviewed by the content's date": (
        STOKE,
        "reviewed_on = 2026-10-01",
        "reviewed_on = 2026-11-24",
        "authorities/E06000021.toml: service stoke-advice, reviewed_on:"
        " reviewed_on (2026-11-24) comes after the content’s date (2026-11-23).",
    ),
    "a local service is reviewed within a year": (
        STOKE,
        "review_by = 2027-01-01",
        "review_by = 2027-10-03",
        "authorities/E06000021.toml: service stoke-advice, review_by:"
        " Local details are looked at again within a year: review_by is 2027-10-03.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_bank_holidays_have_to_reach_as_far_as_deadlines(sample: Sample) -> None:
    [problem] = sample.problems(date(2040, 1, 1))
    assert problem.startswith("content.toml: Bank holidays are known to ")


def test_an_overdue_review_is_said_apart(sample: Sample) -> None:
    verdict = check(sample.content(), date(2027, 1, 2))
    assert verdict.problems == ()
    assert [str(problem) for problem in verdict.overdue] == [
        "authorities/E06000021.toml: service stoke-advice:"
        " Should have been looked at again by 2027-01-01. Read its sources anew."
    ]
