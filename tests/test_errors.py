"""Expected errors: each has one sentence, and an exit code for its kind."""

from __future__ import annotations

import pytest

from kiosk.errors import ConfigError, ContentError, ContentTooNewError, KioskError, Problem, UsageError


@pytest.mark.parametrize(
    ("kind", "exit_code"),
    [(KioskError, 1), (UsageError, 2), (ConfigError, 3), (ContentError, 4), (ContentTooNewError, 4)],
)
def test_an_exit_code_follows_the_kind(kind: type[KioskError], exit_code: int) -> None:
    assert kind("What is wrong.").exit_code == exit_code
    assert str(kind("What is wrong.")) == "What is wrong."


def test_a_problem_is_one_line() -> None:
    assert str(Problem("flows/a.toml", "question b", "No way on.")) == "flows/a.toml: question b: No way on."
    assert str(Problem("flows/a.toml", "", "Not TOML.")) == "flows/a.toml: Not TOML."


def test_a_content_error_carries_its_problems() -> None:
    problem = Problem("flows/a.toml", "", "Not TOML.")
    assert ContentError("1 problem.", [problem]).problems == (problem,)
    assert ContentError("It is missing.").problems == ()
