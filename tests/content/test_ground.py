"""The ground: what a visit can stand on is what the content has."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.edition import Edition
from kiosk.content.ground import ground
from kiosk.content.store import ContentStore
from kiosk.domain.following import Ground, follow
from kiosk.domain.places import FlowPlace
from kiosk.domain.session import Session
from tests.samples import TODAY, Sample


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """The tiny content set in Stoke-on-Trent."""
    folder = tmp_path_factory.mktemp("ground")
    build(Sample(folder / "data").write().folder, folder / "content.db", TODAY)
    with ContentStore(folder / "content.db") as store:
        yield ground(Edition(store, "E06000021", TODAY))


def test_it_holds_what_the_content_has(here: Ground) -> None:
    assert set(here.graph.flows) == {"challenge", "letter", "calculator"}
    assert here.directory.service("stoke-advice")
    assert (here.terms, here.regions) == ({"appeal"}, {"West Midlands", "North East"})
    assert (here.authorities, here.languages) == ({"E06000021", "E06000003"}, {"en"})


def dates(here: Ground, flow: str, **answers: object) -> set[str]:
    """Return the keys of the dates that are shown after these answers."""
    session = Session().go(FlowPlace(flow))
    for question, answer in answers.items():
        session = session.answer(question.replace("_", "-"), answer, here.graph)  # type: ignore[arg-type]
    replay = session.replay(here.graph)
    assert replay is not None
    assert follow(session, here) == session
    return set(here.dates(replay))


def test_an_outcome_has_the_dates_of_its_steps(here: Ground) -> None:
    """Where the day of the letter is known."""
    assert dates(here, "challenge", who="parent", decision="refuse", letter_date=TODAY) == {"send-appeal"}
    assert dates(here, "challenge", who="parent", decision="refuse", letter_date="unknown") == set()


def test_a_question_has_none(here: Ground) -> None:
    assert dates(here, "challenge", who="parent") == set()


def test_the_calculator_ends_in_those_of_its_rules(here: Ground, tmp_path: Path) -> None:
    session = Session().go(FlowPlace("calculator"))
    replay = session.replay(here.graph)
    answers: list[object] = []
    while replay is not None and hasattr(replay.at, "id"):
        [answer, *_] = here.graph.answers_to(replay.at, replay.responses, TODAY)
        session = session.answer(replay.at.id, answer, here.graph)
        answers.append(answer)
        replay = session.replay(here.graph)
    assert replay is not None
    assert TODAY in answers
    assert set(here.dates(replay)) == {"R-1"}
