"""The attacks that the TUF specification names, and those that Uptane adds: what a thief does, and what is said.

Slow retrieval and malicious mirrors, which the web alone has, stand in `test_mirrors.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

from kiosk.content.database import SCHEMA_VERSION
from kiosk.refresh import Result
from kiosk.updates.naming import SIGNED_ON, target_name
from tests.helpers.central import NOW, Central, stranger
from tests.helpers.machine import Machine, content_of
from tests.helpers.refusals import floors
from tests.updates.samples import FIRST, SECOND, THIRD, begun, copied, forked, publish

NOT_SIGNED = (
    "What {} holds is not signed by the publisher that this kiosk trusts. "
    "Ask the publisher for a new copy; if there is a new publisher, set its root.json."
)
NOT_THE_ONE = (
    "A file of {} is not the one that was signed: it was changed, mixed up or cut short. Copy or publish it again."
)
TOO_LONG = "A file of {} is longer than it may be: it was changed or mixed up. Copy or publish it again."
OLDER = (
    "What {} holds is older than what this kiosk has had already, or old and new are mixed. "
    "Use the newest, and all of it."
)
RUN_OUT = (
    "What {} holds has run out by 4 January 2028, the date that this machine goes by. "
    "If that date is wrong, set the clock; if it is right, ask the publisher for newer content."
)
DAMAGED = (
    "What {} holds is damaged, or no central file. "
    "See that this is the right place; if it is, copy or publish it again."
)
LACKING = "{} lacks a file that a central folder has. Is this the right place, and all of it?"
SLOW = "{} is too slow, or has stopped answering. The kiosk tries again later."
OTHER_FORMAT = "{} has no content that this program can read (" + target_name(SCHEMA_VERSION) + ")."

NEVER = "9999-01-01T00:00:00Z"
EVIL = content_of(THIRD)


@dataclass
class Play:
    """Who takes part: a publisher, a kiosk that shows its content of the first day, and a thief.

    The publisher has published the second day's content, which the kiosk has not seen; the thief has a copy of that,
    and `first` is a copy from before.
    """

    folder: Path
    people: int = 1
    central: Central = field(init=False)
    machine: Machine = field(init=False)
    first: Central = field(init=False)
    thief: Central = field(init=False)

    def __post_init__(self) -> None:
        first, central, kiosk = begun(self.people)
        self.central = forked(central, self.folder / "central")
        self.first = forked(first, self.folder / "first")
        self.thief = forked(central, self.folder / "thief")
        self.machine = copied(kiosk, self.folder / "kiosk")

    def see_second(self) -> None:
        """Let the kiosk show the second day's content."""
        assert self.machine.refresh(self.central.folder).result is Result.NEW
        assert self.machine.starts() == SECOND


@dataclass(frozen=True)
class Attack:
    """What a thief does, and what is said.

    `people` is 3 where two keys of three have to sign; `rotated` are the keys that the publisher has to replace
    afterwards, since a kiosk cannot tell who uses a stolen one.
    """

    name: str
    do: Callable[[Play], Path | None]
    says: str
    people: int = 1
    rotated: tuple[str, ...] = ()


def evil_content(play: Play) -> None:
    play.thief.write(play.thief.content_name(), EVIL)


def all_by_a_stranger(play: Play) -> Path:
    stranger_central = Central(play.folder / "stranger")
    publish(stranger_central, THIRD)
    return stranger_central.folder


def root_by_a_stranger(play: Play) -> None:
    play.thief.keys["root"] = [stranger()]
    play.thief.change("root", lambda root: None, alone=True)


def targets_by_a_stranger(play: Play, stolen: bool) -> None:
    """With the online key stolen, snapshot and timestamp refer to what nobody signed; else they do not know it."""
    play.thief.publish(EVIL, THIRD.isoformat())
    signed = play.thief.made["targets"].signed
    signed.version -= 1
    play.thief.change("targets", lambda targets: None, keys=[stranger()], alone=not stolen)
    if not stolen:
        for role in ("snapshot", "timestamp"):
            play.thief.write(play.thief.name(role), play.central.path(play.central.name(role)).read_bytes())
        play.thief.write(play.central.name("targets"), play.thief.path(play.thief.name("targets")).read_bytes())


