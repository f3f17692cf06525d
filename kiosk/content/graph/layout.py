"""The layout of one picture: boxes in columns, from left to right, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import fmean

from kiosk.content.graph.boxes import BOX_WIDTH, END_WIDTH, LINE_HEIGHT, PADDING, Box

GAP = 40
"""Pixels between things that stand beside or below each other."""
CHANNEL = 120
"""Pixels between two columns, where lines cross."""
COLUMN = BOX_WIDTH + GAP + END_WIDTH + CHANNEL
ENTRY = PADDING + LINE_HEIGHT // 2
"""Pixels from a box's top to where lines arrive."""
_LANE = 16
"""Pixels that a line takes where it passes a column."""

Point = tuple[int, int]


@dataclass
class Edge:
    """A line to a box, point by point: level through a column, and curved between two."""

    target: str
    points: list[Point]

    @property
    def height(self) -> int:
        """Where it is, in pixels from the top."""
        return self.points[-1][1]


@dataclass
class Layout:
    """Where everything stands: the column and top of each box, and the edges."""

    columns: Mapping[str, int]
    tops: dict[str, int] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    height: int = 0

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return left(max(self.columns.values(), default=0) + 1) - CHANNEL + GAP


def left(column: int) -> int:
    """Return the left side of a column."""
    return GAP + column * COLUMN


def layout(boxes: Mapping[str, Box]) -> Layout:
    """Lay boxes out, each right of every box that leads to it; nothing overlaps."""
    made = Layout(_columns(boxes))
    under_way: list[Edge] = []
    for column in range(max(made.columns.values(), default=0) + 1):
        here = {name: box for name, box in boxes.items() if made.columns[name] == column}
        _place(made, here, column, under_way)
        arrived = [edge for edge in under_way if edge.target in here]
        for edge in arrived:
            edge.points.append((left(column), made.tops[edge.target] + ENTRY))
        made.edges += arrived
        under_way = [edge for edge in under_way if edge.target not in here]
        under_way += [edge for name, box in here.items() for edge in _leaving(made, name, box)]
    return made


def _columns(boxes: Mapping[str, Box]) -> dict[str, int]:
    """Return the column of each box: one more than the last that leads to it."""
    columns = dict.fromkeys(boxes, 0)
    for _ in boxes:  # as often as the longest path is long; a loop, which the rules forbid, does not hold it up
        for name, box in boxes.items():
            for row in box.rows:
                if row.question in boxes:
                    columns[row.question] = max(columns[row.question], columns[name] + 1)
    ranks = {column: rank for rank, column in enumerate(sorted(set(columns.values())))}
    return {name: ranks[column] for name, column in columns.items()}


def _place(made: Layout, here: Mapping[str, Box], column: int, under_way: Sequence[Edge]) -> None:
    """Put a column's boxes below each other, about as high as what leads to them, and lanes for what passes."""
    arriving = {target: [edge.height for edge in under_way if edge.target == target] for target in _targets(under_way)}
    wanted = {name: fmean(arriving.get(name, [0])) for name in {**here, **arriving}}
    bottom = GAP
    for name in sorted(wanted, key=lambda each: wanted[each]):
        if name in here:
            top = max(bottom, round(wanted[name]) - ENTRY)
            made.tops[name] = top
            bottom = top + here[name].height + GAP
        else:
            top = max(bottom, round(wanted[name]))
            _pass(under_way, name, column, top)
            bottom = top + _LANE
    made.height = max(made.height, bottom)


def _targets(edges: Iterable[Edge]) -> list[str]:
    return list(dict.fromkeys(edge.target for edge in edges))


def _pass(edges: Iterable[Edge], target: str, column: int, height: int) -> None:
    """Lead every edge to a box through one lane of a column."""
    for edge in edges:
        if edge.target == target:
            edge.points += [(left(column), height), (left(column + 1) - CHANNEL, height)]


def _leaving(made: Layout, name: str, box: Box) -> list[Edge]:
    """Return the edges that leave a box, level with the row they belong to."""
    column = made.columns[name]
    edges = []
    for row, middle in box.middles():
        if made.columns.get(row.question, 0) > column:
            height = made.tops[name] + middle
            points = [(left(column) + BOX_WIDTH, height), (left(column + 1) - CHANNEL, height)]
            edges.append(Edge(row.question, points))
    return edges
