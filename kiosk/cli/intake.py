"""Taking in a listing that was handed in: what was mended, what is wrong, what changes, and only then the file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from kiosk.cli.difference import between
from kiosk.content.listing import Listing
from kiosk.content.replacement import Replacement
from kiosk.content.submission import Submission
from kiosk.disk import Disk

_UNREADABLE = "What the council had before is not right, so what changes cannot be told."


def take_in(submission: Submission, there: Listing, data: Path, today: date, dry_run: bool) -> None:
    """Prove a submission, say what changes from the listing that is there, and write it unless this is a dry run.

    Raises ContentError with all that is wrong, KioskError where it cannot be written.
    """
    for note in submission.notes:
        click.echo(f"note: {note}", err=True)
    replacement = submission.proved(data, today)
    for overdue in replacement.overdue:
        click.echo(f"warning: {overdue}", err=True)
    if not replacement.files:
        click.echo(f"{submission.file} says what the council has already. Nothing was written.")
        return
    for line in (*_changes(replacement), *_taken_out(submission, there)):
        click.echo(line)
    if dry_run:
        click.echo("Nothing was written: this was a dry run.")
    else:
        replacement.put(Disk())
        click.echo(f"Written {' and '.join(str(data / name) for name in sorted(replacement.files))}.")


def _changes(replacement: Replacement) -> Iterator[str]:
    before, after = replacement.before, replacement.after
    if before is None:
        yield _UNREADABLE
        return
    yield from between(before, after)
    if before.published != after.published:
        days = f"from {before.published} to {after.published}"
        yield f"The content’s date moves on, {days}: a service was looked at then."


def _taken_out(submission: Submission, there: Listing) -> Iterator[str]:
    kept = {service["id"] for service in submission.listing.services}
    gone = [f"“{service.get('name')}”" for service in there.services if service.get("id") not in kept]
    if gone:
        yield f"Taken out, as {submission.file} does not have them any more: {', '.join(gone)}."
