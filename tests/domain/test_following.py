"""Following: a visit goes on where it was when the content under it changes, as far as that is still there."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.flow import FlowGraph, Question, Replay, ToOutcome, ToQuestion
from kiosk.domain.following import Ground, follow, whereabouts
from kiosk.domain.places import (
    AttractPlace,
    CodePlace,
    CouncilsPlace,
    DayPlace,
    DisplayPlace,
    FlowPlace,
    HelpersPlace,
    MonthPlace,
    PersonPlace,
    Place,
    ServicePlace,
    ServicesPlace,
    TermPlace,
    WhyPlace,
    WorkingPlace,
    YearPlace,
)
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.domain.response import Response, Responses
from kiosk.domain.session import Session
from tests.domain.samples import (
    CERTIFICATE_DATE,
    CHALLENGE,
    DECISION,
    DIRECTORY,
    LETTER_DATE,
    TODAY,
    WHO,
    graph,
    graphs,
    option,
    question,
)

BEGUN = Session().go(FlowPlace("challenge"))
POLISH = Preferences("pl", TextSize.LARGE, Contrast.HIGH)
WITHOUT_WHO = graph(replace(DECISION, options=DECISION.options[:2]), LETTER_DATE, CERTIFICATE_DATE)
EMPTY = FlowGraph({}, {})


def dates(replay: Replay) -> Collection[str]:
    """Give the appeal one date."""
    return ["send-appeal"] if replay.at == ToOutcome("appeal") else []


GROUND = Ground(
    graph=CHALLENGE,
    directory=DIRECTORY,
    terms=["appeal"],
    regions=["North East"],
    authorities=["E06000021"],
    languages=["en", "pl"],
    dates=dates,
)


def on(graph_: FlowGraph) -> Ground:
    """Return other content, with these questions."""
    return replace(GROUND, graph=graph_)


def answered(*answers: str) -> Session:
    session = BEGUN
    for asked, answer in zip(("who", "decision", "letter-date"), answers, strict=False):
        session = session.answer(asked, answer, CHALLENGE)
    return session


def test_on_the_same_content_nothing_changes() -> None:
    everything = answered("parent", "refused").go(HelpersPlace("advice")).prefer(POLISH).live_in("E06000021")
    assert follow(everything, GROUND) == everything
    assert follow(Session(), GROUND) == Session()


def test_an_answer_that_is_still_offered_leads_where_it_leads_now() -> None:
    """The question asked before is gone, and the visit is at the same question all the same."""
    session = follow(answered("parent", "refused"), on(WITHOUT_WHO))
    assert session.responses == Responses((Response("decision", "refused"),))
    assert whereabouts(session, WITHOUT_WHO) == (FlowPlace("challenge"), "letter-date")


def test_an_answer_that_is_gone_is_asked_for_again_and_those_after_it_with_it() -> None:
    fewer = graph(WHO, replace(DECISION, options=DECISION.options[1:]), LETTER_DATE, CERTIFICATE_DATE)
    session = follow(answered("parent", "refused", "no-letter"), on(fewer))
    assert session.responses == Responses((Response("who", "parent"),))
    assert whereabouts(session, fewer) == (FlowPlace("challenge"), "decision")


def test_a_new_question_on_the_way_is_asked() -> None:
    longer = graph(
        replace(WHO, branches=(replace(WHO.branches[0], go=ToQuestion("new")),)),
        question("new", option("yes"), go=ToQuestion("decision")),
        *(DECISION, LETTER_DATE, CERTIFICATE_DATE),
    )
    session = follow(answered("parent", "nothing-yet"), on(longer))
    assert whereabouts(session, longer) == (FlowPlace("challenge"), "new")


def test_a_flow_that_is_gone_is_left_with_its_answers() -> None:
    """What was looked at on top of it is looked at still."""
    session = follow(answered("parent", "refused").go(TermPlace("appeal")), on(EMPTY))
    assert session == Session().go(TermPlace("appeal"))
    assert whereabouts(session, EMPTY) == (TermPlace("appeal"), None)


def test_where_one_flow_of_two_is_gone_its_answers_do_not_count_in_the_other() -> None:
    two = answered("parent").go(FlowPlace("gone"))
    assert follow(two, GROUND) == BEGUN


def test_an_answer_that_is_being_changed_is_still_being_changed() -> None:
    changing = answered("parent", "refused").change("who")
    assert follow(changing, GROUND) == changing
    assert follow(changing, on(WITHOUT_WHO)).changing is None


HERE = (
    AttractPlace(),
    PersonPlace(),
    DisplayPlace(),
    YearPlace("letter-date"),
    MonthPlace("letter-date", 2026),
    DayPlace("letter-date", 2026, 11),
    HelpersPlace(),
    HelpersPlace("advice"),
    ServicesPlace("sendiass"),
    ServicePlace("ipsea", "national-advice"),
    CodePlace("ipsea", "national-advice"),
    CouncilsPlace(),
    CouncilsPlace("North East"),
    TermPlace("appeal"),
)
GONE = (
    YearPlace("certificate-date"),
    MonthPlace("decision", 2026),
    DayPlace("gone", 2026, 11),
    WhyPlace(),
    WorkingPlace("send-appeal"),
    HelpersPlace("gone"),
    ServicesPlace("gone"),
    ServicePlace("gone", "sendiass"),
    ServicePlace("ipsea", "gone"),
    CodePlace("gone", "sendiass"),
    CouncilsPlace("gone"),
    TermPlace("gone"),
)


@pytest.mark.parametrize("place", HERE, ids=str)
def test_a_place_that_is_there_stays(place: Place) -> None:
    there = answered("parent", "refused").go(place)
    assert follow(there, GROUND) == there


@pytest.mark.parametrize("place", GONE, ids=str)
def test_a_place_that_is_gone_is_left_for_the_one_below_it(place: Place) -> None:
    """Also from under another one, so that Back does not lead there."""
    below = answered("parent", "refused")
    assert follow(below.go(place), GROUND) == below
    assert follow(below.go(place).go(PersonPlace()), GROUND) == below.go(PersonPlace())


@pytest.mark.parametrize("place", [YearPlace("letter-date"), WhyPlace(), WorkingPlace("send-appeal")], ids=str)
def test_outside_a_flow_there_are_no_dates_and_reasons(place: Place) -> None:
    assert follow(Session().go(place), GROUND) == Session()


def test_at_an_outcome_there_are_reasons_and_the_workings_of_its_dates() -> None:
    outcome = answered("parent", "refused", "not-known")
    why = outcome.go(WhyPlace()).go(WorkingPlace("send-appeal"))
    assert follow(why, GROUND) == why
    assert follow(outcome.go(WorkingPlace("phone-adviser")), GROUND) == outcome


def test_a_language_and_a_council_that_are_gone_are_those_of_the_kiosk_again() -> None:
    """How large the words are and in which colours stays."""
    session = answered("parent").prefer(replace(POLISH, language="cy")).live_in("E99999999")
    assert follow(session, GROUND) == answered("parent").prefer(replace(POLISH, language="en"))


def walk(graph_: FlowGraph, data: st.DataObject) -> Session:
    """Answer some questions, perhaps change one, perhaps look at something."""
    session = BEGUN
    for _ in range(data.draw(st.integers(0, 6))):
        replay = session.replay(graph_)
        if replay is None or not isinstance(replay.at, Question):
            break
        answer = data.draw(st.sampled_from(list(graph_.answers_to(replay.at, replay.responses, TODAY))))
        session = session.answer(replay.at.id, answer, graph_)
    if session.responses.given and data.draw(st.booleans()):
        session = session.change(data.draw(st.sampled_from(session.responses.given)).question)
    return session.go(data.draw(st.sampled_from((FlowPlace("challenge"), *HERE, *GONE))))


@settings(max_examples=25)
@given(graphs(), graphs(), st.data())
def test_wherever_a_visit_was_it_can_go_on_and_back_out_on_any_content(
    old: FlowGraph, new: FlowGraph, data: st.DataObject
) -> None:
    """It holds no answer that does not count, and to follow twice is to follow once."""
    session = follow(walk(old, data), on(new))
    assert follow(session, on(new)) == session
    replay = session.replay(new)
    assert replay is not None
    if session.changing is None:
        assert replay.responses == session.responses
    for _ in range(len(session.trail) + len(session.responses.given) + 1):
        session = session.back(new)
    assert session == Session()


@settings(max_examples=25)
@given(graphs(), st.data())
def test_on_the_same_questions_a_visit_is_where_it_was(graph_: FlowGraph, data: st.DataObject) -> None:
    session = walk(graph_, data)
    followed = follow(session, on(graph_))
    assert (followed.responses, followed.changing) == (session.responses, session.changing)
