"""A report as plain text, for people at a terminal and for what reads screens aloud."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from kiosk.domain.text import Words
from kiosk.guide.deadlines import DeadlineReport
from kiosk.guide.report import HelpReport, Report, RouteReport, ServiceReport, StepReport

WIDTH = 100
"""Characters in a line, at most."""

_SIDE = "    "


def as_text(words: Words, report: Report) -> str:
    """Return a report as text, in the language that it was made in."""
    return "\n".join(_wrapped(_lines(words, report))) + "\n"


def _lines(words: Words, report: Report) -> Iterator[str]:
    yield report["title"]
    yield report["summary"]
    if report["no_deadline"]:
        yield report["no_deadline"]
    for route in report["routes"]:
        yield from _route(words, route)
    yield from _section(words.phrase("report-watch-outs"), (said["text"] for said in report["watch_outs"]))
    answers = (f"{answer['asked']} {answer['answer']}" for answer in report["answers"])
    yield from _section(words.phrase("report-answers"), answers)
    yield from _section(words.phrase("report-why"), [report["why"]])
    yield from _section(words.phrase("report-law"), (said["text"] for said in report["law"]))
    yield from _section(words.phrase("report-sources"), _sources(words, report))
    yield ""
    yield words.phrase("report-content-date", date=report["content_date_words"])


def _section(heading: str, lines: Iterable[str]) -> Iterator[str]:
    listed = [f"- {line}" for line in lines]
    if listed:
        yield from (*_heading(heading), *listed)


def _heading(heading: str) -> tuple[str, str, str]:
    return "", heading, "-" * len(heading)


def _sources(words: Words, report: Report) -> Iterator[str]:
    for source in report["sources"]:
        yield words.phrase("report-read", title=source["title"], date=source["read_on_words"])


def _route(words: Words, route: RouteReport) -> Iterator[str]:
    yield from _heading(route["title"])
    for number, step in enumerate(route["steps"], 1):
        yield from _step(words, number, step)


def _step(words: Words, number: int, step: StepReport) -> Iterator[str]:
    yield from ([""] if number > 1 else [])
    yield f"{number}. {step['title']} ({step['label']})"
    yield _SIDE + step["text"]
    if step["deadline"]:
        yield from (_SIDE + line for line in _deadline(step["deadline"]))
    if step["date_unknown"]:
        yield _SIDE + step["date_unknown"]
    if step["help"]:
        yield from (_SIDE + line for line in _help(words, step["help"]))


def _deadline(deadline: DeadlineReport) -> Iterator[str]:
    yield f"{deadline['title']}: {deadline['last_day_words']}. {deadline['days_left_words']}"
    yield _SIDE + deadline["words"]
    yield from (_SIDE + line for line in deadline["working"])


def _help(words: Words, help_: HelpReport) -> Iterator[str]:
    yield f"{words.phrase('report-help')}: {help_['name']}. {help_['does']}"
    if help_["fallback"]:
        yield _SIDE + help_["fallback"]
    for service in help_["services"]:
        yield from (_SIDE + line for line in _service(service))


def _service(service: ServiceReport) -> Iterator[str]:
    yield service["name"]
    for contact in service["contacts"]:
        yield f"{_SIDE}{contact['detail']}: {contact['text']}"
    if service["alert"]:
        yield _SIDE + service["alert"]
    yield _SIDE + service["provenance"]


def _wrapped(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        hanging = indent + "  " if line.startswith("- ") else indent
        wrapper = TextWrapper(WIDTH, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False)
        yield from wrapper.wrap(line) or [""]
