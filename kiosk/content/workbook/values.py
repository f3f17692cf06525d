"""Values: what of a listing stands in each cell; the way back is `tables.py`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kiosk.content.listing import Listing, Table
from kiosk.content.reading.texts import ANY
from kiosk.content.workbook.choices import Choices
from kiosk.content.workbook.columns import SEVERAL, Column, Kind, SheetPlan
from kiosk.content.workbook.plans import ORGANIZATIONS, SERVICES
from kiosk.content.workbook.references import References


@dataclass(frozen=True)
class Values:
    """The values of a listing, sheet by sheet. `choices` are by the key of their column."""

    listing: Listing
    choices: Mapping[str, Choices]
    references: Mapping[Kind, References]

    def rows(self, plan: SheetPlan, columns: Sequence[Column]) -> list[dict[str, object]]:
        """Return what stands below each heading, row by row; an empty cell is left out."""
        filled = [{column.heading: self._value(column, table) for column in columns} for table in self._tables(plan)]
        return [{heading: value for heading, value in row.items() if value is not None} for row in filled]

    def _tables(self, plan: SheetPlan) -> list[Table]:
        if plan is ORGANIZATIONS:
            return list(self.listing.organizations)
        if plan is SERVICES:
            return list(self.listing.services)
        services = self.listing.services
        return [{**table, "service": service["id"]} for service in services for table in service.get(plan.thing, ())]

    def _value(self, column: Column, table: Table) -> object:
        key, _, inner = column.key.partition(", ")
        value = table.get(key)
        if column.kind is Kind.WORDS:
            said = value if isinstance(value, Mapping) else {ANY: value}
            return said.get(inner or ANY)
        if inner:
            value = (value or {}).get(inner)
        if key == SEVERAL:
            value = dict(enumerate(value or (), 1)).get(column.number)
        return None if value is None else self._as_written(column, value)

    def _as_written(self, column: Column, value: object) -> object:
        if column.kind is Kind.CODES and isinstance(value, list):
            return ", ".join(value)
        if column.kind is Kind.CHOICE:
            return self.choices[column.key].word(str(value))
        if column.kind in self.references:
            return self.references[column.kind].word(str(value))
        return value
