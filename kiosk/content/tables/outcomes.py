"""Steps and outcomes in the database."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from kiosk.content.database import Database, condition
from kiosk.content.tables.facts import read_citations, read_fact, write_citations, write_fact
from kiosk.content.tables.insertion import condition_json, insert, text_id
from kiosk.domain.outcome import (
    LawReference,
    Necessity,
    Outcome,
    Route,
    RouteKind,
    Step,
    StepDeadline,
    WatchOut,
)

if TYPE_CHECKING:
    from kiosk.content.content import Content

_STEPS = """
    SELECT step.* FROM route_step JOIN step ON step.id = route_step.step
    WHERE route_step.outcome = ? AND route_step.route = ? ORDER BY route_step.position
"""


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every step and outcome."""
    for position, step in enumerate(content.steps.values()):
        _write_step(connection, position, step)
    for position, outcome in enumerate(content.outcomes.values()):
        words = (outcome.title.id, outcome.summary.id, outcome.say.id, outcome.why.id, text_id(outcome.no_deadline))
        insert(connection, "outcome", [(outcome.id, position, *words)])
        insert(connection, "outcome_row", ((outcome.id, n, row) for n, row in enumerate(outcome.rows)))
        write_fact(connection, f"outcome.{outcome.id}", outcome.fact)
        _write_routes(connection, outcome)
        _write_notes(connection, outcome)


def read_outcome(database: Database, outcome_id: str) -> Outcome:
    """Return one outcome; raise LookupError where there is none."""
    row = database.row("SELECT * FROM outcome WHERE id = ?", outcome_id)
    rows = database.rows("SELECT map_row FROM outcome_row WHERE outcome = ? ORDER BY position", outcome_id)
    return Outcome(
        id=outcome_id,
        rows=tuple(found["map_row"] for found in rows),
        title=database.text(row["title"]),
        summary=database.text(row["summary"]),
        say=database.text(row["say"]),
        why=database.text(row["why"]),
        routes=_read_routes(database, outcome_id),
        fact=read_fact(database, f"outcome.{outcome_id}"),
        watch_outs=_read_watch_outs(database, outcome_id),
        law=_read_law(database, outcome_id),
        no_deadline=database.optional_text(row["no_deadline"]),
    )


def read_outcome_ids(database: Database) -> list[str]:
    """Return the id of every outcome."""
    return [row["id"] for row in database.rows("SELECT id FROM outcome ORDER BY position")]


def read_steps(database: Database) -> dict[str, Step]:
    """Return every step by its id."""
    return {row["id"]: _step(database, row) for row in database.rows("SELECT * FROM step ORDER BY position")}


def _write_step(connection: sqlite3.Connection, position: int, step: Step) -> None:
    due = step.deadline
    words = (step.title.id, step.text.id, text_id(step.label))
    about = (step.role or None, step.symbol, condition_json(step.when))
    dated = (due.rule, due.unknown.id) if due else (None, None)
    insert(connection, "step", [(step.id, position, step.necessity, *words, *about, *dated)])
    insert(connection, "step_input", ((step.id, n, *pair) for n, pair in enumerate(due.inputs if due else ())))
    write_fact(connection, f"step.{step.id}", step.fact)


def _write_routes(connection: sqlite3.Connection, outcome: Outcome) -> None:
    for position, route in enumerate(outcome.routes):
        kept = condition_json(route.when)
        insert(connection, "route", [(outcome.id, position, route.id, route.kind, route.title.id, kept)])
        steps = ((outcome.id, route.id, n, step.id) for n, step in enumerate(route.steps))
        insert(connection, "route_step", steps)


def _write_notes(connection: sqlite3.Connection, outcome: Outcome) -> None:
    for position, note in enumerate(outcome.watch_outs):
        insert(connection, "watch_out", [(outcome.id, position, note.id, note.text.id, condition_json(note.when))])
        write_citations(connection, f"outcome.{outcome.id}.watch_out.{note.id}", note.sources)
    for position, law in enumerate(outcome.law):
        insert(connection, "law", [(outcome.id, position, law.id, law.text.id)])
        write_citations(connection, f"outcome.{outcome.id}.law.{law.id}", law.sources)


def _read_routes(database: Database, outcome: str) -> tuple[Route, ...]:
    found = database.rows("SELECT * FROM route WHERE outcome = ? ORDER BY position", outcome)
    return tuple(
        Route(
            id=row["id"],
            kind=RouteKind(row["kind"]),
            title=database.text(row["title"]),
            steps=tuple(_step(database, step) for step in database.rows(_STEPS, outcome, row["id"])),
            when=condition(row["condition"]),
        )
        for row in found
    )


def _step(database: Database, row: sqlite3.Row) -> Step:
    return Step(
        id=row["id"],
        necessity=Necessity(row["necessity"]),
        title=database.text(row["title"]),
        text=database.text(row["text"]),
        fact=read_fact(database, f"step.{row['id']}"),
        label=database.optional_text(row["label"]),
        role=row["role"] or "",
        symbol=row["symbol"],
        when=condition(row["condition"]),
        deadline=_step_deadline(database, row),
    )


def _step_deadline(database: Database, row: sqlite3.Row) -> StepDeadline | None:
    if row["rule"] is None:
        return None
    found = database.rows("SELECT * FROM step_input WHERE step = ? ORDER BY position", row["id"])
    inputs = tuple((pair["input"], pair["question"]) for pair in found)
    return StepDeadline(row["rule"], inputs, database.text(row["unknown_date"]))


def _read_watch_outs(database: Database, outcome: str) -> tuple[WatchOut, ...]:
    found = database.rows("SELECT * FROM watch_out WHERE outcome = ? ORDER BY position", outcome)
    return tuple(
        WatchOut(
            id=row["id"],
            text=database.text(row["text"]),
            sources=read_citations(database, f"outcome.{outcome}.watch_out.{row['id']}"),
            when=condition(row["condition"]),
        )
        for row in found
    )


def _read_law(database: Database, outcome: str) -> tuple[LawReference, ...]:
    found = database.rows("SELECT * FROM law WHERE outcome = ? ORDER BY position", outcome)
    return tuple(
        LawReference(
            row["id"], database.text(row["text"]), read_citations(database, f"outcome.{outcome}.law.{row['id']}")
        )
        for row in found
    )
