"""The picture of one flow, in SVG."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from kiosk.content.content import Content
from kiosk.content.graph.boxes import BOX_WIDTH, END_WIDTH, LINE_HEIGHT, PADDING, Box, End, box
from kiosk.content.graph.layout import GAP, Edge, layout, left
from kiosk.domain.flow import Flow

_INKS = ("#1d4f91", "#8a3ffc", "#a2191f", "#00695c", "#7a5200", "#9f1853", "#3d5a00", "#555555")
"""One for each box that lines lead to, so that the eye can follow them."""
_BASELINE = 15
"""Pixels from the top of a line to the foot of its letters."""


def picture(content: Content, flow: Flow) -> str:
    """Return a flow as one SVG picture."""
    boxes = {q.id: box(content, q) for q in content.graph.questions.values() if q.flow == flow.id}
    made = layout(boxes)
    inks = {name: _INKS[number % len(_INKS)] for number, name in enumerate(boxes)}
    parts = [_edge(edge, inks[edge.target]) for edge in made.edges]
    for name, drawn in boxes.items():
        parts += _box(drawn, left(made.columns[name]), made.tops[name], inks[name])
    size = f'width="{made.width}" height="{made.height}" viewBox="0 0 {made.width} {made.height}"'
    return "\n".join((f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img">', *parts, "</svg>"))


def _edge(edge: Edge, ink: str) -> str:
    x, y = edge.points[0]
    path = [f"M{x},{y}"]
    for next_x, next_y in edge.points[1:]:
        middle = (x + next_x) // 2
        path.append(f"C{middle},{y} {middle},{next_y} {next_x},{next_y}")
        x, y = next_x, next_y
    head = f"M{x - 9},{y - 5}L{x},{y}L{x - 9},{y + 5}"
    return f'<path class="edge" stroke="{ink}" d="{"".join(path)}{head}"/>'


def _box(drawn: Box, x: int, y: int, ink: str) -> Iterator[str]:
    size = f'width="{BOX_WIDTH}" height="{drawn.height}"'
    yield f'<rect class="box" stroke="{ink}" x="{x}" y="{y}" {size} rx="3"/>'
    for row, middle in drawn.middles():
        top = y + middle - len(row.lines) * LINE_HEIGHT // 2
        for number, said in enumerate(row.lines):
            yield _words(said, row.kind, x + PADDING, top + number * LINE_HEIGHT)
        if row.end is not None:
            yield from _end(row.end, x + BOX_WIDTH, y + middle)


def _end(end: End, x: int, middle: int) -> Iterator[str]:
    """Yield a short edge, and the outcome or other flow that it leads to."""
    start, top = x + GAP, middle - end.height // 2
    yield f'<path class="edge to-end" d="M{x},{middle}H{start}M{start - 9},{middle - 5}l9,5l-9,5"/>'
    shape = f'x="{start}" y="{top}" width="{END_WIDTH}" height="{end.height}"'
    yield f'<rect class="{end.kind}" {shape} rx="{18 if end.kind == "outcome" else 0}"/>'
    for number, said in enumerate(end.lines):
        kind = "name" if number == 0 else "title"
        yield _words(said, kind, start + PADDING, top + PADDING // 2 + number * LINE_HEIGHT)


def _words(said: str, kind: str, x: int, top: int) -> str:
    return f'<text class="{kind}" x="{x}" y="{top + _BASELINE}">{escape(said)}</text>'
