"""Writing a workbook: empty but for examples, or filled with a listing."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.utils import get_column_letter

from kiosk.content.council import Council
from kiosk.content.listing import Listing
from kiosk.content.workbook import plans, styles
from kiosk.content.workbook.choices import FIXED, Choices
from kiosk.content.workbook.columns import SEVERAL, Kind
from kiosk.content.workbook.help import lines
from kiosk.content.workbook.help_writing import write_help
from kiosk.content.workbook.references import References, named
from kiosk.content.workbook.sheet_writing import SheetWriter, put
from kiosk.content.workbook.values import Values

_ROLE_COLUMNS = 3
"""As many roles as a row has room for; a service with more makes more columns."""


def template(council: Council, file: str) -> bytes:
    """Return a workbook with examples, to be filled in; `file` is what it is to be called."""
    return _written(council, Listing(council.code), file, examples=True)


def filled(council: Council, file: str) -> bytes:
    """Return a workbook with the listing that a council has.

    Raises ContentError where a text is longer than a cell can hold.
    """
    return _written(council, council.listing, file, examples=False)


def _written(council: Council, listing: Listing, file: str, examples: bool) -> bytes:
    choices = {SEVERAL: Choices(council.roles), **FIXED}
    organizations = References(named(listing.organizations), council.organizations.items())
    references = {Kind.ORGANIZATION: organizations, Kind.SERVICE: References(named(listing.services))}
    values = Values(listing, choices, references)
    several = max([_ROLE_COLUMNS, *(len(service.get(SEVERAL, ())) for service in listing.services)])
    local = choices[SEVERAL].words[: len(council.local_roles)]  # they come first
    offered = {**{key: each.words for key, each in choices.items()}, SEVERAL: local}
    lists = {key: _range(number, len(words)) for number, (key, words) in enumerate(offered.items(), 1)}
    book = Workbook()
    book.properties.creator = "send-kiosk"
    book.properties.title = f"Who helps families in {council.name}"
    write_help(book.active, lines(council, file))
    for plan in plans.PLANS:
        columns = plan.columns(several)
        rows = plan.examples if examples else values.rows(plan, columns)
        sheet = SheetWriter(book.create_sheet(plan.name), plan.about, columns, lists)
        sheet.write(rows, styles.EXAMPLE if examples else styles.PLAIN)
    _write_lists(book, offered)
    packed = BytesIO()
    book.save(packed)
    return packed.getvalue()


def _range(column: int, words: int) -> str:
    """Return where the words of a list stand: below a heading of their own."""
    letter = get_column_letter(column)
    return f"{plans.LISTS}!${letter}$2:${letter}${words + 1}"


def _write_lists(book: Workbook, lists: dict[str, tuple[str, ...]]) -> None:
    """Write what the drop-downs offer, each list in a column of its own, on a sheet that is hidden."""
    sheet = book.create_sheet(plans.LISTS)
    sheet.sheet_state = "hidden"
    for column, (key, words) in enumerate(lists.items(), 1):
        for row, word in enumerate((key, *words), 1):
            put(sheet.cell(row, column), word)
