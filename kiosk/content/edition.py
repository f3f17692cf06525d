"""One opened content database, for one authority: what the screens and the commands draw from."""

from __future__ import annotations

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.content.store import ContentStore
from kiosk.errors import UsageError

if TYPE_CHECKING:  # the first frame needs none of them
    from kiosk.domain.authority import Authority
    from kiosk.domain.calculator import Calculator
    from kiosk.domain.directory import Directory
    from kiosk.domain.flow import FlowGraph
    from kiosk.domain.guidance import Guidance, Guide
    from kiosk.domain.outcome import Outcome
    from kiosk.domain.response import Responses
    from kiosk.domain.text import Text


class Edition:
    """Content opened for one authority; each part is read when it is first needed.

    `on` is the day it is opened for, where that is known: an authority may have ended by then, or not have begun.
    """

    def __init__(self, store: ContentStore, authority_code: str, on: date | None = None) -> None:
        """Open for the authority with this GSS code; empty for none.

        Raises UsageError for a code that is not known.
        """
        self.store = store
        self.on = on
        self.authority: Authority | None = _authority(store, authority_code) if authority_code else None
        self._outcomes: dict[str, Outcome] = {}

    @property
    def code(self) -> str:
        """The authority's code; empty for none."""
        return self.authority.code if self.authority else ""

    @cached_property
    def responsible(self) -> tuple[Authority, ...]:
        """Who is responsible here on the day: the authority; once it has ended, its successors; none for none."""
        from kiosk.domain.authority import responsible_on

        if self.authority is None or self.on is None:
            return (self.authority,) if self.authority else ()
        return responsible_on(self.store.authorities(), self.authority, self.on)

    @property
    def notice(self) -> Text | None:
        """What to say of an authority that has ended by the day; None where there is nothing to say."""
        ended = self.authority is not None and self.on is not None and self.authority.has_ended(self.on)
        return self.authority.notice if self.authority and ended else None

    @cached_property
    def graph(self) -> FlowGraph:
        """Every question of every flow, the calculator's among them."""
        return self.store.graph().joined(self.calculator.graph())

    @cached_property
    def calculator(self) -> Calculator:
        """What works out a date for somebody who needs no more than that."""
        from kiosk.domain.calculator import Calculator

        return Calculator(self.store.subjects(), self.store.rule_groups(), self.guide.rules)

    @cached_property
    def guide(self) -> Guide:
        """What turns an outcome into guidance here."""
        from kiosk.domain.guidance import Guide

        return Guide(self.directory, self.store.rules(), self.store.working_calendar())

    @cached_property
    def directory(self) -> Directory:
        """The services of this authority and the national ones; former ones where an authority has ended."""
        return self.store.directory(self.code, self.on)

    def outcome(self, outcome_id: str) -> Outcome:
        """Return an outcome; each is read once."""
        if outcome_id not in self._outcomes:
            self._outcomes[outcome_id] = self.store.outcome(outcome_id)
        return self._outcomes[outcome_id]

    def guidance(self, outcome_id: str, responses: Responses) -> Guidance:
        """Return an outcome made personal for these responses, here."""
        return self.guide.guidance(self.outcome(outcome_id), responses)


def _authority(store: ContentStore, code: str) -> Authority:
    found = store.authority(code)
    if found is not None:
        return found
    from difflib import get_close_matches

    known = {a.code: a for a in store.authorities()}
    by_name = {a.name.casefold(): a.code for a in known.values()}
    near = by_name.get(code.casefold()) or next(iter(get_close_matches(code.upper(), known, 1, 0)), "")
    hint = f" Did you mean {near} ({known[near].name})?" if near else ""
    raise UsageError(f"No authority has the code {code!r}.{hint}")
