"""The index: every outcome and every row of the map, with where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kiosk.content.signoffs import standing
from kiosk.domain.outcome import Outcome
from kiosk.review.outcome import status
from kiosk.review.sources import review_by
from kiosk.review.voices import Voices


def html(voices: Voices, outcomes: Sequence[Outcome]) -> str:
    """Return the index of outcomes, then that of the rows they answer."""
    signed = sum(bool(standing(voices.content, outcome).signed) for outcome in outcomes)
    return (
        f"<h2>Outcomes</h2><p>{signed} of {len(outcomes)} outcomes are signed.</p>{_outcomes(voices, outcomes)}"
        f"<h2>The map of disagreements</h2>{_rows(voices, outcomes)}"
    )


def _outcomes(voices: Voices, outcomes: Sequence[Outcome]) -> str:
    rows = "".join(
        f'<tr><td><a href="#{each.id}">{each.id}</a></td><td>{escape(voices.plain(each.title))}</td>'
        f"<td>{' '.join(each.rows)}</td><td>{review_by(voices, each)}</td><td>{status(voices, each)}</td></tr>"
        for each in outcomes
    )
    head = "<tr><th>Outcome</th><th>Its first words</th><th>Rows</th><th>Review by</th><th>Sign-off</th></tr>"
    return f'<table class="index"><thead>{head}</thead><tbody>{rows}</tbody></table>'


def _rows(voices: Voices, outcomes: Sequence[Outcome]) -> str:
    lines = []
    named = {row for outcome in outcomes for row in outcome.rows}
    for row in (row for row in voices.content.disagreements.rows.values() if row.id in named):
        answered = ", ".join(f'<a href="#{each.id}">{each.id}</a>' for each in outcomes if row.id in each.rows)
        rights = ", ".join(row.rights)
        lines.append(f"<tr><td>{row.id}</td><td>{escape(row.title)}</td><td>{rights}</td><td>{answered}</td></tr>")
    head = "<tr><th>Row</th><th>Disagreement</th><th>Rights it must show</th><th>Outcomes</th></tr>"
    return f'<table class="index"><thead>{head}</thead><tbody>{"".join(lines)}</tbody></table>'
