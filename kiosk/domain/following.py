"""Following: a visit goes on where it was when the content under it changes.

What the visit can still stand on stays; what is gone is let go of, and the visitor is at the nearest place left.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import TypeGuard, assert_never

from kiosk.domain.directory import Directory
from kiosk.domain.flow import FlowGraph, Question, QuestionKind, Replay, ToDeadlines, ToOutcome
from kiosk.domain.places import (
    AttractPlace,
    CodePlace,
    CouncilsPlace,
    DayPlace,
    DisplayPlace,
    FlowPlace,
    HelpersPlace,
    MonthPlace,
    PersonPlace,
    Place,
    ServicePlace,
    ServicesPlace,
    TermPlace,
    WhyPlace,
    WorkingPlace,
    YearPlace,
)
from kiosk.domain.preferences import Preferences
from kiosk.domain.response import Responses
from kiosk.domain.session import Session


@dataclass(frozen=True)
class Ground:
    """What a visit can stand on in some content, at one authority.

    `dates` gives the keys of the dates that are shown where a flow has ended: steps or, in the calculator, rules.
    `languages` are all that have any words: a translation that an edit made stale goes on, where it can, in English.
    """

    graph: FlowGraph
    directory: Directory
    terms: Collection[str]
    regions: Collection[str]
    authorities: Collection[str]
    languages: Collection[str]
    dates: Callable[[Replay], Collection[str]]


def follow(session: Session, ground: Ground) -> Session:
    """Return the visit as it goes on: in the same place with the same answers, as far as these are still there."""
    there = _at_home(_answered(session, ground.graph), ground)
    replay = there.replay(ground.graph)
    return replace(there, trail=tuple(place for place in there.trail if _is_there(place, replay, ground)))


def whereabouts(session: Session, graph: FlowGraph) -> tuple[Place, object]:
    """Say where a visit is: its place and, in a flow, the id of the question asked or where the flow ended."""
    replay = session.replay(graph)
    if replay is None:
        return session.place, None
    return session.place, replay.at.id if isinstance(replay.at, Question) else replay.at


def _answered(session: Session, graph: FlowGraph) -> Session:
    """Keep the flows that are there, and the answers that still count in the one the visitor is in."""
    trail = tuple(place for place in session.trail if not isinstance(place, FlowPlace) or place.flow in graph.flows)
    kept = replace(session, trail=trail, changing=None)
    replay = kept.replay(graph)
    if replay is None or kept.flow != session.flow:
        return replace(kept, responses=Responses())
    asked = {question.id for question in replay.asked}
    return replace(kept, responses=replay.responses, changing=session.changing if session.changing in asked else None)


def _at_home(session: Session, ground: Ground) -> Session:
    """Keep the council and the language, if they are there."""
    language = session.preferences.language
    known = language if language in ground.languages else Preferences().language
    return replace(
        session,
        authority=session.authority if session.authority in ground.authorities else "",
        preferences=replace(session.preferences, language=known),
    )


def _is_there(place: Place, replay: Replay | None, ground: Ground) -> bool:
    """Say whether a place can be shown; `replay` is where the answers lead."""
    match place:
        case AttractPlace() | FlowPlace() | PersonPlace() | DisplayPlace():
            return True
        case YearPlace() | MonthPlace() | DayPlace():
            return _asks_a_date(place.question, replay)
        case WhyPlace():
            return replay is not None and isinstance(replay.at, ToOutcome)
        case WorkingPlace():
            return _has_ended(replay) and place.key in ground.dates(replay)
        case HelpersPlace():
            return not place.group or any(group.id == place.group for group in ground.directory.groups)
        case ServicesPlace():
            return place.role in ground.directory.roles
        case ServicePlace() | CodePlace():
            there = ground.directory.service(place.service) is not None
            return there and place.role in ground.directory.roles
        case CouncilsPlace():
            return not place.region or place.region in ground.regions
        case TermPlace():
            return place.term in ground.terms
        case _:
            assert_never(place)


def _asks_a_date(question: str, replay: Replay | None) -> bool:
    at = replay.at if replay is not None else None
    return isinstance(at, Question) and at.id == question and at.kind is QuestionKind.DATE


def _has_ended(replay: Replay | None) -> TypeGuard[Replay]:
    return replay is not None and isinstance(replay.at, ToOutcome | ToDeadlines)
