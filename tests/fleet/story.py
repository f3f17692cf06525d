"""What the fleet goes through: switched on at once, quiet hours, publications, an outage of the server."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.refresh import Result
from tests.fleet.field import TICK, Field, Phase
from tests.fleet.kiosk import KEPT

HOUR = 3600.0
MINUTE = 60.0
Figures = dict[str, float]
"""What is reported of a phase, by name; names say the unit."""


def switched_on_with_news(field: Field) -> tuple[Phase, Figures]:
    """All start within one minute, and a release waits that none of them has."""
    phase = Phase("power back within one minute, a release waits")
    field.publisher.issue(field.at)
    field.switch_on(within=MINUTE)
    start = field.at
    field.pass_by(phase, 2 * MINUTE)
    field.prove(phase)
    return phase, {**_reach(phase, field, start), "busiest second, looks": phase.busiest(1)}


def switched_on(field: Field) -> tuple[Phase, Figures]:
    """All start within one minute, and nothing is new."""
    phase = Phase("power back within one minute, nothing new")
    field.switch_on(within=MINUTE)
    field.pass_by(phase, 2 * MINUTE)
    field.prove(phase)
    return phase, {"busiest second, looks": phase.busiest(1)}


def quiet(field: Field) -> tuple[Phase, Figures]:
    """Nothing is new for two hours, of kiosks that were switched on at any moment of an hour."""
    phase = Phase("two quiet hours")
    field.switch_on(within=HOUR)
    field.server.requests()
    field.pass_by(phase, 2 * HOUR)
    field.prove(phase)
    requests = field.server.requests()
    if len(requests) != len(phase.looks):
        phase.wrong.append(f"{len(phase.looks)} idle looks took {len(requests)} requests.")
    return phase, {
        "requests for one look": len(requests) / len(phase.looks),
        "busiest minute, looks": phase.busiest(60),
    }


def publication(field: Field) -> tuple[Phase, Figures]:
    """A release is published while kiosks look."""
    phase = Phase("a release, published while kiosks look")
    at = field.tick_while_publishing(phase)
    field.pass_by(phase, field.schedule.longest + TICK)
    field.prove(phase)
    return phase, _reach(phase, field, at)


def two_publications(field: Field) -> tuple[Phase, Figures]:
    """Two releases are published while a tenth of the kiosks is between the timestamp and the content of a third."""
    phase = Phase("two releases, published in the middle of looks")
    field.publisher.issue(field.at)
    at, held = field.at, max(field.crews.count, field.kiosks // 10)
    field.hold(phase, held, between=2)
    first = len(phase.looks)
    field.pass_by(phase, field.schedule.longest + TICK)
    field.prove(phase)
    return phase, {"held in the middle, kiosks": first, **_reach(phase, field, at)}


def server_away(field: Field) -> tuple[Phase, Figures]:
    """The server is stopped while kiosks look, a release is published, and it comes back after an hour."""
    phase = Phase("the server away for an hour, a release meanwhile")
    field.tick_while_stopping(phase)
    field.publisher.issue(field.at)
    field.pass_by(phase, HOUR)
    away = phase.count(KEPT)
    back = field.come_back()
    field.pass_by(phase, field.schedule.longest + TICK)
    field.prove(phase)
    late = phase.count(KEPT) - away
    figures = {"failed while it was away, looks": away, "failed after it was back, looks": late}
    return phase, {**figures, **_reach(phase, field, back)}


STORY: tuple[Callable[[Field], tuple[Phase, Figures]], ...] = (
    switched_on_with_news,
    quiet,
    publication,
    two_publications,
    server_away,
    switched_on,
)


def _reach(phase: Phase, field: Field, since: float) -> Figures:
    """Return how many minutes of the fleet's clock it took until half of, nearly all and all kiosks had the newest."""
    minutes = [(at - since) / MINUTE for at in phase.reached(field.publisher.newest)]
    if len(minutes) != field.kiosks:
        phase.wrong.append(f"{len(minutes)} of {field.kiosks} kiosks came to show the release.")
        return {}
    return {
        "half have it, minutes": minutes[len(minutes) // 2],
        "99 % have it, minutes": minutes[int(len(minutes) * 0.99)],
        "all have it, minutes": minutes[-1],
        "looks that fetched it": phase.count(Result.NEW),
    }
