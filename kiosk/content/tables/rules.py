"""Deadline rules and bank holidays in the database."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import date

from kiosk.content.content import Content
from kiosk.content.database import Database
from kiosk.content.tables.facts import read_fact, write_fact
from kiosk.content.tables.insertion import Row, insert
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import Closure, Limb, Roll, Rule, Take, Unit


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every rule and bank holiday."""
    for position, rule in enumerate(content.rules.values()):
        words = (rule.title.id, rule.words.id, rule.passed.id)
        insert(connection, "rule", [(rule.id, position, *words, rule.take, rule.roll, rule.advise_working_day)])
        insert(connection, "limb", _limbs(rule))
        insert(connection, "closure", ((rule.id, n, *c.first, *c.last) for n, c in enumerate(rule.closures)))
        write_fact(connection, f"rule.{rule.id}", rule.fact)
    insert(connection, "bank_holiday", ((day.isoformat(),) for day in sorted(content.bank_holidays)))


def read_rules(database: Database) -> dict[str, Rule]:
    """Return every rule by its id."""
    return {row["id"]: _rule(database, row) for row in database.rows("SELECT * FROM rule ORDER BY position")}


def read_calendar(database: Database) -> WorkingCalendar:
    """Return the working days."""
    found = database.rows("SELECT day FROM bank_holiday")
    return WorkingCalendar(frozenset(date.fromisoformat(row["day"]) for row in found))


def _limbs(rule: Rule) -> Iterator[Row]:
    for position, limb in enumerate(rule.limbs):
        yield (rule.id, position, limb.input, limb.add, limb.unit, limb.optional, limb.less_days)


def _rule(database: Database, row: sqlite3.Row) -> Rule:
    return Rule(
        id=row["id"],
        title=database.text(row["title"]),
        words=database.text(row["words"]),
        passed=database.text(row["passed"]),
        limbs=_read_limbs(database, row["id"]),
        fact=read_fact(database, f"rule.{row['id']}"),
        take=Take(row["take"]),
        roll=Roll(row["roll"]),
        closures=_read_closures(database, row["id"]),
        advise_working_day=bool(row["advise_working_day"]),
    )


def _read_limbs(database: Database, rule: str) -> tuple[Limb, ...]:
    found = database.rows("SELECT * FROM limb WHERE rule = ? ORDER BY position", rule)
    return tuple(
        Limb(row["input"], row["count"], Unit(row["unit"]), bool(row["optional"]), row["less_days"]) for row in found
    )


def _read_closures(database: Database, rule: str) -> tuple[Closure, ...]:
    found = database.rows("SELECT * FROM closure WHERE rule = ? ORDER BY position", rule)
    return tuple(Closure((row["first_month"], row["first_day"]), (row["last_month"], row["last_day"])) for row in found)
