"""`send-kiosk content import --open-referral` and `export --open-referral`: services from and for other directories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk.cli.progress import Progress
from kiosk.errors import ContentError, UsageError

if TYPE_CHECKING:
    from kiosk.content.council import Council
    from kiosk.content.open_referral.catalogue import Item, Source
    from kiosk.content.open_referral.reading import Taken

_FILE = click.Path(dir_okay=False, path_type=Path)
_MOST_SHOWN = 20
_ALL_OF_THEM = "--list OUT.toml writes all of them down."
_MEND = "Put it right where the feed is kept, or say it in words of your own in a mapping file (docs/open-referral.md)."

_OPTIONS = (
    click.option("--open-referral", "feed", default="", metavar="FILE-OR-ADDRESS", help="Read this feed."),
    click.option("--role", "roles", multiple=True, metavar="ID=ROLE", help="What a service of the feed is there for."),
    click.option("--mapping", type=_FILE, metavar="FILE", help="Roles and words of ours for services of the feed."),
    click.option("--published-at", default="", metavar="ADDRESS", help="Where a feed is that was saved to a file."),
    click.option("--list", "list_", type=_FILE, metavar="OUT", help="Write the feed’s services to a mapping file."),
    click.option("--only-these", is_flag=True, help="Take out what the feed does not have, instead of leaving it."),
    click.option("--resume", type=_FILE, metavar="FILE", help="Keep fetched pages here; else beside the listing."),
)


def feed_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options of a feed."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True)
class FeedOptions:
    """What was asked for about a feed; the names are those of the options."""

    feed: str
    roles: tuple[str, ...]
    mapping: Path | None
    published_at: str
    list_: Path | None
    only_these: bool
    resume: Path | None

    def unused(self) -> list[str]:
        """Return the options that were given and mean nothing without a feed."""
        given = {
            "--role": self.roles,
            "--mapping": self.mapping,
            "--published-at": self.published_at,
            "--list": self.list_,
            "--only-these": self.only_these,
            "--resume": self.resume,
        }
        return [name for name, value in given.items() if value]


def take_feed(options: FeedOptions, data: Path, code: str, dry_run: bool) -> None:
    """Read a feed, say what is left out, prove the rest and make it the council's."""
    from kiosk.cli.intake import take_in
    from kiosk.content.council import council
    from kiosk.content.open_referral.mapping import ServiceMapping, mapping
    from kiosk.content.open_referral.reading import read

    known, today = council(data, code), date.today()
    decided = mapping(options.mapping, known.roles) if options.mapping else ServiceMapping()
    decided = decided.with_roles(options.roles, known.roles)
    _expect_free(options.list_)
    with Progress() as progress:
        source = _source(options, data, code, progress)
        taken = read(source, known, decided, today, options.only_these)
        source.done()  # all of it was here: another try shall see what is put right in the feed meanwhile
    _offer(taken, known, options, source)
    if _is_nothing(taken, known, options):
        if options.list_ is None:
            raise ContentError(f"{source.name} has no service with a role here, so nothing was imported.")
        return
    try:
        take_in(taken.submission, known.listing, data, today, dry_run)
    except ContentError as error:
        raise ContentError(f"{error} {_MEND}", error.problems) from error


def publish(target: Path, data: Path, code: str, national: bool, schemas: Path | None) -> None:
    """Write a council's services as a feed."""
    from kiosk.content.council import council
    from kiosk.content.open_referral.schema import Schema
    from kiosk.content.open_referral.writing import publication, unused
    from kiosk.content.sources import read
    from kiosk.disk import Disk

    content, known = read(data), council(data, code)
    made = publication(data, content, content.authorities[code], national)
    if schemas is not None:
        problems = tuple(Schema(schemas).problems(made.page(), target.name))
        if problems:
            raise ContentError(f"What {code} publishes is not valid; nothing was written.", problems)
    try:
        Disk().replace_file(target, made.text().encode())
    except OSError as error:
        raise UsageError(f"{target} cannot be written ({error.strerror}).") from error
    for name in unused(content, known.listing.organizations):
        click.echo(f"note: “{name}” runs no service, and a feed of services cannot hold it.", err=True)
    valid = ", valid against the schemas" if schemas else ""
    everywhere = f" and {_count(len(made.national))} of the whole country" if national else ""
    click.echo(f"Written {target}{valid}: {_count(len(made.local))} of {known.full_name}{everywhere}.")


def _source(options: FeedOptions, data: Path, code: str, say: Callable[[str], None]) -> Source:
    from kiosk.content.open_referral.endpoint import endpoint, is_address
    from kiosk.content.open_referral.feed import Feed
    from kiosk.content.open_referral.kept_pages import KeptPages
    from kiosk.content.open_referral.saved import Saved
    from kiosk.content.open_referral.web import Web

    if is_address(options.feed):
        if options.published_at:
            raise UsageError("--published-at is for a saved file: a feed on the web says itself where it is.")
        at = endpoint(options.feed)
        kept = KeptPages(options.resume or data / "authorities" / f".{code}.pages", at.address)
        return Feed(at, Web(say=say), kept, say=say)
    if options.resume:
        raise UsageError("--resume is for a feed on the web: a file needs no second try.")
    return Saved(Path(options.feed), endpoint(options.published_at) if options.published_at else None)


def _expect_free(path: Path | None) -> None:
    if path is not None and path.exists():
        raise UsageError(f"{path} is there already. Choose another name for the list.")


def _is_nothing(taken: Taken, known: Council, options: FeedOptions) -> bool:
    """Whether there is nothing to say or to do about what was taken; no council is emptied by mistake."""
    same = options.only_these or taken.submission.listing == known.listing
    return same and not taken.count and not taken.submission.problems


def _offer(taken: Taken, known: Council, options: FeedOptions, source: Source) -> None:
    """Say which services have no role here, those first that may want one; write all of them down if that is asked.

    Whoever has chosen among them is told only of those that may have been overlooked.
    """
    from kiosk.content.open_referral.offers import as_mapping, likely, lines, offered

    found = offered(taken.without_role, known)
    if options.list_ is not None:
        _write(options.list_, as_mapping(found, known, source.name))
        click.echo(f"Written {options.list_}, with {_count(len(found))} that have no role here.")
    elif found:
        told = likely(found, known) if taken.count else found
        _show(found, list(lines(told[:_MOST_SHOWN], known)))


def _show(found: Sequence[Item], first: Sequence[str]) -> None:
    have = "has no role here and is" if len(found) == 1 else "have no role here and are"
    click.echo(f"{_count(len(found))} of the feed {have} left out{':' if first else '. ' + _ALL_OF_THEM}")
    for line in first:
        click.echo(f"  {line}")
    if first and len(found) > len(first):
        click.echo(f"  and {len(found) - len(first)} more. {_ALL_OF_THEM}")


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}).") from error


def _count(services: int) -> str:
    return "1 service" if services == 1 else f"{services} services"
