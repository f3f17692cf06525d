"""Tables: what a row says, as a table of the listing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Any, assert_never

from kiosk.content.reading.texts import ANY
from kiosk.content.workbook import cells
from kiosk.content.workbook.choices import Choices
from kiosk.content.workbook.columns import MOST_SEVERAL, SEVERAL, Column, Kind, SheetPlan
from kiosk.content.workbook.file import Cell
from kiosk.content.workbook.findings import Findings
from kiosk.content.workbook.plans import ORGANIZATIONS, SERVICES
from kiosk.content.workbook.references import References
from kiosk.content.workbook.rows import Row
from kiosk.domain.text import AUDIENCES

_APART = re.compile(r"[,;\s]+")
_REVIEWED = "reviewed_on"
_SHEETS = {
    Kind.ORGANIZATION: (ORGANIZATIONS.thing, ORGANIZATIONS.name),
    Kind.SERVICE: (SERVICES.thing, SERVICES.name),
}


@dataclass(frozen=True)
class TableReader:
    """Reads rows of one sheet. `choices` are by the key of their column, `references` by the kind of theirs."""

    plan: SheetPlan
    choices: Mapping[str, Choices]
    references: Mapping[Kind, References]
    today: date
    findings: Findings

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """Every column that the sheet may have."""
        return self.plan.columns(MOST_SEVERAL)

    def table(self, row: Row) -> dict[str, Any]:
        """Return what a row says, by key. What is wrong or missing is found, and left out."""
        table: dict[str, Any] = {}
        for column in self.columns:
            cell = row.cells.get(column.heading)
            value = self._value(column, cell) if cell else None
            if value:
                self._put(table, column, value, row)
        self._see_whole(table, row)
        return table

    def _value(self, column: Column, cell: Cell) -> object:
        match column.kind:
            case Kind.WORDS:
                return cells.words(cell, self.findings)
            case Kind.NAME:
                return cells.name(cell, self.findings)
            case Kind.CODE:
                return cells.code(cell, self.findings)
            case Kind.PHONE:
                return cells.phone(cell, self.findings)
            case Kind.DAY:
                return self._day(column, cell)
            case Kind.CHOICE:
                return cells.choice(cell, self.choices[column.key], self.findings)
            case Kind.CODES:
                return list(dict.fromkeys(filter(None, _APART.split(cells.code(cell, self.findings)))))
            case Kind.ORGANIZATION | Kind.SERVICE:
                return self._reference(column, cell)
            case _:
                assert_never(column.kind)

    def _put(self, table: dict[str, Any], column: Column, value: object, row: Row) -> None:
        """Put a value where the column's key says: in a table below, among variants, in a list, or just there."""
        key, _, inner = column.key.partition(", ")
        if column.audience:
            said = table.get(key, {})
            table[key] = {**(said if isinstance(said, dict) else {ANY: said}), inner: value}
        elif inner:
            table.setdefault(key, {})[inner] = value
        elif key != SEVERAL:
            table[key] = value
        elif value not in table.setdefault(key, []):
            table[key].append(value)
        else:
            self.findings.complain(row.place(column.heading), "This role is chosen twice. Empty one of the cells.")

    def _day(self, column: Column, cell: Cell) -> date | None:
        day = cells.day(cell, self.findings)
        if day and column.key == _REVIEWED and day > self.today:
            message = f"{cells.said(day)} is still to come. Write the day that somebody looked."
            self.findings.complain(cell.place, message)
            return None
        return day

    def _reference(self, column: Column, cell: Cell) -> str:
        word, references = cells.name(cell, self.findings), self.references[column.kind]
        found = references.found(word)
        what, sheet = _SHEETS[column.kind]
        if len(found) > 1:
            several = f"“{word}” is the name of {len(found)} {what}s."
            self.findings.complain(cell.place, f"{several} Give each an id in its column Id, and write that id here.")
        elif word and not found:
            near = get_close_matches(word, references.names, 1)
            hint = f"Did you mean “{near[0]}”?" if near else "Add it there first."
            self.findings.complain(cell.place, f"There is no {what} “{word}” on the sheet {sheet}. {hint}")
        return found[0] if len(found) == 1 else ""

    def _see_whole(self, table: dict[str, Any], row: Row) -> None:
        """What is needed is there, and everybody is told something, whoever they are."""
        for column in self.plan.plain_columns:
            said = table.get(column.key)
            if said is None and column.is_missing(row.cells):
                self.findings.complain(row.place(column.heading), f"“{column.heading}” is missing.")
            if isinstance(said, dict) and ANY not in said and not said.keys() >= set(AUDIENCES):
                self.findings.complain(row.place(column.heading), "Write here what everybody else is to read.")
                del table[column.key]
