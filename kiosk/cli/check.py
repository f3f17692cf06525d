"""`send-kiosk check`: is this machine ready for the public?"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import click

from kiosk import paths
from kiosk.cli.display import NO_DISPLAY, has_display
from kiosk.cli.start import start_options
from kiosk.config import Config, Person
from kiosk.content.edition import Edition
from kiosk.content.kept import published
from kiosk.content.releases import Releases
from kiosk.content.store import ContentStore
from kiosk.domain.freshness import Freshness, freshness
from kiosk.errors import KioskError

PATIENCE = 60
"""Seconds that the window may take to show the attract screen."""


LONGEST_SILENCE = 35
"""Days for which a publisher's timestamp is good as a rule: one that is older was not renewed, or did not arrive."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at, in a sentence."""

    ready: bool
    sentence: str


@click.command()
@start_options
def check(settings: Config, content: Path | None, as_of: datetime | None) -> None:
    """Say whether this machine is ready for the public."""
    today = as_of.date() if as_of else date.today()
    findings = list(_findings(settings, content, today))
    for finding in findings:
        click.echo(f"{'ready' if finding.ready else 'NOT READY'}: {finding.sentence}")
    not_ready = sum(not finding.ready for finding in findings)
    if not_ready:
        click.echo(f"This machine is not ready for the public: {not_ready} to put right.")
        sys.exit(1)
    click.echo("This machine is ready for the public.")


def _findings(settings: Config, content: Path | None, today: date) -> Iterator[Finding]:
    database = content or _shown(settings)
    yield from _content(database, settings.kiosk.authority, today)
    yield from _updates(settings, today)
    yield from _person(settings)
    yield _window(settings, database)


def _content(database: Path, authority: str, today: date) -> Iterator[Finding]:
    try:
        with ContentStore(database) as store:
            store.verify()
            edition = Edition(store, authority, today)
            yield Finding(True, f"The content of {store.published.isoformat()} is whole.")
            yield _age(store.published, today)
            yield _authority(edition)
            yield _reviewed(edition, today)
    except KioskError as error:
        yield Finding(False, str(error))


def _shown(settings: Config) -> Path:
    """Return the database that the kiosk would show."""
    if settings.content.database:
        return Path(settings.content.database)
    active = Releases(Path(settings.updates.releases or paths.releases())).active()
    bundled = paths.content_database()
    return active.database if active and active.published >= published(bundled) else bundled


def _age(of: date, today: date) -> Finding:
    match freshness(of, today):
        case Freshness.UNKNOWN:
            return Finding(False, f"This machine's date is {today}, before the day of its content: set the clock.")
        case Freshness.FRESH:
            return Finding(True, "The content is not older than 60 days.")
        case _:
            return Finding(False, f"The content is {(today - of).days} days old: update it.")


def _updates(settings: Config, today: date) -> Iterator[Finding]:
    source = settings.updates.source
    if not source:
        yield Finding(False, "The content is never updated: write [updates] source in the settings.")
    elif settings.content.database:
        yield Finding(False, "[content] database keeps the content from ever being updated: leave it out.")
    else:
        yield from _trusts(settings, today)


def _trusts(settings: Config, today: date) -> Iterator[Finding]:
    from kiosk.refresh import refresh_for
    from kiosk.updates.trust import LONG_AGO, read_trust

    try:
        refresh = refresh_for(settings)
    except KioskError as error:
        yield Finding(False, str(error))
        return
    yield Finding(True, f"The content is kept right from {settings.updates.source}.")
    trust = read_trust(refresh.releases.folder)
    heard = trust.floor
    if heard == LONG_AGO or trust.root != refresh.publisher:
        yield Finding(False, "Nothing has come from the publisher yet: run send-kiosk update.")
    else:
        silent = (today - heard.date()).days > LONGEST_SILENCE
        yield Finding(not silent, f"The publisher was last heard of on {heard.date()}.")


def _authority(edition: Edition) -> Finding:
    if edition.authority is None:
        return Finding(False, 'No council is set: write [kiosk] authority = "E…" in the settings.')
    name = edition.authority.official_name
    if edition.authority in edition.responsible:
        return Finding(True, f"It shows the services of {name}.")
    others = " or ".join(f'"{each.code}" ({each.name})' for each in edition.responsible) or "another code"
    return Finding(False, f"{name} is not responsible on {edition.on}: write [kiosk] authority = {others}.")


def _reviewed(edition: Edition, today: date) -> Finding:
    late = [service.name for service in edition.directory.services if service.fact.review_by < today]
    if late:
        return Finding(False, f"The details of {', '.join(late)} should have been looked at again: update the content.")
    return Finding(True, "The details of every service are within their review date.")


def _person(settings: Config) -> Iterator[Finding]:
    person = settings.person
    if person == Person():
        yield Finding(False, "Nobody has said where there is a person to talk to: write [person] in the settings.")
    else:
        yield Finding(True, f"A person: {person.where}")
    if settings.out_of_service.phone or person.phone:
        yield Finding(True, "There is a phone number for when the kiosk is out of service.")
    else:
        yield Finding(
            False, "There is no phone number for when the kiosk is out of service: write [out_of_service] phone."
        )


def _window(settings: Config, database: Path) -> Finding:
    if not has_display():
        return Finding(False, NO_DISPLAY)
    options = ["--until-attract", "--windowed", "--content", str(database), "--authority", settings.kiosk.authority]
    try:
        done = subprocess.run(
            [*paths.program(), "run", *options], capture_output=True, text=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired:
        return Finding(False, f"The window has not shown the attract screen within {PATIENCE} seconds.")
    if done.returncode != 0:
        reason = (done.stderr.strip().splitlines() or ["no reason is given"])[-1]
        return Finding(False, f"The window does not start: {reason}")
    return Finding(True, "The window starts and shows the attract screen.")
