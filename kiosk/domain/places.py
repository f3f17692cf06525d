"""The closed set of places a visitor can be. A place is stored; the screen for it is derived."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AttractPlace:
    """Nobody is here yet."""


@dataclass(frozen=True)
class FlowPlace:
    """In a flow: the question or outcome to which the responses lead."""

    flow: str


@dataclass(frozen=True)
class YearPlace:
    """Choosing the year of a date asked by a question."""

    question: str


@dataclass(frozen=True)
class MonthPlace:
    """Choosing the month of a date asked by a question."""

    question: str
    year: int


@dataclass(frozen=True)
class DayPlace:
    """Choosing the day of a date asked by a question."""

    question: str
    year: int
    month: int


@dataclass(frozen=True)
class WhyPlace:
    """Why the visitor is shown this outcome: answers, rule, law and sources."""


@dataclass(frozen=True)
class WorkingPlace:
    """How a date was worked out. `key` is the step whose it is, or in the calculator the rule."""

    key: str


@dataclass(frozen=True)
class HelpersPlace:
    """Who can help: the groups of roles, or the roles of one group."""

    group: str = ""


@dataclass(frozen=True)
class ServicesPlace:
    """The services that fill one role here."""

    role: str


@dataclass(frozen=True)
class ServicePlace:
    """One service, with its contact details and its code; `role` is the role it was found by."""

    service: str
    role: str


@dataclass(frozen=True)
class CodePlace:
    """One service's code as large as the screen allows."""

    service: str
    role: str


@dataclass(frozen=True)
class CouncilsPlace:
    """Finding one's council: the regions of England, or the councils of one region."""

    region: str = ""


@dataclass(frozen=True)
class TermPlace:
    """One word of the glossary, explained."""

    term: str


@dataclass(frozen=True)
class PersonPlace:
    """Where and when there is a person to talk to."""


@dataclass(frozen=True)
class DisplayPlace:
    """Text size, contrast and language."""


Place = (
    AttractPlace
    | FlowPlace
    | YearPlace
    | MonthPlace
    | DayPlace
    | WhyPlace
    | WorkingPlace
    | HelpersPlace
    | ServicesPlace
    | ServicePlace
    | CodePlace
    | CouncilsPlace
    | TermPlace
    | PersonPlace
    | DisplayPlace
)
