"""One outcome on paper: who gets here, every word, the dates, who helps, where it was read, and who signed it."""

from __future__ import annotations

from html import escape

from kiosk.content.signoffs import Standing, fingerprint, standing
from kiosk.domain.authority import Authority
from kiosk.domain.outcome import Outcome
from kiosk.review import dates, routes, services, sources, ways
from kiosk.review.voices import Voices
from kiosk.review.ways import Ways


def html(voices: Voices, outcome: Outcome, found: Ways, authority: Authority | None) -> str:
    """Return the pages of one outcome."""
    parts = {
        "Who gets here": ways.html(voices, found, outcome.id),
        "Why they see this": f"<p>{voices.all(outcome.why)}</p>",
        "What they can do": routes.html(voices, outcome),
        "Watch out": _watch_outs(voices, outcome),
        "Dates, for a sample letter": dates.html(voices, outcome),
        "Who helps": services.html(voices, outcome, authority),
        "The law": _law(voices, outcome),
        "Where this was read": f"<p>{sources.reviewed(voices, outcome)}</p>{sources.html(voices, outcome)}",
        "Sign-off": _signing(voices, outcome),
    }
    body = "".join(f"<h3>{title}</h3>{part}" for title, part in parts.items() if part)
    return f'<section class="outcome" id="{outcome.id}">{_head(voices, outcome)}{body}</section>'


def status(voices: Voices, outcome: Outcome) -> str:
    """Return whether an outcome is signed, in a word or two with its colour."""
    found = standing(voices.content, outcome)
    if found.signed:
        return '<span class="signed">signed</span>'
    return f'<span class="unsigned">{"unsigned: changed" if found.outdated else "unsigned"}</span>'


def _head(voices: Voices, outcome: Outcome) -> str:
    rows = (voices.content.disagreements.rows[row] for row in outcome.rows)
    answered = "".join(f"<li><b>{row.id}</b> {escape(row.title)}</li>" for row in rows)
    on_map = f'<ul class="rows">{answered}</ul>' if answered else '<p class="rows">Answers no row of the map.</p>'
    undated = voices.all(outcome.no_deadline)
    none = f'<p class="none">Where no step has a date: {undated}</p>' if undated else ""
    return (
        f'<p class="id">{outcome.id} {status(voices, outcome)}</p><h2>{voices.all(outcome.title)}</h2>{on_map}'
        f'<p class="summary">{voices.all(outcome.summary)}</p>{none}'
        f'<p class="say">What to say on the phone: “{voices.all(outcome.say)}”</p>'
    )


def _watch_outs(voices: Voices, outcome: Outcome) -> str:
    notes = "".join(
        f"<li>{voices.all(note.text)} {routes.cited(note.sources)}{voices.only_if(note.when)}</li>"
        for note in outcome.watch_outs
    )
    return f"<ul>{notes}</ul>" if notes else ""


def _law(voices: Voices, outcome: Outcome) -> str:
    lines = "".join(f"<li>{voices.all(law.text)} {routes.cited(law.sources)}</li>" for law in outcome.law)
    return f"<ul>{lines}</ul>" if lines else ""


def _signing(voices: Voices, outcome: Outcome) -> str:
    found = standing(voices.content, outcome)
    hash_ = fingerprint(voices.content, outcome)
    return (
        f'<div class="signing">{_signed(found)}<p>These words and rules have the hash <code>{hash_}</code>.</p>'
        "<p>I have read this outcome, and it is right.</p>"
        '<p class="lines"><span>Name or role</span><span>Date</span></p></div>'
    )


def _signed(found: Standing) -> str:
    if not found.signed and not found.outdated:
        return '<p class="unsigned">Unsigned. Nobody has signed this outcome yet.</p>'
    lines = [f'<p class="signed">Signed by {escape(each.by)} on {each.on}.</p>' for each in found.signed]
    if not found.signed:
        lines.append('<p class="unsigned">Unsigned. The words or rules have changed since they were signed.</p>')
    before = "Before that, {} signed <code>{}</code> on {}."
    lines += [f"<p>{before.format(escape(each.by), escape(each.hash), each.on)}</p>" for each in found.outdated]
    return "".join(lines)