def unsigned(play: Play, role: str) -> None:
    """Take the signatures away, and see that what refers to it still fits."""
    play.thief.change(role, lambda signed: None, keys=[])


def long_file(play: Play, name: str) -> None:
    """Make a file longer than any: of zeros, which take no room on the thief's disk."""
    path = play.thief.path(name)
    path.touch()
    os.truncate(path, 20_000_000)


def long_next_root(play: Play) -> None:
    long_file(play, "metadata/2.root.json")


def long_timestamp(play: Play) -> None:
    long_file(play, play.thief.name("timestamp"))


def long_snapshot(play: Play) -> None:
    long_file(play, play.thief.name("snapshot"))


def long_targets(play: Play) -> None:
    long_file(play, play.thief.name("targets"))


def long_content(play: Play) -> None:
    long_file(play, play.thief.content_name())


def fast_forward(play: Play, role: str) -> None:
    """Sign the highest versions, until the publisher's own are older for ever; the time of signing goes with them."""
    forward = forked(play.thief, play.folder / "forward")

    def far(signed: Any) -> None:
        signed.version = 2**31
        if role == "timestamp":
            signed.unrecognized_fields[SIGNED_ON] = NEVER
            signed.expires = signed.expires.replace(year=9999)

    forward.change(role, far)
    publish(forward, FIRST)
    play.machine.refresh(forward.folder)
    assert floors(play.machine)[role] >= 2**31


def hold_still(play: Play) -> None:
    """Show what was good for as long as nobody asks how old it is."""
    play.see_second()
    play.machine.clock = NOW + timedelta(days=402)


def run_out(play: Play, role: str) -> Path:
    """All was renewed but one, and that is what somebody who holds it back can show."""
    play.machine.clock = NOW + timedelta(days=402)
    for each in ("root", "targets", "snapshot", "timestamp"):
        play.central.change(each, lambda _: None, days=400 if each == role else 500, alone=each == "root")
    return play.central.folder


def old_snapshot_new_timestamp(play: Play) -> None:
    play.thief.write(play.thief.name("snapshot"), play.first.path(play.first.name("snapshot")).read_bytes())


def old_targets_new_snapshot(play: Play) -> None:
    play.thief.write(play.thief.name("targets"), play.first.path(play.first.name("targets")).read_bytes())


def old_content_new_targets(play: Play) -> None:
    play.thief.write(play.thief.content_name(), content_of(FIRST))


def old_timestamp(play: Play) -> Path:
    play.see_second()
    return play.first.folder


def old_snapshot_signed_again(play: Play) -> Path:
    """The thief has the online key: a new timestamp brings back the snapshot of the first day."""
    play.see_second()
    version = play.central.made["timestamp"].signed.version
    play.first.change("timestamp", lambda timestamp: setattr(timestamp, "version", version + 1))
    return play.first.folder


def old_targets_signed_again(play: Play) -> Path:
    """The thief has the online key: a new snapshot brings back the targets of the first day."""
    play.see_second()
    for role in ("snapshot", "timestamp"):
        version = play.central.made[role].signed.version
        play.first.made[role].signed.version = version
    play.first.change("snapshot", lambda snapshot: None)
    return play.first.folder


def old_targets_under_a_new_key(play: Play, withdrawn: bool) -> Path:
    """The online key was replaced, and the thief has the new one too, before the kiosk has seen anything of it.

    So the kiosk knows no snapshot under that key. Where the second day's content was withdrawn, the kiosk never saw it.
    """
    if withdrawn:
        publish(play.central, FIRST)
        assert play.machine.refresh(play.central.folder).result is Result.SAME
    else:
        play.see_second()
    play.central.rotate("online")
    thief = forked(play.central, play.folder / "thief of both")
    before = play.thief if withdrawn else play.first
    thief.made["targets"] = before.made["targets"]
    thief.change("snapshot", lambda snapshot: thief.point(snapshot, "targets"))
    return thief.folder


