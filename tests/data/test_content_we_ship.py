"""The content we ship: it passes every rule, and every path that a visitor can walk is proved."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kiosk import paths
from kiosk.content.build import build
from kiosk.content.checks import Verdict, check
from kiosk.content.checks.survey import walk_every_path
from kiosk.content.content import Content
from kiosk.content.sources import read
from kiosk.domain.authority import authorities_on
from kiosk.domain.flow import ToOutcome
from kiosk.domain.walk import replays

AUTHORITIES = 153


@pytest.fixture(scope="module")
def content() -> Content:
    return read(paths.DATA)


@pytest.fixture(scope="module")
def verdict(content: Content) -> Verdict:
    return check(content, content.published)


def test_it_has_no_problems(verdict: Verdict) -> None:
    assert [str(problem) for problem in verdict.problems] == []


def test_it_is_fit_for_the_public_on_the_day_it_was_published(verdict: Verdict) -> None:
    assert [str(problem) for problem in verdict.overdue] == []


def test_every_outcome_and_question_is_on_a_proved_path(content: Content, verdict: Verdict) -> None:
    assert verdict.proof.outcomes == len(content.outcomes)
    assert verdict.proof.questions == len(content.graph.questions)


def test_the_paths_proved_are_the_paths_a_visitor_can_walk(content: Content) -> None:
    walked = replays(content.graph, content.first_flow, content.published)
    ends = {(replay.responses, replay.at.outcome) for replay in walked if isinstance(replay.at, ToOutcome)}
    proved = walk_every_path(content).paths
    assert {(path.responses, path.outcome) for path in proved} == ends
    assert len(proved) == len(ends)


@pytest.mark.parametrize(
    ("day", "count", "names"),
    [
        (date(2026, 11, 23), AUTHORITIES, {"Surrey"}),
        (date(2027, 3, 31), AUTHORITIES, {"Surrey"}),
        (date(2027, 4, 1), AUTHORITIES + 1, {"East Surrey", "West Surrey"}),
        (date(2027, 4, 2), AUTHORITIES + 1, {"East Surrey", "West Surrey"}),
    ],
)
def test_every_education_authority_of_england_is_there(
    content: Content, day: date, count: int, names: set[str]
) -> None:
    """Surrey becomes East Surrey and West Surrey on 1 April 2027."""
    there = authorities_on(content.authorities.values(), day)
    assert len(there) == count
    assert {each.name for each in there if "Surrey" in each.name} == names


def test_two_builds_are_the_same_bytes(content: Content, tmp_path: Path) -> None:
    for name in ("one.db", "two.db"):
        build(paths.DATA, tmp_path / name, content.published)
    assert (tmp_path / "one.db").read_bytes() == (tmp_path / "two.db").read_bytes()
