"""Guidance: an outcome made personal."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kiosk.domain.guidance import Guidance, Guide
from kiosk.domain.response import Response, Responses
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    APPEAL_OUTCOME,
    DIRECTORY,
    IPSEA,
    PHONE_ADVISER,
    SECTION_I,
    SEND_APPEAL,
    SENDIASS,
    WORKING,
)

GUIDE = Guide(DIRECTORY, {each.id: (each,) for each in (APPEAL, ADVISER, SECTION_I)}, WORKING)
NOTICE = date(2026, 11, 2)


def guidance(**answers: str | date) -> Guidance:
    given = (Response(name.replace("_", "-"), answer) for name, answer in answers.items())
    return GUIDE.guidance(APPEAL_OUTCOME, Responses(tuple(given)))


def test_routes_and_watch_outs_that_do_not_fit_are_left_out() -> None:
    assert [each.route.id for each in guidance().routes] == ["main"]
    assert [each.id for each in guidance().watch_outs] == ["choice"]
    personal = guidance(decision="wrong-plan")
    assert [each.route.id for each in personal.routes] == ["main", "beside"]
    assert [each.id for each in personal.watch_outs] == ["choice", "plan"]


def test_steps_that_do_not_fit_are_left_out() -> None:
    assert [each.step.id for each in guidance(who="parent").routes[0].steps] == ["talk", "phone-adviser", "send-appeal"]
    assert guidance(who="young-person").step("as-yourself") is not None


def test_steps_know_who_helps() -> None:
    talk, adviser, appeal = guidance().routes[0].steps
    assert talk.help is not None
    assert talk.help.services == (SENDIASS,)
    assert adviser.help is not None
    assert adviser.help.services == (IPSEA,)
    assert adviser.help.instead
    assert appeal.help is None


def test_steps_know_by_when() -> None:
    personal = guidance(letter_date=NOTICE)
    appeal = personal.step("send-appeal")
    assert appeal is not None
    assert appeal.deadline is not None
    assert appeal.deadline.last_day == date(2027, 1, 4)
    assert not appeal.date_unknown


def test_a_date_that_is_known_besides_is_used() -> None:
    appeal = guidance(letter_date=NOTICE, certificate_date=date(2026, 12, 18)).step("send-appeal")
    assert appeal is not None
    assert appeal.deadline is not None
    assert appeal.deadline.last_day == date(2027, 1, 18)


def test_a_step_whose_date_is_not_known_says_so() -> None:
    personal = guidance(letter_date="not-known")
    assert [each.step.id for each in personal.steps() if each.date_unknown] == ["phone-adviser", "send-appeal"]
    assert personal.deadlines() == ()


def test_dates_come_soonest_first() -> None:
    dates = [
        (each.step.id, each.deadline.last_day) for each in guidance(letter_date=NOTICE).deadlines() if each.deadline
    ]
    assert dates == [("phone-adviser", date(2027, 1, 2)), ("send-appeal", date(2027, 1, 4))]


def test_a_rule_that_two_steps_go_by_is_listed_once_with_its_first_step() -> None:
    again = replace(SEND_APPEAL, id="again")
    route = replace(APPEAL_OUTCOME.routes[0], steps=(PHONE_ADVISER, SEND_APPEAL, again))
    outcome = replace(APPEAL_OUTCOME, routes=(route,))
    personal = GUIDE.guidance(outcome, Responses((Response("letter-date", NOTICE),)))
    assert [each.step.id for each in personal.deadlines()] == ["phone-adviser", "send-appeal"]


def test_a_step_is_found_by_its_id() -> None:
    assert guidance().step("talk") is not None
    assert guidance().step("unheard-of") is None
