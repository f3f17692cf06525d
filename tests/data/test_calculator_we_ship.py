"""The calculator on the rules we ship: every rule of a number is reached, and says what the command line says."""

from __future__ import annotations

from datetime import date

from kiosk.content.edition import Edition
from kiosk.domain.calculator import CALCULATOR
from kiosk.domain.deadlines import Deadline, Lack, Undated, work_out
from kiosk.domain.flow import ToDeadlines
from kiosk.domain.walk import replays
from tests.helpers.adviser import Adviser

DAY = date(2026, 11, 2)


def test_every_rule_is_reached_and_gives_its_date(adviser: Adviser) -> None:
    edition = Edition(adviser.store, "")
    reached: dict[str, Deadline | Undated] = {}
    for replay in replays(edition.graph, CALCULATOR, DAY):
        if isinstance(replay.at, ToDeadlines):
            made = edition.calculator.deadlines(replay.at, replay.responses, edition.guide.working)
            assert made, replay.at
            reached |= {
                each.rule.id: each for each in made if isinstance(each, Deadline) or each.lack is not Lack.INPUT
            }
    rules = adviser.store.rules()
    assert reached.keys() == rules.keys()
    for id_, made_here in reached.items():
        inputs = {each.input: each.start for each in made_here.sums} if isinstance(made_here, Deadline) else {}
        if inputs:
            assert work_out(rules[id_], inputs, edition.guide.working) == made_here


def test_nobody_is_asked_for_more_than_five_things(adviser: Adviser) -> None:
    graph = Edition(adviser.store, "").calculator.graph()
    longest = max(len(replay.asked) for replay in replays(graph, CALCULATOR, DAY))
    assert longest <= 5
