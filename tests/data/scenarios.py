"""Scenarios: what the kiosk should say, written down for people; read from `scenarios.toml`."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.domain.response import Response, Responses
from kiosk.guide.report import Report

FILE = Path(__file__).with_name("scenarios.toml")


@dataclass(frozen=True)
class Scenario:
    """Given these answers in this area on this day: this outcome, these services, these dates, never these words."""

    name: str
    line: int
    area: str
    day: date
    answers: dict[str, str | date]
    outcome: str
    services: list[str]
    dates: dict[str, date | str]
    never: list[str]
    others: dict[str, list[str]] = field(default_factory=dict)

    @property
    def responses(self) -> Responses:
        """The answers as the kiosk takes them."""
        return Responses(tuple(Response(question, answer) for question, answer in self.answers.items()))

    def expected(self) -> dict[str, object]:
        """Return what should be said, key by key."""
        named = [name for each in self.services for name in self.others.get(each, [each])]
        return {"outcome": self.outcome, "services": list(dict.fromkeys(named)), "dates": self.dates}


def scenarios() -> list[Scenario]:
    """Return every scenario of the file."""
    text = FILE.read_text(encoding="utf-8")
    told = tomllib.loads(text)
    lines = [number for number, line in enumerate(text.splitlines(), 1) if line == "[[scenario]]"]
    never, others = told["everywhere"]["never"], told["everywhere"]["instead"]
    return [_scenario(each, line, never, others) for each, line in zip(told["scenario"], lines, strict=True)]


def said(report: Report) -> dict[str, object]:
    """Return what was said, in the keys of a scenario."""
    steps = [step for route in report["routes"] for step in route["steps"]]
    helped = [service["name"] for step in steps if step["help"] for service in step["help"]["services"]]
    dated = {step["id"]: date.fromisoformat(step["deadline"]["last_day"]) for step in steps if step["deadline"]}
    unknown = {step["id"]: "not known" for step in steps if step["date_unknown"]}
    return {"outcome": report["outcome"], "services": list(dict.fromkeys(helped)), "dates": {**dated, **unknown}}


def _scenario(told: dict[str, Any], line: int, never: list[str], others: dict[str, list[str]]) -> Scenario:
    return Scenario(line=line, others=others, **{**told, "never": [*never, *told.get("never", [])]})
