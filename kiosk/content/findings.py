"""Findings: what one reading of the content found, as one process tells it to another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from kiosk.errors import Problem


@dataclass(frozen=True)
class Findings:
    """Problems refuse the content; warnings do not; `proof` says how much was proved, and is empty with problems."""

    problems: tuple[Problem, ...] = ()
    warnings: tuple[Problem, ...] = ()
    proof: str = ""

    def to_json(self) -> str:
        """Return the findings as JSON, on one line and in ASCII: pipes of some systems carry nothing else."""
        told = {"problems": _told(self.problems), "warnings": _told(self.warnings), "proof": self.proof}
        return json.dumps(told)


def from_json(told: str) -> Findings:
    """Return the findings that were told. Raises ValueError for anything else."""
    try:
        found = json.loads(told)
        return Findings(_heard(found["problems"]), _heard(found["warnings"]), str(found["proof"]))
    except (LookupError, TypeError) as error:
        raise ValueError(f"these are no findings ({error})") from error


def _told(problems: Iterable[Problem]) -> list[dict[str, str]]:
    return [asdict(problem) for problem in problems]


def _heard(problems: Iterable[Mapping[str, Any]]) -> tuple[Problem, ...]:
    return tuple(Problem(str(each["file"]), str(each["place"]), str(each["message"])) for each in problems)
