"""What a path gives: the routes that apply on it, and their steps."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.content.checks.survey import Path, Survey
from kiosk.domain.outcome import Outcome, Route, Step


@dataclass(frozen=True)
class Given:
    """What one path gives: the routes that apply, each with the steps that are kept, the main one first."""

    path: Path
    outcome: Outcome
    routes: tuple[tuple[Route, tuple[Step, ...]], ...]

    @property
    def steps(self) -> tuple[Step, ...]:
        """Every step of every route."""
        return tuple(step for _, steps in self.routes for step in steps)


Fault = tuple[str, str]
"""What is at fault, by its key, and the sentence that says why."""


def given(survey: Survey) -> list[Given]:
    """Return what every path gives."""
    return [_given(survey.content.outcomes[path.outcome], path) for path in survey.paths]


def _given(outcome: Outcome, path: Path) -> Given:
    said = path.responses
    routes = tuple(
        (route, tuple(step for step in route.steps if step.when.holds(said)))
        for route in outcome.routes
        if route.when.holds(said)
    )
    return Given(path, outcome, routes)
