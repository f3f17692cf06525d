"""The scene: everything a screen is made from, at one touch."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from kiosk.config import Config
from kiosk.content.edition import Edition
from kiosk.domain.flow import Replay, ToDeadlines, ToOutcome
from kiosk.domain.session import Session
from kiosk.domain.text import Words

if TYPE_CHECKING:  # not needed for the first frame
    from collections.abc import Mapping

    from kiosk.domain.deadlines import Deadline, Undated
    from kiosk.domain.guidance import Guidance


@dataclass(frozen=True)
class Scene:
    """The session, the content it is shown from, the settings and today's date."""

    session: Session
    edition: Edition
    config: Config
    today: date

    @cached_property
    def replay(self) -> Replay | None:
        """Where the responses lead; None outside a flow."""
        return self.session.replay(self.edition.graph)

    @cached_property
    def words(self) -> Words:
        """The visitor's language, speaking to whoever is asking."""
        words = self.edition.store.words(self.session.preferences.language)
        return words.for_audience(self.replay.audience) if self.replay else words

    @cached_property
    def guidance(self) -> Guidance:
        """What this visitor can do. Only at an outcome: asked elsewhere it raises LookupError."""
        if self.replay is None or not isinstance(self.replay.at, ToOutcome):
            raise LookupError("there is no guidance before an outcome")
        return self.edition.guidance(self.replay.at.outcome, self.replay.responses)

    @cached_property
    def calculated(self) -> Mapping[str, Deadline | Undated]:
        """What the calculator worked out, by rule. Only where it ends: asked elsewhere it raises LookupError."""
        if self.replay is None or not isinstance(self.replay.at, ToDeadlines):
            raise LookupError("nothing is calculated before the calculator's end")
        edition = self.edition
        made = edition.calculator.deadlines(self.replay.at, self.replay.responses, edition.guide.working)
        return {each.rule.id: each for each in made}

    def deadline(self, key: str) -> Deadline:
        """Return the deadline of a step, or at the calculator's end that of a rule. There has to be one."""
        from kiosk.domain.deadlines import Deadline

        if self.replay is not None and isinstance(self.replay.at, ToDeadlines):
            calculated = self.calculated[key]
            assert isinstance(calculated, Deadline)
            return calculated
        step = self.guidance.step(key)
        assert step is not None
        assert step.deadline is not None
        return step.deadline