def root_held_back(play: Play) -> Path:
    """The publisher has replaced a stolen key; the thief shows the time before that, with newer content of its own."""
    play.see_second()
    play.central.rotate("online")
    assert play.machine.refresh(play.central.folder).result is Result.SAME
    play.first.publish(EVIL, THIRD.isoformat())
    for _ in range(9):
        play.first.renew()
    return play.first.folder


def one_of_three(play: Play, role: str) -> None:
    """Two have to sign, and one key is stolen; so is that which signs by itself."""
    play.thief.change(role, lambda signed: None, keys=play.thief.keys[role][:1], alone=role == "root")


def one_twice(play: Play) -> None:
    """A key counts once, however often its signature stands there."""
    play.thief.change("targets", lambda targets: None, keys=play.thief.keys["targets"][:1], alone=True)
    name = play.thief.name("targets")
    written = json.loads(play.thief.path(name).read_bytes())
    play.thief.write(name, json.dumps({**written, "signatures": written["signatures"] * 2}).encode())
    play.thief.change("snapshot", lambda snapshot: play.thief.point(snapshot, "targets"))


def fewer_have_to_sign(play: Play) -> None:
    """The thief's root says that one is enough now; whoever has to sign before has not."""

    def ease(root: Any) -> None:
        root.roles["root"].threshold = root.roles["targets"].threshold = 1

    play.thief.change("root", ease, keys=play.thief.keys["root"][:1], alone=True)


def revoked(play: Play, role: str) -> None:
    """The publisher has replaced the key, and the thief still signs with the old one, under the new root."""
    play.central.rotate(role)
    play.thief.write("metadata/2.root.json", play.central.path("metadata/2.root.json").read_bytes())
    if role == "root":
        play.thief.made["root"].signed.version += 1
        play.thief.change("root", lambda root: None, alone=True)
    else:
        play.thief.publish(EVIL, THIRD.isoformat())


def other_format_under_our_name(play: Play) -> None:
    """A file that the publisher signed, but not as what it is shown for."""
    other = b"content that no program of today reads"
    play.central.publish(other, THIRD.isoformat(), schema=SCHEMA_VERSION + 1)
    play.thief = forked(play.central, play.folder / "thief too")
    play.thief.write(play.thief.content_name(), other)


def only_another_format(play: Play) -> Path:
    """The publisher has gone on to a format that this program does not read."""
    name = target_name(SCHEMA_VERSION)
    play.central.change("targets", lambda targets: targets.targets.pop(name))
    play.central.publish(b"content of tomorrow", THIRD.isoformat(), schema=SCHEMA_VERSION + 1)
    return play.central.folder


def nothing(play: Play) -> Path:
    empty = play.folder / "empty"
    empty.mkdir()
    return empty


def without(play: Play, role: str) -> None:
    play.thief.remove(play.thief.content_name() if role == "content" else play.thief.name(role))


