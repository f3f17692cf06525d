"""Outcomes: the answer to one situation, with its routes and their ordered steps."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.fact import Fact
from kiosk.domain.response import ALWAYS, Condition
from kiosk.domain.text import Text


class Necessity(StrEnum):
    """Whether a step has to be taken."""

    MUST = "must"
    CAN = "can"
    CHOICE = "choice"


class RouteKind(StrEnum):
    """The ways to challenge a decision."""

    TALK = "talk"
    COMPLAINT = "complaint"
    DISAGREEMENT_RESOLUTION = "disagreement-resolution"
    MEDIATION = "mediation"
    APPEAL = "appeal"
    CLAIM = "claim"


@dataclass(frozen=True)
class StepDeadline:
    """By when a step has to be done: a rule, and which date question answers each of the rule's inputs."""

    rule: str
    inputs: tuple[tuple[str, str], ...]
    unknown: Text


@dataclass(frozen=True)
class Step:
    """One thing to do. `role` names the service role that helps; empty when nobody is needed."""

    id: str
    necessity: Necessity
    title: Text
    text: Text
    fact: Fact
    label: Text | None = None
    role: str = ""
    symbol: str = ""
    when: Condition = ALWAYS
    deadline: StepDeadline | None = None


@dataclass(frozen=True)
class Route:
    """One way to challenge: ordered steps."""

    id: str
    kind: RouteKind
    title: Text
    steps: tuple[Step, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True)
class WatchOut:
    """A misunderstanding that harms families, put right."""

    id: str
    text: Text
    sources: tuple[str, ...]
    when: Condition = ALWAYS


@dataclass(frozen=True)
class LawReference:
    """Where the law behind an outcome stands; `sources` are the copies that show the numbers."""

    id: str
    text: Text
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """The answer to one situation. The first route is the main one; the others can run beside it.

    `rows` are the rows of the map of disagreements that it answers. `say` is what to say on the phone, in two
    sentences. `no_deadline` is said where no step of it has one.
    """

    id: str
    rows: tuple[str, ...]
    title: Text
    summary: Text
    say: Text
    why: Text
    routes: tuple[Route, ...]
    fact: Fact
    watch_outs: tuple[WatchOut, ...] = ()
    law: tuple[LawReference, ...] = ()
    no_deadline: Text | None = None
