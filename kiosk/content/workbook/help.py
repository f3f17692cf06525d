"""The sheet of help: what the workbook is for, how to fill it in, what each column means, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from shlex import quote

from kiosk.content.council import Council
from kiosk.content.workbook import plans
from kiosk.content.workbook.columns import NEEDED, OTHER_WORDS, SheetPlan

CODE = "Council code"
"""What stands beside the code of the council that a workbook is for."""
_NO_CODE = "CODE"


class Look(Enum):
    """How a line of the sheet looks."""

    TITLE = auto()
    LEAD = auto()
    SECTION = auto()
    PLAIN = auto()
    COMMAND = auto()
    HEADING = auto()
    COLUMN = auto()


@dataclass(frozen=True)
class Line:
    """One line: what stands in its cells, from the left."""

    look: Look
    cells: tuple[str, ...]


def lines(council: Council, file: str) -> Iterator[Line]:
    """Yield the lines of the sheet; `file` is what the workbook is called."""
    yield Line(Look.TITLE, (f"Who helps families in {council.name}",))
    yield Line(Look.LEAD, ("What you write here is shown to families who disagree with a SEND decision.",))
    yield Line(Look.PLAIN, ("Council", council.full_name if council.code else ""))
    yield Line(Look.PLAIN, (CODE, council.code))
    yield from _steps(council, file)
    yield from _next(council)
    yield from _good_to_know()
    yield from _columns()


def _steps(council: Council, file: str) -> Iterator[Line]:
    command = f"send-kiosk content import {quote(file)} --authority {council.code or _NO_CODE}"
    yield Line(Look.SECTION, ("What to do",))
    steps = (
        f"{plans.ORGANIZATIONS.name}: write down who runs the services. One row for each.",
        f"{plans.SERVICES.name}: one row for each service. Fill in what you know; leave empty what you do not know.",
        f"{plans.PHONES.name} and {plans.OPENING_TIMES.name}: choose the service from the list, then fill in the row.",
        "Save the workbook as “Excel Workbook (.xlsx)”. See whether all is well with this command. It changes nothing:",
    )
    yield from (Line(Look.PLAIN, (str(number), step)) for number, step in enumerate(steps, 1))
    yield Line(Look.COMMAND, ("", f"{command} --dry-run"))
    yield Line(Look.PLAIN, ("5", "Put right what it names: each line says the cell, and what to do. Then take it in:"))
    yield Line(Look.COMMAND, ("", command))


def _next(council: Council) -> Iterator[Line]:
    yield Line(Look.SECTION, ("What happens next",))
    shown = f"The kiosks in {council.name} show" if council.code else "The council’s kiosks show"
    for sentence in (
        "Nothing changes while anything is wrong, in this workbook or with what it would change.",
        "When all is well, every change is listed: what is new, what is gone, what is said in other words.",
        f"{shown} it once the content is published.",
        "This workbook takes the place of all the council had: a service that is not in it any more is taken out.",
    ):
        yield Line(Look.PLAIN, ("", sentence))


def _good_to_know() -> Iterator[Line]:
    yield Line(Look.SECTION, ("Good to know",))
    for sentence in (
        f"A heading that ends in{NEEDED} has to be filled in. A cell turns amber while it still needs something.",
        "Never guess. What no page shows is left empty; families are told how to find it.",
        f"Rows that begin with “{plans.EXAMPLE}” are there to show you how. They are not read. You may delete them.",
        "Families see services in the order of the rows, those for the same role below each other.",
        "Leave the names of sheets and headings as they are. Notes of your own go on a sheet of your own.",
        f"“{OTHER_WORDS}”, at the far right, are folded away: touch the + above the headings.",
        "If you rename a service, keep its id. Then it stays the same service.",
    ):
        yield Line(Look.PLAIN, ("•", sentence))


def _columns() -> Iterator[Line]:
    yield Line(Look.SECTION, ("What each column means",))
    for plan in plans.PLANS:
        yield Line(Look.HEADING, (plan.name, plan.about, "For example"))
        for column in plan.plain_columns:
            yield Line(Look.COLUMN, (column.title, column.hint, _example(plan, column.heading)))


def _example(plan: SheetPlan, heading: str) -> str:
    """Return the first example of a column."""
    found = next((row[heading] for row in plan.examples if heading in row), "")
    return f"{found.day} {found:%b %Y}" if isinstance(found, date) else str(found).removeprefix(f"{plans.EXAMPLE}: ")
