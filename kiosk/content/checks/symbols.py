"""Rules of symbols: each that is named can be drawn."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kiosk.content.content import Content
from kiosk.content.reading.entry import nearest
from kiosk.errors import Problem


def symbols(content: Content, drawn: Collection[str]) -> Iterator[Problem]:
    """Every symbol has a file in resources/icons."""
    for key, symbol in _named(content):
        if symbol and symbol not in drawn:
            yield content.problem(key, f"There is no symbol “{symbol}”. {nearest(symbol, drawn)}")


def _named(content: Content) -> Iterator[tuple[str, str]]:
    for question in content.graph.questions.values():
        yield from ((f"option.{question.id}.{option.id}", option.symbol) for option in question.options)
    yield from ((f"step.{step.id}", step.symbol) for step in content.steps.values())
    yield from ((f"role.{role.id}", role.symbol) for role in content.roles.values())
    yield from ((f"group.{group.id}", group.symbol) for group in content.groups)
    yield from ((f"subject.{subject.id}", subject.symbol) for subject in content.subjects)
