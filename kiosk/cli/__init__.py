"""The command line: `send-kiosk` and its commands, each loaded only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from kiosk import __version__
from kiosk.cli.group import Group
from kiosk.errors import ContentError, KioskError

COMMANDS = {
    "run": "kiosk.cli.run:run",
    "tour": "kiosk.cli.tour:tour",
    "route": "kiosk.cli.route:route",
    "deadline": "kiosk.cli.deadline:deadline",
    "check": "kiosk.cli.check:check",
    "update": "kiosk.cli.update:update",
    "preview": "kiosk.cli.preview:preview",
    "content": "kiosk.cli.content:content",
    "central": "kiosk.cli.central:central",
}
"""Each command, and where it is: running the kiosk must not wait for what builds content, nor the other way round."""


class LazyGroup(Group):
    """A group that imports a command when it is called, and says an expected error in one sentence."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, name = COMMANDS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except KioskError as error:
            complain(error)
            ctx.exit(error.exit_code)


def complain(error: KioskError) -> None:
    """Say on stderr what is wrong: one line, and one for each problem with the content."""
    click.echo(f"send-kiosk: {error}", err=True)
    if isinstance(error, ContentError):
        for problem in error.problems:
            click.echo(f"  {problem}", err=True)


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="send-kiosk", message="%(prog)s %(version)s")
def main() -> None:
    """Show families what they can do about a SEND decision, by when, and who helps."""
