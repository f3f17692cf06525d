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
            f"{self.paths:,} complete paths through {self.questions} questions to {self.outcomes} outcomes, all proved;"
            f" {self.texts:,} texts, {self.services:,} services, languages offered: {self.languages}."
        )


@dataclass(frozen=True)
class Verdict:
    """What was found: `problems` refuse the content, and reviews that are `overdue` keep it from the public.

    `incomplete` says of each language that is not offered what it lacks; that is no fault.
    """

    problems: tuple[Problem, ...]
    overdue: tuple[Problem, ...]
    incomplete: tuple[Problem, ...]
    proof: Proof

    def against(self, public: bool) -> tuple[Problem, ...]:
        """Return what speaks against this content: its problems, and before the public its overdue reviews too."""
        return self.problems + (self.overdue if public else ())
