"""A report as plain text, for people at a terminal and for what reads screens aloud."""

from __future__ import annotations

from collections.abc import Iterator

from kiosk.domain.text import Words
from kiosk.guide.deadlines import DeadlineReport
from kiosk.guide.lines import SIDE, heading, section, wrapped
from kiosk.guide.report import HelpReport, Report, RouteReport, ServiceReport, StepReport


def as_text(words: Words, report: Report) -> str:
    """Return a report as text, in the language that it was made in."""
    return wrapped(_lines(words, report))


def _lines(words: Words, report: Report) -> Iterator[str]:
    yield report["title"]
    yield report["summary"]
    if report["no_deadline"]:
        yield report["no_deadline"]
    for number, route in enumerate(report["routes"]):
        yield from _route(words, route)
        if number == 0:
            yield from section(words.phrase("report-say"), [report["say"]])
    yield from section(words.phrase("report-watch-outs"), (said["text"] for said in report["watch_outs"]))
    answers = (f"{answer['asked']} {answer['answer']}" for answer in report["answers"])
    yield from section(words.phrase("report-answers"), answers)
    yield from section(words.phrase("report-why"), [report["why"]])
    yield from section(words.phrase("report-law"), (said["text"] for said in report["law"]))
    yield from section(words.phrase("report-sources"), _sources(words, report))
    yield ""
    yield words.phrase("report-content-date", date=report["content_date_words"])


def _sources(words: Words, report: Report) -> Iterator[str]:
    for source in report["sources"]:
        yield words.phrase("report-read", title=source["title"], date=source["read_on_words"])


def _route(words: Words, route: RouteReport) -> Iterator[str]:
    yield from heading(route["title"])
    for number, step in enumerate(route["steps"], 1):
        yield from _step(words, number, step)


def _step(words: Words, number: int, step: StepReport) -> Iterator[str]:
    yield from ([""] if number > 1 else [])
    yield f"{number}. {step['title']} ({step['label']})"
    yield SIDE + step["text"]
    if step["deadline"]:
        yield from (SIDE + line for line in _deadline(step["deadline"]))
    if step["date_unknown"]:
        yield SIDE + step["date_unknown"]
    if step["help"]:
        yield from (SIDE + line for line in _help(words, step["help"]))


def _deadline(deadline: DeadlineReport) -> Iterator[str]:
    yield f"{deadline['title']}: {deadline['last_day_words']}. {deadline['days_left_words']}"
    yield SIDE + deadline["words"]
    yield from (SIDE + line for line in deadline["working"])


def _help(words: Words, help_: HelpReport) -> Iterator[str]:
    yield f"{words.phrase('report-help')}: {help_['name']}. {help_['does']}"
    if help_["fallback"]:
        yield SIDE + help_["fallback"]
    for service in help_["services"]:
        yield from (SIDE + line for line in _service(service))


def _service(service: ServiceReport) -> Iterator[str]:
    yield service["name"]
    for contact in service["contacts"]:
        yield f"{SIDE}{contact['detail']}: {contact['text']}"
    if service["alert"]:
        yield SIDE + service["alert"]
    yield SIDE + service["provenance"]
