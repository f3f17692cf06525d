"""The page that shows the pictures of all flows."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kiosk.content.checks.references import branches
from kiosk.content.content import Content
from kiosk.content.graph.boxes import words
from kiosk.content.graph.picture import picture
from kiosk.domain.flow import Flow, ToQuestion

_STYLE = """
body { margin: 2rem; color: #14213d; background: #faf8f3; font: 16px/1.5 sans-serif; }
h1, h2 { line-height: 1.2; }
section { margin: 3rem 0; overflow-x: auto; }
svg { display: block; font: 14px sans-serif; }
svg text { fill: #14213d; }
.box { fill: #ffffff; stroke-width: 2; }
.outcome { fill: #e2f0e3; stroke: #2b6b34; }
.flow { fill: #e6ebf5; stroke: #14213d; }
.edge { fill: none; stroke-width: 2; }
.to-end { stroke: #6b6b6b; }
svg .question { font-weight: bold; }
svg .name { font-weight: bold; font-size: 13px; }
svg .id, svg .note, svg .branch { fill: #5a5a5a; font-size: 13px; }
svg .branch, svg .note { font-style: italic; }
"""

_LEGEND = (
    "A box is a question with its answers; lines lead to the next question. Green and rounded: an outcome."
    " Blue and square: a question of another flow. In italics: under which earlier answers."
)


def page(content: Content) -> str:
    """Return every flow as a picture, on one HTML page that needs nothing else."""
    title = escape(words(content, content.title))
    sections = "\n".join(_section(content, flow) for flow in _in_order(content))
    return (
        f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{title}</title>\n<style>{_STYLE}</style>\n'
        f"<h1>{title}</h1>\n<p>Content of {content.published}. {_LEGEND}</p>\n{sections}\n</html>\n"
    )


def _in_order(content: Content) -> Iterator[Flow]:
    """Yield the flow that a visit begins with, then the others."""
    yield from sorted(content.graph.flows.values(), key=lambda flow: flow.id != content.first_flow)


def _section(content: Content, flow: Flow) -> str:
    title = f"{escape(words(content, flow.title))} ({escape(flow.id)})"
    callers = ", ".join(sorted(_callers(content, flow)))
    entered = f"Comes from: {escape(callers)}." if callers else "Every visit begins here."
    return f"<section>\n<h2>{title}</h2>\n<p>{entered}</p>\n{picture(content, flow)}\n</section>"


def _callers(content: Content, flow: Flow) -> set[str]:
    """Return the questions of other flows that lead into this one."""
    questions = content.graph.questions
    found = set()
    for question in questions.values():
        for _, branch in branches([question]):
            target = questions.get(branch.go.question) if isinstance(branch.go, ToQuestion) else None
            if target is not None and target.flow == flow.id != question.flow:
                found.add(f"{question.flow}: {question.id}")
    return found
