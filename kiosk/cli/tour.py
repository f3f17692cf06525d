"""`send-kiosk tour`: every screen as a picture, with no display."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from kiosk.cli.start import start_options
from kiosk.config import Config
from kiosk.errors import UsageError


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@start_options
@click.option("--layout", "names", multiple=True, help="Draw this layout; may be repeated.")
def tour(folder: Path, settings: Config, content: Path | None, as_of: datetime | None, names: tuple[str, ...]) -> None:
    """Draw every screen of sample journeys into FOLDER, with an index page."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QUICK_BACKEND"] = "software"
    from kiosk.app import Start
    from kiosk.app import tour as draw_tour
    from kiosk.qt.tour import LAYOUTS, USUAL

    unknown = set(names) - {layout.name for layout in LAYOUTS}
    if unknown:
        known = ", ".join(layout.name for layout in LAYOUTS)
        raise UsageError(f"There is no layout {', '.join(sorted(unknown))}. The layouts are: {known}.")
    chosen = [layout for layout in LAYOUTS if layout.name in (names or USUAL)]
    start = Start(settings, content, as_of.date() if as_of else None, windowed=True)
    count = draw_tour(start, folder, chosen)
    click.echo(f"{count} pictures drawn. Open {folder / 'index.html'} to see them side by side.")
