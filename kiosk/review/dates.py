"""Dates: each rule behind an outcome in words, worked out for a sample letter; and every rule there is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from html import escape

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Lack, Undated, deadline
from kiosk.domain.outcome import Outcome
from kiosk.domain.rules import Rule, RuleGroup
from kiosk.guide.dates import long_date
from kiosk.guide.working import why_undated, working_lines
from kiosk.review.voices import Voices

_SENT_BEFORE = timedelta(weeks=3)
_CERTIFIED_AFTER = timedelta(days=46)
"""Long enough after the letter that a month from the certificate is later than two from the letter."""


def html(voices: Voices, outcome: Outcome) -> str:
    """Return every rule that dates an outcome, in every version; nothing where there is none."""
    used = dict.fromkeys(step.deadline.rule for route in outcome.routes for step in route.steps if step.deadline)
    return "".join(_rule(voices, rule) for name in used for rule in voices.content.rules[name])


def in_full(voices: Voices) -> str:
    """Return every rule, below its number in the list of time limits."""
    alone = "".join(_rule(voices, rule) for rule in voices.content.every_rule() if not rule.group)
    groups = "".join(_group(voices, group) for group in voices.content.rule_groups.values())
    return f'<section class="appendix" id="rules"><h2>Every time limit</h2>{groups}{alone}</section>'


def _group(voices: Voices, group: RuleGroup) -> str:
    rules = "".join(_rule(voices, rule) for rule in voices.content.every_rule() if rule.group == group.id)
    asked = [voices.all(subject.title) for subject in voices.content.subjects if subject.id == group.subject]
    found = "".join(f"<p><small>Asked for under “{title}”</small></p>" for title in asked)
    return f"<h3>{escape(group.id)}: {voices.all(group.title)}</h3>{found}<p>{voices.all(group.words)}</p>{rules}"


def _rule(voices: Voices, rule: Rule) -> str:
    examples = "".join(_example(voices, rule, inputs) for inputs in _samples(rule, voices.content.published))
    limits = (("in force from", rule.fact.effective_from), ("in force to", rule.fact.effective_to))
    effect = "".join(f", {word} {day}" for word, day in limits if day)
    return (
        f'<div class="rule"><h4>{voices.all(rule.title)} <small>{escape(rule.key)}{effect}</small></h4>'
        f"<p>{voices.all(rule.words)}</p>{examples}"
        f"<p><b>When the day has passed:</b> {voices.all(rule.passed)}</p></div>"
    )


def _samples(rule: Rule, published: date) -> Iterator[Mapping[str, date]]:
    """Yield sample dates: of what the rule cannot do without, then of everything that it may count from."""
    sent = published - _SENT_BEFORE
    names = list(rule.inputs)
    needed = [name for name in names if not rule.inputs[name]] or names[:1]
    yield dict.fromkeys(needed, sent)
    if needed != names:
        yield {name: sent if name in needed else sent + _CERTIFIED_AFTER for name in names}


def _example(voices: Voices, rule: Rule, inputs: Mapping[str, date]) -> str:
    worked = deadline(rule, inputs, WorkingCalendar.of_whole_years(voices.content.bank_holidays))
    if worked is None:
        why = why_undated(voices.words, Undated(rule, Lack.SCHOOL_CALENDAR))
        return f'<div class="sample"><p>{escape(why)}</p></div>'
    lines = "".join(f"<li>{escape(line)}</li>" for line in working_lines(voices.words, worked))
    return f'<div class="sample"><p>Sample: <b>{long_date(voices.words, worked.last_day)}</b></p><ol>{lines}</ol></div>'
