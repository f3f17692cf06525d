"""An adviser without a screen: what the kiosk says to somebody who answers like this, from a real content database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.flow import Replay, ToOutcome
from kiosk.domain.response import Responses
from kiosk.guide.report import Background, Report, report

NO_COUNCIL = "no council"
"""What scenarios call a kiosk where no council is set."""


@dataclass
class Adviser:
    """Everything said from one database; each area is opened once for each day."""

    store: ContentStore
    _editions: dict[tuple[str, date], Edition] = field(default_factory=dict)

    def code(self, area: str) -> str:
        """Return the GSS code of an area by its name; empty for “no council”."""
        codes = {each.name: each.code for each in self.store.authorities()}
        return codes[area] if area != NO_COUNCIL else ""

    def edition(self, authority: str, day: date) -> Edition:
        """Return the content of an area on a day; national for no authority."""
        if (authority, day) not in self._editions:
            self._editions[authority, day] = Edition(self.store, authority, day)
        return self._editions[authority, day]

    def replay(self, responses: Responses) -> Replay:
        """Return where responses lead from the first question."""
        return self.store.graph().replay(self.store.first_flow, responses)

    def says(self, replay: Replay, authority: str, today: date) -> Report:
        """Return everything said at the outcome that responses lead to."""
        assert isinstance(replay.at, ToOutcome), f"Asks “{replay.at.id}” next."
        edition = self.edition(authority, today)
        guidance = edition.guidance(replay.at.outcome, replay.responses)
        background = Background(today, self.store.published, authority, self.store.sources)
        words = self.store.words("en").for_audience(replay.audience)
        return report(words, replay, guidance, background)
