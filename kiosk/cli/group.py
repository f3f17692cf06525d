"""A group of commands that are loaded late: a mistyped one still leads to the nearest."""

from __future__ import annotations

import click


class Group(click.Group):
    """A group that may not hold its commands yet, but can list them."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find a command. Raises NoSuchCommand with the nearest names of all that are listed."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(error.command_name, possibilities=self.list_commands(ctx), ctx=ctx) from None
