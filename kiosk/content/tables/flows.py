"""Flows, questions, options and branches in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from kiosk.content.database import Database, condition
from kiosk.content.tables.insertion import Row, condition_json, insert, text_id
from kiosk.domain.flow import (
    Branch,
    Destination,
    Flow,
    FlowGraph,
    Option,
    Question,
    QuestionKind,
    ToOutcome,
    ToQuestion,
)

if TYPE_CHECKING:
    from kiosk.content.content import Content

_Branches = Mapping[tuple[str, str], tuple[Branch, ...]]


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every flow."""
    graph = content.graph
    insert(connection, "flow", ((f.id, n, f.title.id, f.first) for n, f in enumerate(graph.flows.values())))
    for position, question in enumerate(graph.questions.values()):
        words = (question.text.id, text_id(question.hint))
        insert(connection, "question", [(question.id, position, question.flow, question.kind, *words)])
        insert(connection, "option", _options(question))
        insert(connection, "branch", _branches(question.id, "", question.branches))
        for option in question.options:
            insert(connection, "branch", _branches(question.id, option.id, option.branches))


def read_graph(database: Database) -> FlowGraph:
    """Return every question of every flow."""
    flows = database.rows("SELECT * FROM flow ORDER BY position")
    branches = _read_branches(database)
    options: dict[str, list[Option]] = {}
    for row in database.rows("SELECT * FROM option ORDER BY question, position"):
        options.setdefault(row["question"], []).append(_option(database, row, branches))
    questions = [
        _question(database, row, tuple(options.get(row["id"], ())), branches)
        for row in database.rows("SELECT * FROM question ORDER BY position")
    ]
    return FlowGraph(
        flows={row["id"]: Flow(row["id"], database.text(row["title"]), row["first"]) for row in flows},
        questions={question.id: question for question in questions},
    )


def _options(question: Question) -> Iterator[Row]:
    for position, option in enumerate(question.options):
        words = (option.text.id, option.chip.id, text_id(option.hint))
        kept = condition_json(option.when)
        yield (question.id, position, option.id, *words, option.symbol, option.audience, kept)


def _branches(question: str, option: str, branches: Iterable[Branch]) -> Iterator[Row]:
    for position, branch in enumerate(branches):
        yield (question, option, position, condition_json(branch.when), *_columns(branch.go))


def _columns(destination: Destination) -> tuple[str | None, str | None]:
    if isinstance(destination, ToQuestion):
        return destination.question, None
    assert isinstance(destination, ToOutcome)  # the calculator's own destinations are never stored
    return None, destination.outcome


def _read_branches(database: Database) -> _Branches:
    found: dict[tuple[str, str], tuple[Branch, ...]] = {}
    for row in database.rows("SELECT * FROM branch ORDER BY question, option, position"):
        key = (row["question"], row["option"])
        found[key] = (*found.get(key, ()), Branch(condition(row["condition"]), _destination(row)))
    return found


def _destination(row: sqlite3.Row) -> Destination:
    return ToOutcome(row["to_outcome"]) if row["to_question"] is None else ToQuestion(row["to_question"])


def _option(database: Database, row: sqlite3.Row, branches: _Branches) -> Option:
    return Option(
        id=row["id"],
        text=database.text(row["text"]),
        chip=database.text(row["chip"]),
        hint=database.optional_text(row["hint"]),
        symbol=row["symbol"],
        audience=row["audience"],
        when=condition(row["condition"]),
        branches=branches.get((row["question"], row["id"]), ()),
    )


def _question(database: Database, row: sqlite3.Row, options: tuple[Option, ...], branches: _Branches) -> Question:
    return Question(
        id=row["id"],
        flow=row["flow"],
        kind=QuestionKind(row["kind"]),
        text=database.text(row["text"]),
        options=options,
        hint=database.optional_text(row["hint"]),
        branches=branches.get((row["id"], ""), ()),
    )
