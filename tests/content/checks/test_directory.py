"""The directory: whoever cannot be found or reached is said."""

from __future__ import annotations

import pytest

from kiosk.content.checks.directory import roles_without_phone
from tests.content.checks.broken import Rules, break_rule
from tests.samples import FILES, Sample

STOKE = "authorities/E06000021.toml"

OTHER_ROLE = """
[[role]]
id = "more"
name = "More advice"
does = "Advice."
group = "advice"
scope = "national"
independent = true
"""

RULES: Rules = {
    "a local role falls back": (
        "roles.toml",
        '[role.fallback]\ntext = "Look in your letter."\nroles = ["local-advice", "national-advice"]\n',
        "",
        "roles.toml: role council: A local role needs a fallback, for where nobody fills it.",
    ),
    "a role is filled in every authority": (
        "roles.toml",
        'roles = ["local-advice", "national-advice"]',
        'roles = ["local-advice"]',
        "roles.toml: role council: Nobody is found for this role in Redcar and Cleveland."
        " Name a national role in its fallback.",
    ),
    "a role is used": (
        "roles.toml",
        "[[role]]",
        OTHER_ROLE.replace('"national"', '"local"')
        + '[role.fallback]\ntext = "Ask."\nroles = ["national-advice"]\n[[role]]',
        "roles.toml: role more: No step names this role and no service fills it. Take it out.",
    ),
    "a group is used": (
        "roles.toml",
        "[[role]]",
        '[[group]]\nid = "more"\ntitle = "More"\nsymbol = "person"\n[[role]]',
        "roles.toml: group more: No role is in this group. Take it out.",
    ),
    "a service can be reached": (
        STOKE,
        'url = "https://www.example.org/team"\n',
        "",
        "authorities/E06000021.toml: service stoke-council: Has no way to contact it."
        " Add one, or say so in “alert” and “application_process”.",
    ),
}


@pytest.mark.parametrize(("file", "before", "after", "problem"), RULES.values(), ids=RULES)
def test_a_broken_rule_gives_one_problem(sample: Sample, file: str, before: str, after: str, problem: str) -> None:
    break_rule(sample, file, before, after)
    assert sample.problems() == [problem]


def test_a_national_role_that_nobody_fills_is_a_problem(sample: Sample) -> None:
    sample.change("roles.toml", "[[role]]", f"{OTHER_ROLE}[[role]]")
    sample.change(STOKE, 'roles = ["local-advice"]', 'roles = ["local-advice", "more"]')
    assert sample.problems() == ["roles.toml: role more: No national service fills this role. Add one, or take it out."]


def test_a_role_is_filled_where_no_council_is_set(sample: Sample) -> None:
    """Though somebody fills it in every authority."""
    redcar = STOKE.replace("21", "03")
    sample.change("roles.toml", 'roles = ["local-advice", "national-advice"]', 'roles = ["local-advice"]')
    sample.add(redcar, FILES[STOKE].replace("E06000021", "E06000003").replace('id = "stoke', 'id = "redcar'))
    sample.change(redcar, 'organization = "stoke"', 'organization = "redcar"')
    assert sample.problems() == [
        "roles.toml: role council: Nobody is found for this role in a place without a council."
        " Name a national role in its fallback."
    ]


@pytest.mark.parametrize("limit", ["effective_from = 2026-04-01", "effective_to = 2027-04-01"])
def test_whoever_comes_or_goes_is_not_counted_on(sample: Sample, limit: str) -> None:
    """A national service that is not there on every day fills no role for good."""
    services = next(file for file, text in FILES.items() if 'name = "The Helpline"' in text)
    sample.change(services, 'apparent_date = "undated"\n', f'apparent_date = "undated"\n{limit}\n')
    assert (
        "roles.toml: role national-advice: No national service fills this role. Add one, or take it out."
        in sample.problems()
    )


def test_whoever_is_there_for_a_time_has_to_answer_in_writing_too(sample: Sample) -> None:
    """Where nobody else fills the role, a service with a phone alone is all that some families find on those days."""
    sample.change(STOKE, 'organization = "helpline"', 'organization = "stoke"')
    sample.change(STOKE, "reviewed_on = 2026-10-01\n", "reviewed_on = 2026-10-01\neffective_to = 2027-04-01\n")
    assert "local-advice" not in roles_without_phone(sample.content())
    sample.change(STOKE, "effective_to = 2027-04-01\n", 'effective_to = 2027-04-01\nemail = "stoke@example.org"\n')
    assert "local-advice" in roles_without_phone(sample.content())
