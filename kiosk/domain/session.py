"""The session: one visit, as one frozen value. Every touch turns a session into another.

Ending a session is forgetting the value: there is nothing else to erase.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.domain.flow import FlowGraph, Replay
from kiosk.domain.places import AttractPlace, CouncilsPlace, FlowPlace, Place
from kiosk.domain.preferences import Preferences
from kiosk.domain.response import Responses


@dataclass(frozen=True)
class Session:
    """The trail of places, the responses so far, the question being changed, and the preferences.

    `authority` is the code of the council the visitor said is theirs; empty: the one this kiosk stands for.
    """

    trail: tuple[Place, ...] = (AttractPlace(),)
    responses: Responses = field(default_factory=Responses)
    changing: str | None = None
    authority: str = ""
    preferences: Preferences = field(default_factory=Preferences)

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return self.trail[-1]

    @property
    def flow(self) -> FlowPlace | None:
        """The flow the visitor is in, even while looking at something on top of it."""
        return next((p for p in reversed(self.trail) if isinstance(p, FlowPlace)), None)

    def replay(self, graph: FlowGraph) -> Replay | None:
        """Return where the responses lead, or None outside a flow."""
        return graph.replay(self.flow.flow, self.responses, self.changing) if self.flow else None

    def go(self, place: Place) -> Session:
        """Go to a place. A place the visitor is already at is not entered twice."""
        return self if place == self.place else replace(self, trail=(*self.trail, place))

    def answer(self, question: str, answer: str | date, graph: FlowGraph) -> Session:
        """Answer a question: the flow goes on from there, keeping later answers that still fit."""
        answered = replace(
            self, trail=self._down_to_flow(), responses=self.responses.with_answer(question, answer), changing=None
        )
        replay = answered.replay(graph)
        return answered if replay is None else replace(answered, responses=replay.responses)

    def change(self, question: str) -> Session:
        """Ask an answered question again; later answers wait until it is answered."""
        return replace(self, trail=self._down_to_flow(), changing=question)

    def back(self, graph: FlowGraph) -> Session:
        """Undo the last touch: leave the place, stop changing, or take the last answer back."""
        if not isinstance(self.place, FlowPlace):
            return replace(self, trail=self.trail[:-1] or (AttractPlace(),))
        if self.changing is not None:
            return replace(self, changing=None)
        if self.responses.given:
            return replace(self, responses=Responses(self.responses.given[:-1]))
        return replace(self, trail=self.trail[:-1])

    def begin(self, place: Place) -> Session:
        """Go to a place as somebody who has answered nothing yet."""
        return replace(self, trail=(AttractPlace(), place), responses=Responses(), changing=None)

    def live_in(self, authority: str) -> Session:
        """Say which council is the visitor's, and go back to where that was asked from."""
        trail = tuple(place for place in self.trail if not isinstance(place, CouncilsPlace))
        return replace(self, trail=trail, authority=authority)

    def prefer(self, preferences: Preferences) -> Session:
        """Show things another way; nothing else changes."""
        return replace(self, preferences=preferences)

    def end(self) -> Session:
        """Forget everything."""
        return Session(preferences=Preferences())

    def _down_to_flow(self) -> tuple[Place, ...]:
        trail = self.trail
        while len(trail) > 1 and not isinstance(trail[-1], FlowPlace):
            trail = trail[:-1]
        return trail
