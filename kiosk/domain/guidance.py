"""Guidance: an outcome made personal. Its routes for these responses, with services found and dates worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Undated, work_out
from kiosk.domain.directory import Directory, Filled
from kiosk.domain.outcome import Outcome, Route, Step, WatchOut
from kiosk.domain.response import Responses
from kiosk.domain.rules import Rule


@dataclass(frozen=True)
class GuidedStep:
    """A step as this visitor should take it. `deadline` is None where the step has none or its date is not known.

    `undated` then says why there is no date.
    """

    step: Step
    help: Filled | None
    deadline: Deadline | None
    undated: Undated | None = None

    @property
    def date_unknown(self) -> bool:
        """Whether the step has a deadline that cannot be worked out from what the visitor knows."""
        return self.undated is not None


@dataclass(frozen=True)
class GuidedRoute:
    """A route as this visitor should take it."""

    route: Route
    steps: tuple[GuidedStep, ...]


@dataclass(frozen=True)
class Guidance:
    """What this visitor can do: routes in order, the main one first."""

    outcome: Outcome
    routes: tuple[GuidedRoute, ...]
    watch_outs: tuple[WatchOut, ...]

    def steps(self) -> Iterator[GuidedStep]:
        """Yield every step of every route, in order."""
        for route in self.routes:
            yield from route.steps

    def deadlines(self) -> tuple[GuidedStep, ...]:
        """Return the steps that have a date, soonest last day first, then in order; one for each rule."""
        by_rule: dict[str, GuidedStep] = {}
        for step in self.steps():
            if step.deadline is not None:
                by_rule.setdefault(step.deadline.rule.id, step)
        return tuple(sorted(by_rule.values(), key=_last_day))

    def step(self, step_id: str) -> GuidedStep | None:
        """Return the step with this id, or None."""
        return next((s for s in self.steps() if s.step.id == step_id), None)


@dataclass(frozen=True)
class Guide:
    """All that turns an outcome into guidance, apart from the visitor. `rules` are every version of each, by id."""

    directory: Directory
    rules: Mapping[str, Sequence[Rule]]
    working: WorkingCalendar

    def guidance(self, outcome: Outcome, responses: Responses) -> Guidance:
        """Make an outcome personal."""
        routes = tuple(self._route(r, responses) for r in outcome.routes if r.when.holds(responses))
        watch_outs = tuple(w for w in outcome.watch_outs if w.when.holds(responses))
        return Guidance(outcome, routes, watch_outs)

    def _route(self, route: Route, responses: Responses) -> GuidedRoute:
        return GuidedRoute(route, tuple(self._step(s, responses) for s in route.steps if s.when.holds(responses)))

    def _step(self, step: Step, responses: Responses) -> GuidedStep:
        help_ = self.directory.filling(step.role) if step.role else None
        if step.deadline is None:
            return GuidedStep(step, help_, None)
        found = {name: responses.date_of(question) for name, question in step.deadline.inputs}
        inputs = {name: day for name, day in found.items() if day is not None}
        dated = work_out(self.rules[step.deadline.rule], inputs, self.working)
        if isinstance(dated, Undated):
            return GuidedStep(step, help_, None, dated)
        return GuidedStep(step, help_, dated)


def _last_day(step: GuidedStep) -> date:
    assert step.deadline is not None
    return step.deadline.last_day
