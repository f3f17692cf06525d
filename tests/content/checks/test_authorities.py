"""Authorities: a time or place for which nobody is responsible is said."""

from __future__ import annotations

import pytest

from tests.content.checks.broken import Rules, break_rule
from tests.samples import ENDING, SPLIT, STOKE_FROM, Sample

RULES: Rules = {
    "an authority's period": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace(STOKE_FROM, "valid_from = 2027-05-01"),
        "authorities.toml: authority E06000021: valid_to comes before valid_from.",
    ),
    "an authority succeeds one that is there": (
        "authorities.toml",
        STOKE_FROM,
        'succeeds = "E06000004"',
        "authorities.toml: authority E06000021: There is no authority “E06000004” to succeed."
        " Did you mean “E06000003”?",
    ),
    "an authority begins when the other ends": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace("2027-04-01", "2027-04-02"),
        "authorities.toml: authority provisional-new-stoke: Has to begin on the day after"
        " Stoke-on-Trent (E06000021) ends: see valid_from and valid_to.",
    ),
    "an authority that ends is succeeded": (
        "authorities.toml",
        STOKE_FROM,
        ENDING,
        "authorities.toml: authority E06000021: Ends, but no authority succeeds it. Add who is responsible then.",
    ),
    "an authority that ends says so": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace('notice = "It ended."\n', ""),
        "authorities.toml: authority E06000021: Ends, but has no “notice” that its services may have moved.",
    ),
    "a provisional code is marked": (
        "authorities.toml",
        STOKE_FROM,
        SPLIT.replace("provisional = true\n", ""),
        "authorities.toml: authority provisional-new-stoke: A code is E and eight digits."
        " If it is not known, add: provisional = true",
    ),
    "a provisional code looks it": (
        "authorities.toml",
        STOKE_FROM,
        f"{STOKE_FROM}\nprovisional = true",
        "authorities.toml: authority E06000021: A provisional code looks like provisional-east-surrey.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_an_authority_may_follow_another(sample: Sample) -> None:
    sample.change("authorities.toml", STOKE_FROM, SPLIT)
    assert sample.problems() == []