ROLES = ("timestamp", "snapshot", "targets")
ON_FILES = [
    # Arbitrary software installation: anything that the publisher has not signed.
    Attack("arbitrary software: another content file", evil_content, NOT_THE_ONE),
    Attack("arbitrary software: all signed by a stranger", all_by_a_stranger, NOT_SIGNED),
    # Endless data.
    Attack("endless data: the next root", long_next_root, TOO_LONG),
    Attack("endless data: timestamp", long_timestamp, TOO_LONG),
    Attack("endless data: snapshot", long_snapshot, TOO_LONG),
    Attack("endless data: targets", long_targets, TOO_LONG),
    Attack("endless data: content", long_content, TOO_LONG),
    # Indefinite freeze, and rollback by a mirror or stick that stands still.
    Attack("indefinite freeze: all of it", hold_still, RUN_OUT),
    Attack("rollback: all of it", old_timestamp, OLDER),
    # Mix-and-match.
    Attack("mix-and-match: an old snapshot", old_snapshot_new_timestamp, NOT_THE_ONE),
    Attack("mix-and-match: old targets", old_targets_new_snapshot, NOT_THE_ONE),
    Attack("mix-and-match: old content", old_content_new_targets, NOT_THE_ONE),
    # Wrong software installation.
    Attack("wrong software: another signed file", other_format_under_our_name, NOT_THE_ONE),
    # Uptane: drop-request, and partial bundle installation.
    Attack("drop-request: everything", nothing, LACKING),
    *(Attack(f"partial bundle: no {role}", partial(without, role=role), LACKING) for role in (*ROLES, "content")),
]
"""What is done to the files of a central folder: each way to it has to withstand them."""

_ONLINE = ("online",)
ON_SIGNATURES = [
    Attack("arbitrary software: root signed by a stranger", root_by_a_stranger, NOT_SIGNED),
    Attack("arbitrary software: targets by a stranger", partial(targets_by_a_stranger, stolen=False), NOT_THE_ONE),
    *(
        Attack(f"arbitrary software: {role} not signed at all", partial(unsigned, role=role), NOT_SIGNED, 1, _ONLINE)
        for role in ROLES
    ),
    # Fast-forward: with a stolen key the versions are raised to the end; a new key takes them back.
    Attack("fast-forward: timestamp", partial(fast_forward, role="timestamp"), OLDER, 1, _ONLINE),
    Attack("fast-forward: snapshot", partial(fast_forward, role="snapshot"), OLDER, 1, _ONLINE),
    Attack("fast-forward: targets", partial(fast_forward, role="targets"), OLDER, 1, ("targets", "online")),
    # Indefinite freeze of each role.
    Attack("indefinite freeze: root", partial(run_out, role="root"), RUN_OUT, 1, ("root",)),
    *(Attack(f"indefinite freeze: {role}", partial(run_out, role=role), RUN_OUT) for role in ROLES),
    # Rollback of each role.
    Attack("rollback: root", root_held_back, NOT_SIGNED),
    Attack("rollback: timestamp", old_timestamp, OLDER),
    Attack("rollback: snapshot", old_snapshot_signed_again, OLDER, 1, _ONLINE),
    Attack("rollback: targets", old_targets_signed_again, OLDER, 1, _ONLINE),
    *(
        Attack(name, partial(old_targets_under_a_new_key, withdrawn=withdrawn), OLDER, 1, _ONLINE)
        for name, withdrawn in (("rollback: under a new key", False), ("rollback: to what was withdrawn", True))
    ),
    # Key compromise below the threshold, and of keys that were replaced.
    Attack("key compromise: one root key of three", partial(one_of_three, role="root"), NOT_SIGNED, 3),
    Attack("key compromise: one targets key of three", partial(one_of_three, role="targets"), NOT_SIGNED, 3, _ONLINE),
    Attack("key compromise: one key, twice", one_twice, DAMAGED, 3, _ONLINE),
    Attack("key compromise: one says that one is enough", fewer_have_to_sign, NOT_SIGNED, 3),
    Attack("key compromise: the online key alone", partial(targets_by_a_stranger, stolen=True), NOT_SIGNED, 1, _ONLINE),
    Attack("key compromise: a revoked online key", partial(revoked, role="online"), NOT_SIGNED),
    Attack("key compromise: a revoked targets key", partial(revoked, role="targets"), NOT_SIGNED),
    Attack("key compromise: a revoked root key", partial(revoked, role="root"), NOT_SIGNED),
    # Wrong software installation.
    Attack("wrong software: nothing of our format", only_another_format, OTHER_FORMAT),
]
"""What is done with keys, and with signatures: it is the same whichever way it comes."""
