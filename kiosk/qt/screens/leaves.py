"""A deadline as a calendar leaf."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.domain.deadlines import Deadline
from kiosk.guide.dates import month_year, weekday_name
from kiosk.guide.working import advice, days_left
from kiosk.qt.scene import Scene


@dataclass(frozen=True)
class Leaf:
    """A deadline. `key` is the step or rule whose it is; `passed` is what can still be done once the day has gone."""

    key: str
    month: str
    day: str
    weekday: str
    title: str
    detail: str
    passed: str


def leaf_of(scene: Scene, key: str, deadline: Deadline) -> Leaf:
    """Return a deadline as it stands today."""
    words, today = scene.words, scene.today
    passed = words(deadline.rule.passed) if deadline.days_left(today) < 0 else ""
    return Leaf(
        key,
        month_year(words, deadline.last_day),
        str(deadline.last_day.day),
        weekday_name(words, deadline.last_day.isoweekday()),
        words(deadline.rule.title),
        _detail(scene, deadline, passed),
        passed,
    )


def _detail(scene: Scene, deadline: Deadline, passed: str) -> str:
    """Return how much time is left and what to aim for; nothing that is said again in what can still be done."""
    left = days_left(scene.words, deadline, scene.today)
    if passed:
        return "" if passed.startswith(left.rstrip(".")) else left
    return f"{left} {advice(scene.words, deadline, scene.today)}".strip()
