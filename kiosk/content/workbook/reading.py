"""Reading a workbook: its rows become a listing, and everything that is wrong is named by its cell, all at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from kiosk.content.council import Council
from kiosk.content.listing import Listing, Table
from kiosk.content.mailbox import is_personal
from kiosk.content.submission import Submission
from kiosk.content.workbook import mending, plans
from kiosk.content.workbook.cells import said
from kiosk.content.workbook.choices import FIXED, Choices
from kiosk.content.workbook.columns import SEVERAL, Kind, SheetPlan
from kiosk.content.workbook.file import Sheet, sheets
from kiosk.content.workbook.findings import Findings, rows_listed
from kiosk.content.workbook.help import CODE
from kiosk.content.workbook.ids import Ids, is_id
from kiosk.content.workbook.references import References, is_example, named
from kiosk.content.workbook.rows import Row, rows
from kiosk.content.workbook.tables import TableReader
from kiosk.errors import ContentError, Problem

_STAND_INS: Mapping[str, Any] = {
    "name": "Somebody",
    "description": "They help.",
    "source_url": "https://www.example.org/",
}
"""What is checked in the place of what is missing. It is never written: that it is missing is a problem."""
_NOBODY = "nobody-in-particular"
_ID, _ADDRESS = "Id", "Address"


def read(file: str, data: bytes, council: Council, today: date) -> Submission:
    """Read a workbook of a council; problems call it `file`.

    Raises ContentError where it is no workbook, or that of another council. All else that is wrong stands in the
    submission.
    """
    found = {sheet.name: sheet for sheet in sheets(file, data)}
    _see_whose(file, found, council)
    reading = _Reading(council, today, Findings(file))
    reading.take(found)
    return reading.submission()


def _see_whose(file: str, found: Mapping[str, Sheet], council: Council) -> None:
    for cells in found[plans.HELP].rows.values() if plans.HELP in found else ():
        label, cell = cells.get(1), cells.get(2)
        code = str(cell.value or "").strip() if cell else ""
        if label and cell and label.value == CODE and code.casefold() not in ("", council.code.casefold()):
            message = f"This is the workbook of {code}, not of {council.code} ({council.full_name})."
            raise ContentError(
                f"{file} is of another council; nothing was written.", [Problem(file, cell.place, message)]
            )


@dataclass
class _Reading:
    """A workbook as it is read: the tables so far, and where each stands."""

    council: Council
    today: date
    findings: Findings
    organizations: list[dict[str, Any]] = field(default_factory=list)
    services: list[dict[str, Any]] = field(default_factory=list)
    places: dict[str, str] = field(default_factory=dict)
    unsure: set[str] = field(default_factory=set)

    def take(self, found: Mapping[str, Sheet]) -> None:
        """Read every sheet: those first that others name."""
        organizations, services, *below = (self._rows(plan, found) for plan in plans.PLANS)
        there = self.council.listing
        self._tell_unread(found)
        self.organizations = self._things(plans.ORGANIZATIONS, organizations, there.organizations)
        self.services = self._things(plans.SERVICES, services, there.services)
        self._tell_unreviewed()
        self._tell_unlikely()
        for plan, rows_below in zip(plans.PLANS[2:], below, strict=True):
            self._add_below(plan, rows_below)
        told = any(problem.place == plans.SERVICES.name for problem in self.findings.problems)
        if there.services and not self.services and not told:
            message = f"No service stands here, but {self.council.full_name} has {len(there.services)} now."
            self.findings.complain(plans.SERVICES.name, f"{message} Export them first, and change what you get.")

    def submission(self) -> Submission:
        """Return what was read."""
        return Submission(
            file=self.findings.file,
            listing=Listing(self.council.code, tuple(self.organizations), tuple(self.services)),
            places=self.places,
            problems=tuple(self.findings.problems),
            notes=tuple(self.findings.notes),
            unsure=frozenset(self.unsure),
            called={column.key.rpartition(", ")[2]: column.heading for column in plans.SERVICES.plain_columns},
            sheets=tuple(plan.name for plan in plans.PLANS),
        )

    def _rows(self, plan: SheetPlan, found: Mapping[str, Sheet]) -> tuple[Row, ...]:
        """Return the rows of a sheet but for examples."""
        sheet = next((sheet for name, sheet in found.items() if _is_called(name, plan)), None)
        if sheet is None:
            near = get_close_matches(plan.name, [name for name in found if name != plans.HELP], 1, 0.5)
            hint = f"Is it “{near[0]}”? Give it its name back." if near else "Take it from a new template."
            self.findings.complain(plan.name, f"This sheet is missing. {hint}")
            return ()
        return rows(plan, sheet, self.findings)

    def _tell_unread(self, found: Mapping[str, Sheet]) -> None:
        for name, sheet in found.items():
            known = name in (plans.HELP, plans.LISTS) or any(_is_called(name, plan) for plan in plans.PLANS)
            if sheet.rows and not known:
                self.findings.note(name, "This sheet is not read.")

    def _tell_unreviewed(self) -> None:
        """Tell of services that are new and name no day: they count as looked at by whoever looked at everything."""
        there = {service.get("id") for service in self.council.listing.services}
        wrong = {problem.place for problem in self.findings.problems}
        for service in self.services:
            place = self.places[f"service {service['id']}, reviewed_on"]
            if service["id"] not in there and "reviewed_on" not in service and place not in wrong:
                self.findings.note(place, "New, with no day: it counts as looked at when the content was. Add a day.")

    def _tell_unlikely(self) -> None:
        """Tell of what may be meant, but seldom is: a person's own mailbox, and days that hide no service."""
        for service in self.services:
            for key, message in _unlikely(service, self.today):
                self.findings.note(self.places[f"service {service['id']}, {key}"], message)

    def _things(self, plan: SheetPlan, found: Sequence[Row], there: Iterable[Table]) -> list[dict[str, Any]]:
        """Return the organizations or services that rows stand for, each with an id."""
        read = [row for row in found if row.cells.get(_ID) or not is_example(_name(plan, row))]
        self._tell_examples(plan, found, read)
        taken = (key.partition(".") for key in self.council.taken)
        ids = Ids(plan.thing, self.council.name, (id_ for kind, _, id_ in taken if kind == plan.thing), there)
        given = {row.number: self._given(plan, row, ids) for row in read}
        reader = self._reader(plan)
        return [self._thing(reader, row, given[row.number] or ids.made(_name(plan, row))) for row in read]

    def _tell_examples(self, plan: SheetPlan, found: Sequence[Row], read: Sequence[Row]) -> None:
        numbers = [row.number for row in found if row not in read]
        if numbers:
            self.findings.note(plan.name, f"Examples are not read: {rows_listed(numbers)}.")

    def _given(self, plan: SheetPlan, row: Row, ids: Ids) -> str:
        """Return the id that stands in a row; an empty one where there is none, or it cannot be taken."""
        cell = row.cells.get(_ID)
        if cell is None or cell.unknown:
            return ""
        id_ = mending.code(str(cell.value)).text
        if not is_id(id_):
            message = f"“{id_}” is no id: use lower-case letters, digits and hyphens, or leave the cell empty."
        elif f"{plan.thing}.{id_}" in self.council.taken:
            message = (
                f"The id “{id_}” is taken already, outside this workbook. Choose another, or leave the cell empty."
            )
        elif not ids.claim(id_):
            message = f"The id “{id_}” is there twice. Choose another, or leave the cell empty."
        else:
            return id_
        self.findings.complain(cell.place, message)
        return ""

    def _reader(self, plan: SheetPlan) -> TableReader:
        organizations = named(self.organizations)
        references = {
            Kind.ORGANIZATION: References(organizations, self.council.organizations.items()),
            Kind.SERVICE: References(named(self.services)),
        }
        choices = {**FIXED, SEVERAL: Choices(self.council.roles)}
        return TableReader(plan, choices, references, self.today, self.findings)

    def _thing(self, reader: TableReader, row: Row, id_: str) -> dict[str, Any]:
        """Return an organization or a service; where something is wrong, with what stands in for it."""
        place, before = f"{reader.plan.thing} {id_}", len(self.findings.problems)
        self._place(place, reader, row)
        table = {**reader.table(row), "id": id_}
        self._see_address(table, row)
        if len(self.findings.problems) > before:
            self.unsure.add(place)
            needed = {column.key for column in reader.plan.plain_columns if column.needed}
            table |= {key: self._stand_in(key) for key in needed - table.keys()}
        return table

    def _see_address(self, table: dict[str, Any], row: Row) -> None:
        """An address has a first line."""
        if "address" in table and "address_1" not in table["address"]:
            if _ADDRESS not in row.cells:
                self.findings.complain(row.place(_ADDRESS), f"“{_ADDRESS}” is missing beside its town or postcode.")
            del table["address"]

    def _stand_in(self, key: str) -> Any:
        if key == SEVERAL:
            return list(self.council.local_roles[:1])
        if key != "organization":
            return _STAND_INS[key]
        if not any(organization["id"] == _NOBODY for organization in self.organizations):
            self.organizations.append({"id": _NOBODY, "name": _STAND_INS["name"]})
        return _NOBODY

    def _add_below(self, plan: SheetPlan, found: Sequence[Row]) -> None:
        """Add phones or opening times to their services."""
        reader, services = self._reader(plan), {service["id"]: service for service in self.services}
        known = reader.references[Kind.SERVICE]
        read = [row for row in found if not is_example(_name(plan, row)) or known.found(_name(plan, row))]
        self._tell_examples(plan, found, read)
        for row in read:
            before = len(self.findings.problems)
            table = reader.table(row)
            named = [services[table.pop("service")]] if "service" in table else []
            if len(self.findings.problems) > before:
                # Where nobody knows whose it is, it may be what a service without one needs.
                about = named or [service for service in self.services if plan.thing not in service]
                self.unsure |= {f"service {service['id']}" for service in about}
                continue
            for service in named:
                tables = service.setdefault(plan.thing, [])
                tables.append(table)
                self._place(f"service {service['id']}, {plan.thing} {len(tables)}", reader, row)

    def _place(self, place: str, reader: TableReader, row: Row) -> None:
        """Remember where a thing stands, and each value of it."""
        self.places[place] = row.first
        for column in (column for column in reader.columns if column.number == 1):
            self.places[f"{place}, {column.key}"] = row.place(column.heading)


def _unlikely(service: Table, today: date) -> Iterator[tuple[str, str]]:
    """Yield the key of each value that is seldom meant, and what to say of it."""
    starts, ends = service.get("effective_from"), service.get("effective_to")
    if is_personal(service.get("email", "")):
        yield "email", "This looks like a person’s own mailbox. Give the team’s, if there is one."
    if starts and starts > today:
        yield "effective_from", f"It starts on {said(starts)}, so families do not see it before."
    if ends and ends < today:
        yield "effective_to", f"It ended on {said(ends)}, so families do not see it any more."


def _is_called(name: str, plan: SheetPlan) -> bool:
    return name.strip().casefold() == plan.name.casefold()


def _name(plan: SheetPlan, row: Row) -> str:
    """Return what stands in the first column of a row."""
    cell = row.cells.get(plan.plain_columns[0].heading)
    return mending.name(str(cell.value)).text if cell else ""
