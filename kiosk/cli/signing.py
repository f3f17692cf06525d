"""What every command that signs has in common: where the keys are, how they are opened, and what time it is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from stat import S_IRWXG, S_IRWXO
from typing import Any

import click

from kiosk.central import keys as key_files
from kiosk.central.charter import load
from kiosk.central.folder import CentralFolder
from kiosk.central.keys import KeyFile, KeyRing
from kiosk.central.publisher import Publisher
from kiosk.errors import CentralError

PASSPHRASE = "SEND_KIOSK_PASSPHRASE"
"""The variable of the environment that a timer takes a passphrase from."""
PATH = click.Path(path_type=Path)
_OTHERS = S_IRWXG | S_IRWXO

passphrase_option = click.option(
    "--passphrase-file",
    "passphrase_files",
    type=PATH,
    multiple=True,
    metavar="FILE",
    help=f"A file with a passphrase, for a timer; or set {PASSPHRASE}. May be repeated.",
)
keys_option = click.option(
    "--keys", type=PATH, metavar="DIR", help="The folder of keys; else beside the central folder, FOLDER-keys."
)


def now() -> datetime:
    """Return the time of this machine, in UTC and whole seconds."""
    return datetime.now(UTC).replace(microsecond=0)


def signing(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command its `publisher`, and `keys`, the folder of keys."""

    @click.argument("folder", type=PATH)
    @keys_option
    @click.option(
        "--key", "more", type=PATH, multiple=True, metavar="FILE", help="One more key, as on a stick. May be repeated."
    )
    @passphrase_option
    @click.option("--clock-is-right", is_flag=True, help="I have looked: the date of this machine is right.")
    @wraps(command)
    def wrapped(
        folder: Path,
        keys: Path | None,
        more: tuple[Path, ...],
        passphrase_files: tuple[Path, ...],
        clock_is_right: bool,
        **options: Any,
    ) -> None:
        keys = keys_folder(folder, keys)
        ring = KeyRing([*key_files.in_folder(keys), *_more(folder, more)], asked, given(passphrase_files))
        publisher = Publisher(CentralFolder(folder), ring, load(keys), now, clock_is_right)
        command(publisher=publisher, keys=keys, **options)

    return wrapped


def keys_folder(folder: Path, keys: Path | None) -> Path:
    """Return the folder of keys. Raises CentralError where it and the central folder lie in each other."""
    served = folder.resolve()
    keys = keys or served.with_name(f"{served.name}-keys")
    if keys.resolve().is_relative_to(served) or served.is_relative_to(keys.resolve()):
        raise CentralError(
            f"Everybody can fetch what lies in {folder}, so that {keys} is no place for keys. Name another: --keys DIR."
        )
    return keys


def given(files: Sequence[Path]) -> list[str]:
    """Return the passphrases that nobody has to type. Raises CentralError for a file that holds none."""
    from_environment = os.environ.get(PASSPHRASE)
    return [*([from_environment] if from_environment else []), *map(_in_file, files)]


def asked(file: KeyFile) -> str:
    """Ask for the passphrase of a key; "" leaves it out."""
    return typed(f"Passphrase of {file.name} (Enter alone leaves this key out)")


def typed(question: str) -> str:
    """Return what somebody types unseen, or the next line of what is piped in; "" at its end."""
    if _at_terminal():
        answer: str = click.prompt(question, default="", hide_input=True, show_default=False, err=True)
        return answer
    return sys.stdin.readline().rstrip("\r\n")


def chosen(whose: str) -> str:
    """Ask for the passphrase of a new key: twice, until it is long enough; where it is piped in, once."""
    if not _at_terminal():
        return key_files.prove(_piped(whose))
    while True:
        answer = typed(f"Choose a passphrase for {whose}")
        try:
            key_files.prove(answer)
        except CentralError as error:
            click.echo(str(error), err=True)
            continue
        if typed(f"The passphrase for {whose} once more") == answer:
            return answer
        click.echo("These two are not the same.", err=True)


def _piped(whose: str) -> str:
    answer = typed(whose)
    if not answer:
        raise CentralError(f"There is no terminal here to ask for a passphrase for {whose}. Nothing was changed.")
    return answer


def _at_terminal() -> bool:
    return sys.stdin.isatty()


def _more(folder: Path, more: Sequence[Path]) -> list[KeyFile]:
    files = [KeyFile.read(keys_folder(folder, path)) for path in more]
    known = CentralFolder(folder).chain().root.keys if files else {}
    for file in files:
        if file.key_id not in known:
            raise CentralError(f"{file.path} is no key of {folder}, or no longer one.")
    return files


def _in_file(path: Path) -> str:
    try:
        found = path.read_text(encoding="utf-8").strip("\r\n")
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is no text"
        raise CentralError(f"The passphrase file {path} cannot be read ({reason}).") from error
    if not found:
        raise CentralError(f"The passphrase file {path} is empty.")
    if os.name == "posix" and path.stat().st_mode & _OTHERS:
        click.echo(f"note: {path} can be read by others on this machine. Take that away: chmod 600 {path}", err=True)
    return found
