"""Sources: where everything that an outcome says was read, and when it has to be looked at again."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kiosk.domain.fact import Fact
from kiosk.domain.outcome import Outcome
from kiosk.review.voices import Voices


def html(voices: Voices, outcome: Outcome) -> str:
    """Return a table of every source of an outcome, its steps, rules, watch-outs and law."""
    found = [voices.content.sources[source] for source in dict.fromkeys(_cited(voices, outcome))]
    rows = "".join(
        f"<tr><td>{escape(each.id)}</td><td>{escape(each.title)}<br><span class='address'>{escape(each.address)}</span>"
        f"</td><td>{each.read_on}</td><td>{escape(each.apparent_date)}</td></tr>"
        for each in found
    )
    head = "<tr><th>Key</th><th>Title and address</th><th>Read on</th><th>Age of the copy</th></tr>"
    return f'<table class="sources"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def reviewed(voices: Voices, outcome: Outcome) -> str:
    """Return who looked at what an outcome says, and by when all of it has to be looked at again."""
    facts = list(_facts(voices, outcome))
    last = min(fact.reviewed_on for fact in facts)
    effect = "".join(f" {word} {day}." for word, day in _effect(outcome.fact) if day)
    again = f"<b>Review by {review_by(voices, outcome)}.</b>"
    return f"Read by {escape(outcome.fact.reviewer)}, last on {last}. {again}{effect}"


def review_by(voices: Voices, outcome: Outcome) -> str:
    """Return the first day by which something that an outcome says has to be looked at again."""
    return min(fact.review_by for fact in _facts(voices, outcome)).isoformat()


def _effect(fact: Fact) -> tuple[tuple[str, object], ...]:
    return ("In force from", fact.effective_from), ("In force to", fact.effective_to)


def _facts(voices: Voices, outcome: Outcome) -> Iterator[Fact]:
    yield outcome.fact
    for route in outcome.routes:
        for step in route.steps:
            yield step.fact
            if step.deadline:
                yield from (rule.fact for rule in voices.content.rules[step.deadline.rule])


def _cited(voices: Voices, outcome: Outcome) -> Iterator[str]:
    for fact in _facts(voices, outcome):
        yield from fact.sources
    for note in outcome.watch_outs:
        yield from note.sources
    for law in outcome.law:
        yield from law.sources
