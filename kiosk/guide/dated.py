"""Rules asked for by themselves: what there is to ask for, and the dates that were worked out, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Deadline, Undated, work_out
from kiosk.domain.fact import Source
from kiosk.domain.rules import Rule, RuleGroup, version_on
from kiosk.domain.text import Words
from kiosk.guide.deadlines import DeadlineReport, deadline_report
from kiosk.guide.report import SourceReport, source_report
from kiosk.guide.working import why_undated


class UndatedReport(TypedDict):
    """A rule that gives no date for what is known, and why; `inputs` are those that it lacks."""

    rule: str
    title: str
    words: str
    lack: str
    inputs: list[str]
    why: str


class DatesReport(TypedDict):
    """What one or several rules give as of a day."""

    as_of: str
    language: str
    deadlines: list[DeadlineReport]
    undated: list[UndatedReport]
    sources: list[SourceReport]


class InputReport(TypedDict):
    """A date that a rule counts from."""

    id: str
    asked: str
    optional: bool


class RuleReport(TypedDict):
    """A rule that can be asked for. `school_days`: it needs the school's own calendar."""

    id: str
    title: str
    words: str
    binds: str
    school_days: bool
    inputs: list[InputReport]


class RuleGroupReport(TypedDict):
    """A number of the list of rules; where it has no rules, its words are all there is."""

    id: str
    title: str
    words: str
    rules: list[RuleReport]


@dataclass(frozen=True)
class Facts:
    """What is known: the dates, by input, and the days that offices and the school are open."""

    inputs: Mapping[str, date]
    working: WorkingCalendar
    school: WorkingCalendar | None


def worked_out(rules: Iterable[Sequence[Rule]], facts: Facts) -> list[Deadline | Undated]:
    """Work out every rule for what is known; each is given by its versions."""
    return [work_out(versions, facts.inputs, facts.working, facts.school) for versions in rules]


def dates_report(
    words: Words, dated: Iterable[Deadline | Undated], sources: Sequence[Source], today: date
) -> DatesReport:
    """Return what rules gave, as it stands today."""
    every = list(dated)
    return {
        "as_of": today.isoformat(),
        "language": words.language,
        "deadlines": [deadline_report(words, each, today) for each in every if isinstance(each, Deadline)],
        "undated": [_undated(words, each) for each in every if isinstance(each, Undated)],
        "sources": [source_report(words, source) for source in sources],
    }


def listed(
    words: Words, groups: Mapping[str, RuleGroup], rules: Mapping[str, Sequence[Rule]], today: date
) -> list[RuleGroupReport]:
    """Return every rule as it stands today, under its number; a rule without one stands alone, at the end."""
    current = [version_on(versions, today) for versions in rules.values()]
    grouped = [_group(words, group, (rule for rule in current if rule.group == group.id)) for group in groups.values()]
    return [*grouped, *(_alone(words, rule) for rule in current if not rule.group)]


def _undated(words: Words, undated: Undated) -> UndatedReport:
    return {
        "rule": undated.rule.id,
        "title": words(undated.rule.title),
        "words": words(undated.rule.words),
        "lack": undated.lack,
        "inputs": list(undated.inputs),
        "why": why_undated(words, undated),
    }


def _group(words: Words, group: RuleGroup, rules: Iterable[Rule]) -> RuleGroupReport:
    return {
        "id": group.id,
        "title": words(group.title),
        "words": words(group.words),
        "rules": [_rule(words, rule) for rule in rules],
    }


def _alone(words: Words, rule: Rule) -> RuleGroupReport:
    return {"id": rule.id, "title": words(rule.title), "words": "", "rules": [_rule(words, rule)]}


def _rule(words: Words, rule: Rule) -> RuleReport:
    return {
        "id": rule.id,
        "title": words(rule.title),
        "words": words(rule.words),
        "binds": rule.binds,
        "school_days": rule.needs_school_days,
        "inputs": [
            {"id": name, "asked": words.phrase(f"input-{name}"), "optional": optional}
            for name, optional in rule.inputs.items()
        ],
    }
