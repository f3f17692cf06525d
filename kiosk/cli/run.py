"""`send-kiosk run`: the kiosk."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.display import require_display
from kiosk.cli.start import start_options
from kiosk.config import Config


@click.command()
@start_options
@click.option("--windowed", is_flag=True, help="In a window on a desk, instead of the whole screen.")
@click.option("--until-attract", is_flag=True, hidden=True, help="Say when the attract screen is painted, and stop.")
def run(settings: Config, content: Path | None, as_of: datetime | None, windowed: bool, until_attract: bool) -> None:
    """Run the kiosk."""
    from kiosk.app import Start
    from kiosk.app import run as run_kiosk

    require_display()
    start = Start(settings, content, as_of.date() if as_of else None, windowed, keeps=True)
    sys.exit(run_kiosk(start, _say_shown if until_attract else None))


def _say_shown() -> None:
    click.echo("attract screen shown")
