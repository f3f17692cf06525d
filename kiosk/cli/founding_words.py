"""What `send-kiosk central init` says: who signs what, who has to take which key away, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from kiosk.central.charter import SETTINGS
from kiosk.central.founding import Founding
from kiosk.central.keys import SHORTEST_PASSPHRASE
from kiosk.central.roles import ONLINE, PEOPLE, ROOT, SNAPSHOT, TARGETS, TIMESTAMP
from kiosk.cli.signing import PASSPHRASE

_TASKS = {
    ROOT: "says who may sign, and names new keys",
    TARGETS: "says which content is right",
    SNAPSHOT: "says what belongs together",
    TIMESTAMP: "says that this is the newest",
}


def whose(name: str) -> str:
    """Return whose key is meant, while a central folder is founded."""
    if name == ONLINE:
        return "the online key, which a timer uses"
    return f"the {name} key" if name in PEOPLE else f"the key of {name}"


def before_founding(people: Sequence[str]) -> Iterator[str]:
    """Yield what somebody should know who is about to choose passphrases."""
    if people:
        yield "Three people sign, and two of them are enough. Each chooses a passphrase that the others do not know."
    yield f"A passphrase has {SHORTEST_PASSPHRASE} characters or more, such as four words that do not go together."
    yield "Whoever forgets it has lost the key: write it down, and lock the paper away."


def founded(founding: Founding, files: Mapping[str, Path]) -> Iterator[str]:
    """Yield what was made, who has to take what away, and what comes next."""
    yield from ("", f"{founding.folder} is a central folder now. It holds no content yet.", "")
    yield "Who signs what, and for how long that is good:"
    for role, task in _TASKS.items():
        yield f"  {role:<10} {task:<38} {_signer(founding, role):<28} {founding.charter.days(role)} days"
    yield f"  The days stand in {founding.keys / SETTINGS}; what is signed next keeps to them."
    yield from ("", "The keys, each under its passphrase:")
    yield from (f"  {name:<10} {file}" for name, file in files.items())
    yield from ("", "Now, before anything else:")
    yield from (_three_take(founding, files) if founding.people else _one_takes(files))
    yield from ("", "Next:", *_next(founding))


def _one_takes(files: Mapping[str, Path]) -> Iterator[str]:
    yield f"  Take {files[ROOT].name} away on a stick, copy it to a second one, lock both up, and delete it here."
    yield "  It is needed once in two years, and when another key is lost. Without it a lost key means a visit to"
    yield "  every kiosk."
    yield f"  Back up {files[TARGETS].name}, which you publish with, and {files[ONLINE].name}, which a timer uses."


def _three_take(founding: Founding, files: Mapping[str, Path]) -> Iterator[str]:
    for name in founding.people:
        yield f"  {name} takes {files[name].name} away on a stick, copies it to a second one, and deletes it here."
    yield "  Two of the three sign each publishing, together or one after the other. The other two can replace a key"
    yield "  that is lost; with two of the three lost, every kiosk needs a visit."
    yield f"  {files[ONLINE].name} stays where the timer runs. Back it up."


def _next(founding: Founding) -> Iterator[str]:
    folder = founding.folder
    yield f"  1. Copy {folder}/metadata/1.root.json to every kiosk, and write into its settings:"
    yield '     [updates] root = "1.root.json". It is what a kiosk trusts, so bring it yourself.'
    yield f"  2. `send-kiosk central publish {folder.typed}` puts content there."
    yield f"  3. Let a timer run `send-kiosk central renew {folder.typed}` once a week. It needs the online key"
    yield f"     alone, and its passphrase in {PASSPHRASE} or in a --passphrase-file."
    yield f"     After {founding.charter.timestamp} days without it kiosks keep what they show, and take nothing new."
    yield f"  4. Back up {folder} after each publishing; a bundle is a backup too. It holds no secret."


def _signer(founding: Founding, role: str) -> str:
    if role not in PEOPLE:
        return "the online key"
    return f"two of {', '.join(founding.people)}" if founding.people else f"the {role} key"
