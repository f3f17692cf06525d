"""`send-kiosk update`: look once for newer content, and say in a sentence what came of it."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import click

from kiosk import config
from kiosk.cli.arguments import FILE, FOLDER
from kiosk.config import USB, Config
from kiosk.errors import ConfigError, UpdateError
from kiosk.refresh import STAYS, Refresh, Refreshed, Result, refresh_for
from kiosk.updates.sticks import contents, places

POLITE = 19
"""The niceness of an update beside a running kiosk: it takes what the screen leaves."""


@click.command()
@click.option("--config", "config_file", type=FILE, help="The settings, one TOML file.")
@click.option("--from", "source", metavar="SOURCE", help='An https address, a folder, a bundle or "usb"; else as set.')
@click.option("--root", type=FILE, help="The trusted root; else as set.")
@click.option("--releases", type=FOLDER, help="Where fetched content is kept; else as set.")
@click.option("--sticks", type=FOLDER, help="Where USB sticks show up; else as set.")
@click.option("--authority", help="GSS code of the council that the content has to know; else as set.")
@click.option("--json", "as_json", is_flag=True, help="Say it for another program.")
@click.option("--beside", is_flag=True, hidden=True, help="Take only what a running kiosk leaves of the processor.")
def update(config_file: Path | None, as_json: bool, beside: bool, **given: Path | str | None) -> None:
    """Look for newer content once. The kiosk shows it as soon as nobody is at the screen."""
    if beside:
        _be_polite()
    settings = _settings(config_file, given)
    try:
        said = _refreshed(settings)
    except UpdateError as error:
        if as_json:
            _say_json("kept", str(error))
        raise UpdateError(f"{error} {STAYS}") from error
    if as_json:
        _say_json(said.result, str(said), said)
    else:
        click.echo(str(said))


def _settings(config_file: Path | None, given: Mapping[str, Path | str | None]) -> Config:
    """Return the settings, with what the command line says instead."""
    said = {name: str(value) for name, value in given.items() if value is not None}
    settings = config.load(config_file)
    council = said.pop("authority", settings.kiosk.authority)
    return replace(
        settings,
        kiosk=replace(settings.kiosk, authority=council),
        updates=replace(settings.updates, **said),
    )


def _refreshed(settings: Config) -> Refreshed:
    source = settings.updates.source
    if not source:
        raise ConfigError('There is no source: write [updates] source = "https://…" in the settings, or say --from.')
    refresh = refresh_for(settings)
    return _from_sticks(refresh, settings) if source == USB else refresh.run(source)


def _from_sticks(refresh: Refresh, settings: Config) -> Refreshed:
    """Try everything on every stick; the newest wins, whichever comes first.

    Where nothing is new, what is wrong with one of them may be why, and is said as well.
    """
    found = contents(places(settings.updates.sticks))
    if not found:
        raise UpdateError("No stick with content is in this machine. It has send-kiosk-content.zip on it.")
    done: list[Refreshed] = []
    problems: list[UpdateError] = []
    for path in found:
        try:
            done.append(refresh.run(str(path)))
        except UpdateError as error:
            problems.append(error)
    if not done:
        raise problems[0]
    new = [each for each in done if each.result is Result.NEW]
    return new[-1] if new else replace(done[0], besides=" ".join(map(str, problems)))


def _say_json(result: str, sentence: str, said: Refreshed | None = None) -> None:
    published = said.published.isoformat() if said else ""
    click.echo(json.dumps({"result": result, "published": published, "sentence": sentence}))


def _be_polite() -> None:
    with suppress(AttributeError, OSError):  # Windows knows no niceness
        os.nice(POLITE)
