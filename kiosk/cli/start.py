"""The options that `run`, `tour` and `check` share: settings, content, authority and day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Any

import click

from kiosk import config
from kiosk.cli.arguments import DAY

FILE = click.Path(dir_okay=False, path_type=Path)


def start_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command `settings`, `content` and `as_of`; `--authority` overrules the settings."""

    @click.option("--config", "config_file", type=FILE, help="The settings, one TOML file.")
    @click.option("--content", type=FILE, help="The content database; else the settings', else the bundled one.")
    @click.option("--authority", help="GSS code of the council, such as E06000021.")
    @click.option("--as-of", type=DAY, metavar="YYYY-MM-DD", help="Show everything as of this day.")
    @wraps(command)
    def wrapped(config_file: Path | None, authority: str | None, **options: Any) -> None:
        settings = config.load(config_file)
        if authority is not None:
            settings = replace(settings, kiosk=replace(settings.kiosk, authority=authority))
        command(settings=settings, **options)

    return wrapped
