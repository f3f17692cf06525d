"""`send-kiosk content template`, `import`, `export`: a council's services, to and from its officers and directories."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from kiosk.cli.authors import for_authors
from kiosk.cli.content import data_folder
from kiosk.cli.open_referral import FeedOptions, feed_options, publish, take_feed
from kiosk.errors import UsageError

_WORKBOOK = click.Path(dir_okay=False, path_type=Path)
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_SUFFIX, _FEED_SUFFIX = ".xlsx", ".json"
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

    _see_free(workbook, replace, _SUFFIX)
    known = council(data, authority)
    _write(workbook, writing.template(known, workbook.name))
    click.echo(f"Written {workbook}. Open it, and begin with the sheet Help.")
    if there := len(known.listing.services):
        # An import takes the place of all of them, and whoever begins anew may not know that they are there.
        click.echo(
            f"note: {known.full_name} has {_count(there)} already. Export them instead, to change them.", err=True
        )


@click.command("export")
@click.argument("target", type=_WORKBOOK, metavar="OUT.xlsx")
@data_folder
@_authority
@_replace
@click.option("--open-referral", is_flag=True, help="Write OUT.json instead, a feed for other directories.")
@click.option("--national", is_flag=True, help="With the national services; for a feed.")
@click.option("--schema", type=_FOLDER, metavar="DIR", help="Check a feed against the HSDS schemas of this folder.")
@for_authors
def export_(
    target: Path, data: Path, authority: str, replace: bool, open_referral: bool, national: bool, schema: Path | None
) -> None:
    """Write the services that a council has: as a workbook, to be changed and imported again, or as a feed."""
    if open_referral:
        _see_free(target, replace, _FEED_SUFFIX)
        publish(target, data, authority, national, schema)
        return
    if national or schema:
        raise UsageError(f"{'--national' if national else '--schema'} is for a feed: add --open-referral.")
    _see_free(target, replace, _SUFFIX)
    _write_workbook(target, data, authority)


def _write_workbook(workbook: Path, data: Path, authority: str) -> None:
    from kiosk.content.council import council
    from kiosk.content.sources import read
    from kiosk.content.workbook import writing

    known = council(data, authority)
    read(data)  # what cannot be read would be lost on the way
    _write(workbook, writing.filled(known, workbook.name))
    click.echo(f"Written {workbook}, with {_count(len(known.listing.services))} of {known.full_name}.")


@click.command("import")
@click.argument("workbook", type=_WORKBOOK, metavar="[WORKBOOK.xlsx]", required=False)
@data_folder
@_authority
@click.option("--dry-run", is_flag=True, help="Say what is wrong and what would change, and write nothing.")
@feed_options
@for_authors
def import_(workbook: Path | None, data: Path, authority: str, dry_run: bool, **feed: Any) -> None:
    """Check a workbook or a feed piece by piece, say what changes, and make it the council's services."""
    options = FeedOptions(**feed)
    if workbook is not None and options.feed:
        raise UsageError("A workbook or --open-referral: choose one.")
    if options.feed:
        take_feed(options, data, authority, dry_run)
    elif options.unused():
        raise UsageError(f"{options.unused()[0]} is for a feed: name it with --open-referral.")
    elif workbook is None:
        raise UsageError("Say what to import: WORKBOOK.xlsx, or --open-referral FILE-OR-ADDRESS.")
    else:
        _take_workbook(workbook, data, authority, dry_run)


def _take_workbook(workbook: Path, data: Path, authority: str, dry_run: bool) -> None:
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


def _see_free(target: Path, replace: bool, suffix: str) -> None:
    """Raise UsageError where a workbook or feed may not be written."""
    if target.suffix.casefold() != suffix:
        what = "workbook" if suffix == _SUFFIX else "feed"
        raise UsageError(f"A {what}’s name ends in {suffix}: call it {target.with_suffix(suffix)}.")
    if target.exists() and not replace:
        raise UsageError(f"{target} is there already. Choose another name, or add --replace to write over it.")


def _write(workbook: Path, data: bytes) -> None:
    from kiosk.disk import Disk

    if not workbook.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {workbook.parent}. Make it first, or choose another.")
    try:
        Disk().replace_file(workbook, data)
    except OSError as error:
        raise UsageError(f"{workbook} cannot be written ({error.strerror}). {_OPEN_ELSEWHERE}") from error


def _count(services: int) -> str:
    return "1 service" if services == 1 else f"{services} services"
