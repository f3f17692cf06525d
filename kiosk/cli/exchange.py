"""`send-kiosk content template`, `import`, `export`: a council's services, to and from its officers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from kiosk.cli.content import data_folder, for_authors
from kiosk.errors import UsageError

_WORKBOOK = click.Path(dir_okay=False, path_type=Path)
_SUFFIX = ".xlsx"
_OPEN_ELSEWHERE = "If it is open in another program, close it there."

_authority = click.option("--authority", required=True, metavar="CODE", help="The council, by its GSS code.")
_replace = click.option("--replace", is_flag=True, help="Write over the file, if there is one already.")


@click.command("template")
@click.argument("workbook", type=_WORKBOOK, metavar="WORKBOOK.xlsx")
@data_folder
@click.option("--authority", default="", metavar="CODE", help="The council that it is for, by its GSS code.")
@_replace
@for_authors
def template_(workbook: Path, data: Path, authority: str, replace: bool) -> None:
    """Write an empty workbook for a council's services, with examples and help."""
    from kiosk.content.council import council
    from kiosk.content.workbook import writing

    _see_free(workbook, replace)
    _write(workbook, writing.template(council(data, authority), workbook.name))
    click.echo(f"Written {workbook}. Open it, and begin with the sheet Help.")


@click.command("export")
@click.argument("workbook", type=_WORKBOOK, metavar="WORKBOOK.xlsx")
@data_folder
@_authority
@_replace
@for_authors
def export_(workbook: Path, data: Path, authority: str, replace: bool) -> None:
    """Write a workbook with the services that a council has, to be changed and imported again."""
    from kiosk.content.council import council
    from kiosk.content.sources import read
    from kiosk.content.workbook import writing

    _see_free(workbook, replace)
    known = council(data, authority)
    read(data)  # what cannot be read would be lost on the way
    _write(workbook, writing.filled(known, workbook.name))
    click.echo(f"Written {workbook}, with {_count(len(known.listing.services))} of {known.full_name}.")


@click.command("import")
@click.argument("workbook", type=_WORKBOOK, metavar="WORKBOOK.xlsx")
@data_folder
@_authority
@click.option("--dry-run", is_flag=True, help="Say what is wrong and what would change, and write nothing.")
@for_authors
def import_(workbook: Path, data: Path, authority: str, dry_run: bool) -> None:
    """Check a workbook cell by cell, say what changes, and make it the council's services."""
    from kiosk.cli.intake import take_in
    from kiosk.content.council import council
    from kiosk.content.workbook.reading import read

    given, known, today = _read(workbook), council(data, authority), date.today()
    take_in(read(workbook.name, given, known, today), known.listing, data, today, dry_run)


def _read(workbook: Path) -> bytes:
    """Return what a file holds, as far as a workbook may."""
    from kiosk.content.workbook.parts import MOST_BYTES

    try:
        with workbook.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise UsageError(f"There is no file {workbook}. Look at its name and its folder.") from error
    except OSError as error:
        raise UsageError(f"{workbook} cannot be read ({error.strerror}). {_OPEN_ELSEWHERE}") from error


def _see_free(workbook: Path, replace: bool) -> None:
    """Raise UsageError where a workbook may not be written."""
    if workbook.suffix.casefold() != _SUFFIX:
        raise UsageError(f"A workbook’s name ends in {_SUFFIX}: call it {workbook.with_suffix(_SUFFIX)}.")
    if workbook.exists() and not replace:
        raise UsageError(f"{workbook} is there already. Choose another name, or add --replace to write over it.")


def _write(workbook: Path, data: bytes) -> None:
    from kiosk.disk import Disk

    try:
        Disk().replace_file(workbook, data)
    except OSError as error:
        raise UsageError(f"{workbook} cannot be written ({error.strerror}). {_OPEN_ELSEWHERE}") from error


def _count(services: int) -> str:
    return "1 service" if services == 1 else f"{services} services"
