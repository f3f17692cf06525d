"""The verdict: what checking content found."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.errors import Problem


@dataclass(frozen=True)
class Proof:
    """How much was proved."""

    paths: int
    questions: int
    outcomes: int
    texts: int
    services: int
    languages: int

    def __str__(self) -> str:
        """Say it in one sentence."""
        return (
            f"{self.paths} complete paths through {self.questions} questions to {self.outcomes} outcomes, all proved;"
            f" {self.texts} texts, {self.services} services, languages offered: {self.languages}."
        )


@dataclass(frozen=True)
class Verdict:
    """Problems, which nobody may publish; reviews overdue, which the public must not see; and the proof."""

    problems: tuple[Problem, ...]
    overdue: tuple[Problem, ...]
    proof: Proof
