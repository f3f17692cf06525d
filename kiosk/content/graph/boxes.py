"""Boxes: a question as rows of words, each with where it leads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from textwrap import wrap

from kiosk.content.content import Content
from kiosk.content.language import ENGLISH
from kiosk.domain.flow import Branch, Destination, Question, QuestionKind, ToOutcome, ToQuestion
from kiosk.domain.response import ALWAYS, Condition
from kiosk.domain.text import Text

BOX_WIDTH, END_WIDTH = 360, 250
LINE_HEIGHT, PADDING = 20, 12
_LETTERS_IN_BOX, _LETTERS_IN_END = 44, 29
"""Letters that fit on one line, with room for wide ones."""
_LOST = "is not there"


@dataclass(frozen=True)
class End:
    """Where a path leaves the picture: an outcome, or a question of another flow."""

    kind: str
    lines: tuple[str, ...]

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return len(self.lines) * LINE_HEIGHT + PADDING


@dataclass(frozen=True)
class Row:
    """One row of a box: lines of words, what they are, and where they lead: to a question here, or to an end."""

    lines: tuple[str, ...]
    kind: str
    question: str = ""
    end: End | None = None

    @property
    def height(self) -> int:
        """Pixels from top to bottom; an end beside it has to fit."""
        return max(len(self.lines) * LINE_HEIGHT, self.end.height + PADDING if self.end else 0)


@dataclass(frozen=True)
class Box:
    """A question as it is drawn."""

    question: str
    rows: tuple[Row, ...]

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return sum(row.height for row in self.rows) + 2 * PADDING

    def middles(self) -> Iterator[tuple[Row, int]]:
        """Yield each row, and the pixels from the box's top to the row's middle."""
        top = PADDING
        for row in self.rows:
            yield row, top + row.height // 2
            top += row.height


def box(content: Content, question: Question) -> Box:
    """Return the box of a question."""
    rows = [_row(words(content, question.text), "question"), _row(question.id, "id")]
    if own := _own_answers(question):
        rows += _answer(content, question, own, question.branches)
    for option in question.options:
        rows += _answer(content, question, f"• {words(content, option.text)}", option.branches)
        if option.when != ALWAYS:
            rows.append(_row(f"only if {_condition(option.when)}", "note"))
    return Box(question.id, tuple(rows))


def words(content: Content, text: Text) -> str:
    """Return a text in English, as most hear it."""
    said = content.words[ENGLISH]
    return said.get(text.id) or said[text.words_id(min(text.variants))]


def _own_answers(question: Question) -> str:
    """Say which answers lead where the question says."""
    date = "a date" if question.kind is QuestionKind.DATE else ""
    others = "" if all(option.branches for option in question.options) else "every answer without an arrow"
    return " and ".join(answers for answers in (date, others) if answers)


def _answer(content: Content, question: Question, said: str, branches: Sequence[Branch]) -> Iterator[Row]:
    """Yield an answer, and where it leads: at once, or under the conditions in the rows below."""
    if len(branches) == 1:
        yield _leads(content, question, _row(said, "option"), branches[0].go)
        return
    yield _row(said, "option")
    for branch in branches:
        condition = "otherwise" if branch.when == ALWAYS else f"if {_condition(branch.when)}"
        yield _leads(content, question, _row(condition, "branch"), branch.go)


def _leads(content: Content, question: Question, row: Row, go: Destination) -> Row:
    """Return a row with where it leads."""
    if isinstance(go, ToOutcome):
        outcome = content.outcomes.get(go.outcome)
        return replace(row, end=_end("outcome", go.outcome, words(content, outcome.title) if outcome else _LOST))
    assert isinstance(go, ToQuestion)
    target = content.graph.questions.get(go.question)
    if target is None:
        return replace(row, end=_end("flow", go.question, _LOST))
    if target.flow == question.flow:
        return replace(row, question=target.id)
    return replace(row, end=_end("flow", f"{target.flow}: {target.id}", words(content, target.text)))


def _end(kind: str, name: str, title: str) -> End:
    return End(kind, (*wrap(name, _LETTERS_IN_END), *wrap(title, _LETTERS_IN_END)))


def _row(said: str, kind: str) -> Row:
    return Row(tuple(wrap(said, _LETTERS_IN_BOX)), kind)


def _condition(condition: Condition) -> str:
    return " and ".join(f"{question} = {' or '.join(values)}" for question, values in condition.wanted)
