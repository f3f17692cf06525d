"""What is written for people who run, change and feed the kiosk is complete and true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import click
import pytest

from kiosk import paths
from kiosk.cli import main
from kiosk.config import Config, Within
from kiosk.qt.tour import LAYOUTS

README = paths.ROOT / "README.md"
OPERATING = paths.ROOT / "docs" / "operating.md"
DOCUMENTS = (README, *sorted((paths.ROOT / "docs").rglob("*.md")), *sorted(paths.ROOT.glob("*/README.md")))


def commands(
    command: click.Command = main, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Give every command with the words that call it."""
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from commands(inner, (*path, name))
    else:
        yield path, command


COMMANDS = dict(commands())
OPTIONS = {option for command in (main, *COMMANDS.values()) for each in command.params for option in each.opts}


def settings() -> Iterator[tuple[str, str, Any, Any]]:
    """Give every setting: its section, its name, its default and what it allows."""
    for section in fields(Config):
        default = section.default
        for each in fields(default):
            yield section.name, each.name, getattr(default, each.name), each.metadata["allowed"]


SETTINGS = list(settings())


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_says_what_it_does(path: tuple[str, ...]) -> None:
    """A sentence for the command, and one for each option that is shown."""
    command = COMMANDS[path]
    assert command.help
    assert command.help.partition("\n\n")[0].endswith(".")
    unsaid = [each.opts for each in command.params if isinstance(each, click.Option) and not (each.hidden or each.help)]
    assert not unsaid


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_is_named_in_the_documents(path: tuple[str, ...]) -> None:
    """`send-kiosk` and its name on one line; after that of its group, where it has one."""
    lines = [line for document in DOCUMENTS for line in document.read_text("utf-8").splitlines()]
    wanted = re.compile(rf"send-kiosk {'.*'.join(path)}\b")
    assert any(wanted.search(line) for line in lines), f"no document names send-kiosk {' '.join(path)}"


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: f"{setting[0]}.{setting[1]}")
def test_every_setting_is_explained_with_its_default(setting: tuple[str, str, Any, Any]) -> None:
    """One row of the table for each, with the default and the limits that the program has."""
    section, name, default, allowed = setting
    rows = [row for row in OPERATING.read_text("utf-8").splitlines() if row.startswith(f"| `[{section}] {name}` |")]
    assert len(rows) == 1
    written = f'"{default}"' if isinstance(default, str) else f"{default:g}"
    assert rows[0].endswith(f"| `{written}` |")
    if isinstance(allowed, Within) and allowed.also is None:
        assert f"{allowed.least:g} to {allowed.most:g}" in rows[0]


def test_no_setting_is_explained_that_is_not_there() -> None:
    """What was taken away is taken out of the documents."""
    explained = re.findall(r"^\| `\[(\w+)\] (\w+)` \|", OPERATING.read_text("utf-8"), re.MULTILINE)
    assert explained == [(section, name) for section, name, *_ in SETTINGS]


@pytest.mark.parametrize("document", [README, OPERATING], ids=lambda document: document.name)
def test_every_option_that_is_written_is_one(document: Path) -> None:
    """No line that somebody copies ends in "no such option"."""
    written = set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", document.read_text("utf-8")))
    assert written
    assert written <= OPTIONS


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.relative_to(paths.ROOT).as_posix())
def test_every_link_leads_somewhere(document: Path) -> None:
    """A file that is linked is there."""
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", document.read_text("utf-8"))
    lost = [link for link in links if not (document.parent / link).exists()]
    assert not lost


def test_every_task_that_is_written_is_one() -> None:
    """`make …` in the README is a task of the Makefile."""
    tasks = set(re.findall(r"^([a-z-]+):", (paths.ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    written = set(re.findall(r"(?:^|`)make ([a-z-]+)", README.read_text("utf-8"), re.MULTILINE))
    assert written
    assert written <= tasks


def test_every_layout_is_named() -> None:
    """Whoever draws the screens knows what to ask for."""
    named = re.search(r"`--layout` chooses: ([^.]+)\.", OPERATING.read_text("utf-8"))
    assert named
    assert named[1].split(", ") == [layout.name for layout in LAYOUTS]
