"""The report: everything that the screens say, as plain values and as text."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

from kiosk.domain.fact import Source
from kiosk.domain.guidance import Guide
from kiosk.domain.response import Response, Responses
from kiosk.domain.rules import Unit
from kiosk.domain.text import Text
from kiosk.guide.lines import WIDTH
from kiosk.guide.printed import as_text
from kiosk.guide.report import Background, Report, report
from tests.domain.samples import (
    ADVISER,
    APPEAL,
    APPEAL_OUTCOME,
    CHALLENGE,
    DIRECTORY,
    IPSEA,
    SENDIASS,
    TODAY,
    WORKING,
    english,
    limb,
    rule,
)

WORDS = english()
# IPSEA's alert is long enough to be broken into lines.
SERVICES = (replace(IPSEA, alert=Text("We could not confirm a number. " * 6)), SENDIASS)
GUIDE = Guide(replace(DIRECTORY, services=SERVICES), {"R-1": (APPEAL,), "R-7": (ADVISER,)}, WORKING)
BACKGROUND = Background(
    TODAY, TODAY, "E06000021", lambda ids: [Source(id_, f"Title of {id_}", "", TODAY, "undated") for id_ in ids]
)


def made(letter: date | str = date(2026, 11, 2), decision: str = "refused", today: date = TODAY) -> Report:
    given = (Response("who", "parent"), Response("decision", decision), Response("letter-date", letter))
    replay = CHALLENGE.replay("challenge", Responses(given))
    guidance = GUIDE.guidance(APPEAL_OUTCOME, replay.responses)
    return report(WORDS, replay, guidance, replace(BACKGROUND, today=today))


def test_a_report_says_what_was_found_and_when() -> None:
    told = made()
    assert told["outcome"] == "appeal"
    assert told["rows"] == ["A1"]
    assert (told["as_of"], told["content_date"], told["authority"]) == ("2026-11-23", "2026-11-23", "E06000021")
    assert (told["language"], told["audience"]) == ("en", "parent")
    assert told["title"] == "outcome.appeal.title"
    assert told["summary"] == "outcome.appeal.summary"
    assert told["why"] == "outcome.appeal.why"


def test_steps_say_what_to_do_and_who_helps() -> None:
    talk, adviser, appeal = made()["routes"][0]["steps"]
    assert talk["label"] == "You can do this"
    assert talk["help"] is not None
    assert talk["help"]["fallback"] == ""
    assert talk["help"]["services"][0]["contacts"] == [{"kind": "phone", "text": "01782 234701", "detail": "Phone"}]
    assert adviser["necessity"] == "must"
    assert adviser["help"] is not None
    assert adviser["help"]["fallback"] == "role.mediation-adviser.fallback"
    assert [each["id"] for each in adviser["help"]["services"]] == ["ipsea"]
    assert appeal["help"] is None


def test_a_deadline_comes_with_all_that_led_to_it() -> None:
    adviser = made()["routes"][0]["steps"][1]["deadline"]
    assert adviser == {
        "rule": "R-7",
        "version": "",
        "group": "",
        "binds": "family",
        "title": "rule.R-7.title",
        "words": "rule.R-7.words",
        "inputs": {"notice": "2026-11-02"},
        "last_day": "2027-01-02",
        "last_day_words": "Saturday 2 January 2027",
        "ambiguous": False,
        "outer_day": "2027-01-02",
        "outer_day_words": "Saturday 2 January 2027",
        "limit_day": "2027-01-02",
        "limit_day_words": "Saturday 2 January 2027",
        "advised_day": "2026-12-31",
        "advised_day_words": "Thursday 31 December 2026",
        "advice": "Saturday 2 January 2027 is not a working day. Do this by Thursday 31 December 2026.",
        "days_left": 40,
        "days_left_words": "40 days left.",
        "passed": False,
        "passed_words": "",
        "if_passed": "rule.R-7.passed",
        "check": False,
        "beyond": False,
        "working": [
            "The letter is dated Monday 2 November 2026.",
            "2 months later is Saturday 2 January 2027.",
            "Saturday 2 January 2027 is not a working day. Do this by Thursday 31 December 2026.",
            "Aim for several days earlier.",
        ],
    }


def test_a_deadline_that_has_passed_says_what_can_still_be_done() -> None:
    appeal = made(today=date(2027, 1, 5))["routes"][0]["steps"][2]["deadline"]
    assert appeal is not None
    assert appeal["passed"]
    assert appeal["passed_words"] == appeal["working"][-1] == "rule.R-1.passed"


def test_on_the_last_day_itself_nothing_has_passed() -> None:
    appeal = made(today=date(2027, 1, 4))["routes"][0]["steps"][2]["deadline"]
    assert appeal is not None
    assert (appeal["days_left"], appeal["passed"], appeal["passed_words"]) == (0, False, "")
    assert appeal["days_left_words"] == "Today is the last day."


def test_a_date_that_is_known_needs_no_words_for_one_that_is_not() -> None:
    assert [step["date_unknown"] for step in made()["routes"][0]["steps"]] == ["", "", ""]


def test_a_date_that_is_not_known_says_what_to_do_today() -> None:
    told = made("not-known")
    assert told["routes"][0]["steps"][2]["deadline"] is None
    assert told["routes"][0]["steps"][2]["date_unknown"] == "step.send-appeal.unknown"
    assert told["routes"][0]["steps"][0]["date_unknown"] == ""


def test_a_date_that_only_the_school_can_work_out_says_so() -> None:
    panel = rule("R-1", limb("notice", 15, Unit.SCHOOL_DAYS))
    replay = CHALLENGE.replay("challenge", Responses((Response("letter-date", date(2026, 11, 2)),)))
    by_school = replace(GUIDE, rules={"R-1": (panel,), "R-7": (ADVISER,)})
    guidance = by_school.guidance(APPEAL_OUTCOME, Responses((Response("letter-date", date(2026, 11, 2)),)))
    appeal = report(WORDS, replay, guidance, BACKGROUND)["routes"][0]["steps"][2]
    assert appeal["deadline"] is None
    assert appeal["date_unknown"] == (
        "The school’s own calendar decides this date. Ask the school for its term dates. step.send-appeal.unknown"
    )


def test_no_deadline_is_said_only_where_no_step_has_a_date() -> None:
    assert made()["no_deadline"] == ""
    assert made("not-known")["no_deadline"] == ""
    undated = replace(APPEAL_OUTCOME.routes[0], steps=APPEAL_OUTCOME.routes[0].steps[:1])
    replay = CHALLENGE.replay("challenge", Responses((Response("who", "parent"), Response("decision", "refused"))))
    guidance = GUIDE.guidance(replace(APPEAL_OUTCOME, routes=(undated,)), replay.responses)
    told = report(WORDS, replay, guidance, BACKGROUND)
    assert told["no_deadline"] == "outcome.appeal.no-deadline"
    assert "outcome.appeal.no-deadline" in as_text(WORDS, told)


def test_a_report_gives_reasons() -> None:
    told = made(decision="wrong-plan")
    assert [each["value"] for each in told["answers"]] == ["parent", "wrong-plan", "2026-11-02"]
    assert told["answers"][2]["answer"] == "2 November 2026"
    assert [each["id"] for each in told["watch_outs"]] == ["choice", "plan"]
    assert told["law"] == [{"id": "act", "text": "law.act", "sources": ["L11"]}]


def test_every_source_of_what_is_said_is_named_once() -> None:
    assert [each["id"] for each in made()["sources"]] == ["L1", "L11", "S1"]
    assert made()["sources"][0] == {
        "id": "L1",
        "title": "Title of L1",
        "address": "",
        "read_on": "2026-11-23",
        "read_on_words": "23 November 2026",
        "apparent_date": "undated",
    }


def test_a_report_is_plain_values() -> None:
    assert json.loads(json.dumps(made())) == made()


def test_the_text_says_everything_that_matters_in_reading_order() -> None:
    text = as_text(WORDS, made())
    order = [
        "outcome.appeal.title",
        "outcome.appeal.summary",
        "route.main",
        "1. step.talk.title (You can do this)",
        "Phone: 01782 234701",
        "2. step.phone-adviser.title (step.phone-adviser.label)",
        "rule.R-7.title: Saturday 2 January 2027. 40 days left.",
        "Do this by Thursday 31 December 2026.",
        "Who helps: role.mediation-adviser.name.",
        "role.mediation-adviser.fallback",
        "3. step.send-appeal.title",
        "rule.R-1.title: Monday 4 January 2027. 42 days left.",
        "So the date moves to Monday 4 January 2027.",
        "Aim for several days earlier.",
        "Watch out",
        "- watch.choice",
        "Your answers",
        "- question.letter-date 2 November 2026",
        "Why you see this",
        "- outcome.appeal.why",
        "The law",
        "- law.act",
        "Where we read this",
        "- Title of L1 (read on 23 November 2026)",
        "This information is dated 23 November 2026.",
    ]
    for each in order:
        _, found, text = text.partition(each)
        assert found, f"{each!r} is missing, or stands before what should come before it"


def test_the_text_fits_a_terminal() -> None:
    lines = as_text(WORDS, made()).splitlines()
    assert max(len(line) for line in lines) <= WIDTH
    assert any(line.startswith(" ") and "could not confirm" in line for line in lines)


def test_steps_stand_apart_and_the_first_under_its_heading() -> None:
    lines = as_text(WORDS, made()).splitlines()
    before = {line[:2]: lines[number - 1] for number, line in enumerate(lines) if line[:2] in {"1.", "2.", "3."}}
    assert before == {"1.": "-" * len("route.main"), "2.": "", "3.": ""}


def test_a_long_line_goes_on_under_its_own_beginning() -> None:
    law = {"id": "act", "text": "The right to appeal. " * 8, "sources": []}
    lines = as_text(WORDS, {**made(), "law": [law]}).splitlines()
    first = lines.index(next(line for line in lines if line.startswith("- The right")))
    assert lines[first + 1].startswith("  ")
    assert not lines[first + 1].startswith("   ")
    alert = next(number for number, line in enumerate(lines) if "could not confirm" in line)
    assert lines[alert].startswith(" " * 12 + "We could")
    assert lines[alert + 1].startswith(" " * 12)
    assert not lines[alert + 1].startswith(" " * 13)


def test_the_text_says_what_to_do_where_a_date_is_not_known() -> None:
    assert "    step.send-appeal.unknown" in as_text(WORDS, made("not-known"))


def test_a_section_with_nothing_in_it_has_no_heading() -> None:
    assert "Watch out" not in as_text(WORDS, {**made(), "watch_outs": []})
