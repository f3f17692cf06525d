"""`send-kiosk preview`: the kiosk in a window that follows the author's edits, with the problems beside it."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from kiosk import config, paths
from kiosk.cli.arguments import DAY, FILE
from kiosk.cli.authors import require_packages
from kiosk.cli.display import require_display
from kiosk.errors import UsageError

_FOLDER = click.Path(exists=True, file_okay=False, path_type=Path)
SIGN = "content.toml"
"""The file by which a data folder is known."""


@click.command()
@click.option(
    "--data", type=_FOLDER, default=paths.DATA, metavar="DIR", help="The content's sources; else those of this program."
)
@click.option("--authority", help="GSS code of the council, such as E06000021.")
@click.option("--config", "config_file", type=FILE, help="The settings, one TOML file.")
@click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Show and check everything as of this day.")
def preview(data: Path, authority: str | None, config_file: Path | None, as_of: datetime | None) -> None:
    """Show the kiosk in a window that follows your edits as files are saved, with the problems beside it."""
    settings = config.load(config_file)
    if authority is not None:
        settings = replace(settings, kiosk=replace(settings.kiosk, authority=authority))
    require_packages()
    _require_content(data)
    require_display()
    from kiosk.preview import Desk
    from kiosk.preview import preview as show_preview

    sys.exit(show_preview(Desk(data.absolute(), settings, as_of.date() if as_of else None)))


def _require_content(data: Path) -> None:
    try:
        there = SIGN in {path.name for path in data.iterdir()}
    except OSError as error:
        raise UsageError(f"The folder {data} cannot be read ({error.strerror}).") from error
    if not there:
        raise UsageError(f"{data} is no folder of content: there is no {SIGN} in it. Name the folder with --data.")
