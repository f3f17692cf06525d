"""Deadline rules and bank holidays in the database."""

from __future__ import annotations

import sqlite3
from datetime import date
from typing import TYPE_CHECKING

from kiosk.content.database import Database
from kiosk.content.tables.facts import read_fact, write_fact
from kiosk.content.tables.insertion import insert
from kiosk.content.tables.readings import as_json, from_json
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.rules import Party, Rule, RuleGroup, Subject

if TYPE_CHECKING:
    from kiosk.content.content import Content


def write(connection: sqlite3.Connection, content: Content) -> None:
    """Write every rule, every number and subject they stand under, and every bank holiday."""
    insert(connection, "subject", ((s.id, n, s.title.id, s.symbol) for n, s in enumerate(content.subjects)))
    for position, group in enumerate(content.rule_groups.values()):
        insert(connection, "rule_group", [(group.id, position, group.title.id, group.words.id, group.subject or None)])
        write_fact(connection, f"rule_group.{group.id}", group.fact)
    insert(connection, "rule", ((id_, position) for position, id_ in enumerate(content.rules)))
    for versions in content.rules.values():
        for position, rule in enumerate(versions):
            _write_version(connection, position, rule)
    insert(connection, "bank_holiday", ((day.isoformat(),) for day in sorted(content.bank_holidays)))


def read_subjects(database: Database) -> tuple[Subject, ...]:
    """Return what somebody may need a date for."""
    found = database.rows("SELECT * FROM subject ORDER BY position")
    return tuple(Subject(row["id"], database.text(row["title"]), row["symbol"]) for row in found)


def read_groups(database: Database) -> dict[str, RuleGroup]:
    """Return the numbers that rules stand under, by id."""
    return {row["id"]: _group(database, row) for row in database.rows("SELECT * FROM rule_group ORDER BY position")}


def read_rules(database: Database) -> dict[str, tuple[Rule, ...]]:
    """Return every version of every rule, by its id."""
    found: dict[str, tuple[Rule, ...]] = {
        row["id"]: () for row in database.rows("SELECT id FROM rule ORDER BY position")
    }
    for row in database.rows("SELECT * FROM rule_version ORDER BY rule, position"):
        found[row["rule"]] += (_version(database, row),)
    return found


def read_calendar(database: Database) -> WorkingCalendar:
    """Return the working days."""
    return WorkingCalendar.of_whole_years(read_bank_holidays(database))


def read_bank_holidays(database: Database) -> frozenset[date]:
    """Return every bank holiday that is known."""
    return frozenset(date.fromisoformat(row["day"]) for row in database.rows("SELECT day FROM bank_holiday"))


def _write_version(connection: sqlite3.Connection, position: int, rule: Rule) -> None:
    named = (rule.id, position, rule.version, rule.group or None)
    said = (rule.title.id, rule.words.id, rule.passed.id)
    readings = (as_json(rule.reading), as_json(rule.other) if rule.other else None)
    flags = (rule.advise_working_day, rule.age, rule.ahead)
    insert(connection, "rule_version", [(*named, *said, *readings, rule.binds, *flags)])
    write_fact(connection, f"rule.{rule.key}", rule.fact)


def _group(database: Database, row: sqlite3.Row) -> RuleGroup:
    fact = read_fact(database, f"rule_group.{row['id']}")
    return RuleGroup(row["id"], database.text(row["title"]), database.text(row["words"]), fact, row["subject"] or "")


def _version(database: Database, row: sqlite3.Row) -> Rule:
    key = f"{row['rule']}.{row['version']}" if row["version"] else row["rule"]
    return Rule(
        id=row["rule"],
        title=database.text(row["title"]),
        words=database.text(row["words"]),
        passed=database.text(row["passed"]),
        reading=from_json(row["reading"]),
        fact=read_fact(database, f"rule.{key}"),
        other=None if row["other"] is None else from_json(row["other"]),
        group=row["rule_group"] or "",
        version=row["version"],
        binds=Party(row["binds"]),
        advise_working_day=bool(row["advise_working_day"]),
        age=bool(row["age"]),
        ahead=bool(row["ahead"]),
    )
