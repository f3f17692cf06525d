"""What a visit can stand on in opened content."""

from __future__ import annotations

from collections.abc import Collection
from typing import assert_never

from kiosk.content.edition import Edition
from kiosk.domain.deadlines import Deadline
from kiosk.domain.flow import Question, Replay, ToDeadlines, ToOutcome
from kiosk.domain.following import Ground


def ground(edition: Edition) -> Ground:
    """Return what a visit can stand on in an edition. Raises ContentError where the database is damaged."""

    def dates(replay: Replay) -> Collection[str]:
        match replay.at:
            case ToOutcome(outcome):
                steps = edition.guidance(outcome, replay.responses).steps()
                return {each.step.id for each in steps if each.deadline is not None}
            case ToDeadlines() as at:
                made = edition.calculator.deadlines(at, replay.responses, edition.guide.working)
                return {each.rule.id for each in made if isinstance(each, Deadline)}
            case Question():
                return ()
            case _:
                assert_never(replay.at)

    authorities = edition.store.authorities()
    return Ground(
        graph=edition.graph,
        directory=edition.directory,
        terms={term.id for term in edition.store.terms()},
        regions={authority.region for authority in authorities},
        authorities={authority.code for authority in authorities},
        languages={language.code for language in edition.store.languages()},
        dates=dates,
    )
