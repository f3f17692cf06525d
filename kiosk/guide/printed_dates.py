"""Dates by themselves as plain text, and the list of rules that can be asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kiosk.domain.text import Words
from kiosk.guide.dated import DatesReport, InputReport, RuleGroupReport, UndatedReport
from kiosk.guide.deadlines import DeadlineReport
from kiosk.guide.lines import SIDE, heading, section, wrapped


def dates_as_text(words: Words, report: DatesReport) -> str:
    """Return dates as text: each with its working, both readings, and what can be done once it has passed."""
    return wrapped(_lines(words, report))


def list_as_text(groups: Iterable[RuleGroupReport]) -> str:
    """Return every rule as text, under its number, with the inputs that it takes."""
    return wrapped(line for group in groups for line in _group(group))


def _lines(words: Words, report: DatesReport) -> Iterator[str]:
    several = len(report["deadlines"]) + len(report["undated"]) > 1
    for number, deadline in enumerate(report["deadlines"]):
        yield from ["", ""] if number else []
        yield from _deadline(words, deadline, several)
    for number, undated in enumerate(report["undated"]):
        yield from ["", ""] if number or report["deadlines"] else []
        yield from _undated(words, undated, several)
    read = (words.phrase("report-read", title=s["title"], date=s["read_on_words"]) for s in report["sources"])
    yield from section(words.phrase("report-sources"), read)


def _deadline(words: Words, deadline: DeadlineReport, several: bool) -> Iterator[str]:
    rule = f"{deadline['rule']}. " if several else ""
    yield f"{rule}{deadline['title']}: {deadline['last_day_words']}."
    yield deadline["days_left_words"]
    yield from section(words.phrase("deadline-rule"), [deadline["words"]])
    yield from section(words.phrase("deadline-working"), deadline["working"])
    if not deadline["passed"]:
        yield from section(words.phrase("deadline-if-passed"), [deadline["if_passed"]])


def _undated(words: Words, undated: UndatedReport, several: bool) -> Iterator[str]:
    rule = f"{undated['rule']}. " if several else ""
    yield f"{rule}{undated['title']}: {undated['why']}"
    yield from section(words.phrase("deadline-rule"), [undated["words"]])


def _group(group: RuleGroupReport) -> Iterator[str]:
    yield from heading(f"{group['id']}  {group['title']}")
    if group["words"]:
        yield group["words"]
    for rule in group["rules"]:
        yield f"- {rule['id']}: {rule['title']}."
        yield f"{SIDE}{' '.join(map(_input, rule['inputs']))}{' --holiday FIRST..LAST' if rule['school_days'] else ''}"


def _input(input_: InputReport) -> str:
    given = f"--input {input_['id']}=YYYY-MM-DD"
    return f"[{given}]" if input_["optional"] else given
