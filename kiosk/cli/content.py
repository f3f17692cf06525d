"""`send-kiosk content`: for the people who write what the kiosk says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.arguments import DAY
from kiosk.cli.authors import for_authors
from kiosk.cli.group import Group
from kiosk.content.build import build as build_database
from kiosk.content.build import try_build
from kiosk.content.checks import Verdict
from kiosk.content.checks import check as check_content
from kiosk.content.content import Content
from kiosk.content.graph.page import page
from kiosk.content.reading.entry import nearest
from kiosk.content.sources import read
from kiosk.errors import ContentError, Problem, UsageError

_EXCHANGE = ("template", "import", "export")
_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
_FILE = click.Path(dir_okay=False, path_type=Path)

data_folder = click.option(
    "--data", type=_FOLDER, default=paths.DATA, metavar="DIR", help="The content's sources; else those of this program."
)
_as_of = click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Check as of this day; else today.")
_public = click.option("--public", is_flag=True, help="Nothing may be overdue for review: this goes before the public.")


class _ContentGroup(Group):
    """The commands below, and those that exchange services with others, which are loaded only when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*super().list_commands(ctx), *_EXCHANGE]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _EXCHANGE:
            return super().get_command(ctx, cmd_name)
        from kiosk.cli import exchange

        command: click.Command = getattr(exchange, f"{cmd_name}_")
        return command


@click.group(cls=_ContentGroup)
def content() -> None:
    """Check what the kiosk says, build it, draw it; bring a council's services in, and out again."""


@content.command()
@data_folder
@_as_of
@_public
@for_authors
def check(data: Path, as_of: datetime | None, public: bool) -> None:
    """Prove what the kiosk says, and name every problem by file and place."""
    verdict = check_content(read(data), _day(as_of))
    problems = verdict.against(public)
    if problems:
        raise ContentError(f"{_count(problems)} in {data}.", problems)
    _say(verdict)


@content.command()
@data_folder
@click.option("--output", type=_FILE, default=paths.BUILT_CONTENT, metavar="FILE", help="Else build/content.db.")
@_as_of
@_public
@click.option("--json", "as_json", is_flag=True, help="Say what was found as JSON, for another program.")
@for_authors
def build(data: Path, output: Path, as_of: datetime | None, public: bool, as_json: bool) -> None:
    """Check what the kiosk says and build the content database; with problems, nothing is written."""
    if as_json:
        findings = try_build(data, output, _day(as_of), public)
        click.echo(findings.to_json())
        click.get_current_context().exit(1 if findings.problems else 0)
    _say(build_database(data, output, _day(as_of), public))
    click.echo(f"Built {output}.")


@content.command()
@click.argument("page_file", type=_FILE, metavar="OUT.html")
@data_folder
@for_authors
def graph(page_file: Path, data: Path) -> None:
    """Draw every flow as a picture, on one page for a reviewer."""
    _write(page_file, page(read(data)))
    click.echo(f"Drawn {page_file}.")


@content.command()
@click.argument("page_file", type=_FILE, metavar="OUT.html")
@data_folder
@click.option("--authority", default="", metavar="CODE", help="Show who helps in this council too, by its GSS code.")
@click.option("--outcome", "outcomes", multiple=True, metavar="ID", help="Only this outcome; may be repeated.")
@for_authors
def review(page_file: Path, data: Path, authority: str, outcomes: tuple[str, ...]) -> None:
    """Put everything that the kiosk says on paper, to be read and signed off outcome by outcome."""
    from kiosk.review.page import page as review_page

    made = _proved(data)
    for outcome in outcomes:
        _known("outcome", outcome, made.outcomes)
    council = made.authorities[_known("authority", authority, made.authorities)] if authority else None
    _write(page_file, review_page(made, council, outcomes))
    click.echo(f"Written {page_file}.")


@content.command()
@click.argument("outcome")
@data_folder
@click.option("--by", required=True, help="The name or the role of whoever read it.")
@click.option("--on", type=DAY, metavar="YYYY-MM-DD", help="The day it was read; else today.")
@for_authors
def sign(outcome: str, data: Path, by: str, on: datetime | None) -> None:
    """Write down that somebody has read an outcome and found it right, in signoffs.toml."""
    from kiosk.content.signoffs import SignOff, fingerprint
    from kiosk.content.signoffs import sign as write_signoff

    made = _proved(data)
    read_ = made.outcomes[_known("outcome", outcome, made.outcomes)]
    if not by.strip() or not by.isprintable():
        raise UsageError('Say who read it: --by "SENDIASS manager".')
    if _day(on) > date.today():
        raise UsageError(f"{_day(on)} is still to come.")
    signoff = SignOff(outcome, fingerprint(made, read_), by.strip(), _day(on))
    if signoff in made.signoffs:
        raise UsageError(f"{outcome} is signed by {signoff.by} on {signoff.on} already. Nothing was written.")
    try:
        write_signoff(data, signoff)
    except OSError as error:
        raise UsageError(f"The sign-off cannot be written ({error.strerror}).") from error
    click.echo(f"{outcome} is signed by {signoff.by} on {signoff.on}, for the words and rules {signoff.hash}.")


@content.command()
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@for_authors
def diff(old: Path, new: Path) -> None:
    """Say what changed from OLD to NEW; each is a folder of sources, or a content database."""
    from kiosk.cli.difference import difference

    for line in difference(old, new):
        click.echo(line)


def _day(as_of: datetime | None) -> date:
    return as_of.date() if as_of else date.today()


def _proved(data: Path) -> Content:
    """Read content that passes every check; raise ContentError with what does not."""
    made = read(data)
    problems = check_content(made, date.today()).problems
    if problems:
        raise ContentError(f"{_count(problems)} in {data}.", problems)
    return made


def _known(kind: str, name: str, known: Iterable[str]) -> str:
    if name not in known:
        raise UsageError(f"There is no {kind} {name!r}. {nearest(name, known)}".strip())
    return name


def _write(page_file: Path, made: str) -> None:
    try:
        page_file.write_text(made, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{page_file} cannot be written ({error.strerror}).") from error


def _say(verdict: Verdict) -> None:
    for problem in (*verdict.overdue, *verdict.incomplete):
        click.echo(f"warning: {problem}", err=True)
    click.echo(str(verdict.proof))


def _count(problems: tuple[Problem, ...]) -> str:
    return "1 problem" if len(problems) == 1 else f"{len(problems)} problems"
