"""Every scenario of `scenarios.toml` comes true in the content that we ship."""

from __future__ import annotations

import pytest

from kiosk.guide.printed import as_text
from tests.data.scenarios import Scenario, said, scenarios
from tests.helpers.adviser import Adviser

SCENARIOS = scenarios()
FEWEST = 300


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario.name)
def test_it_comes_true(adviser: Adviser, scenario: Scenario) -> None:
    where = f"scenarios.toml, line {scenario.line}, “{scenario.name}”"
    replay = adviser.replay(scenario.responses)
    assert replay.responses == scenario.responses, f"{where}: an answer is not asked for, or not in this order"
    report = adviser.says(replay, adviser.code(scenario.area), scenario.day)
    found, expected = said(report), scenario.expected()
    differs = {key: f"said {found[key]}, should be {expected[key]}" for key in expected if found[key] != expected[key]}
    assert not differs, f"{where}: {differs}"
    text = as_text(adviser.store.words("en"), report).casefold()
    assert [words for words in scenario.never if words.casefold() in text] == [], f"{where}: never to be said"


def test_there_are_enough_of_them_each_with_a_name_of_its_own() -> None:
    assert len({scenario.name for scenario in SCENARIOS}) == len(SCENARIOS) >= FEWEST


def test_every_outcome_has_one(adviser: Adviser) -> None:
    assert {scenario.outcome for scenario in SCENARIOS} == {outcome.id for outcome in adviser.store.outcomes()}
