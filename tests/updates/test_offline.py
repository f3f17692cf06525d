"""Sticks, bundles, shares and clocks as they come: what is taken, and what is said where nothing is.

Each case that takes nothing leaves all that the kiosk has as it was. More of them: what a thief does stands in
`test_attacks.py`, tricks with zip files in `test_bundle.py`, clocks in `test_clock.py`, other publishers in
`test_publishers.py`, content that is signed but wrong in `test_signed_but_wrong.py`, disks and sticks that fail midway
in `test_failing.py`, what a kiosk keeps for itself in `test_state.py`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kiosk.refresh import Result
from tests.helpers.refusals import refused
from tests.updates import attacks
from tests.updates.attacks import DAMAGED, LACKING, NOT_SIGNED, NOT_THE_ONE, OLDER, TOO_LONG, Play
from tests.updates.samples import FIRST, SECOND, publish, zipped

HUGE = 10 * 1000**3
NEW, SAME = Result.NEW, Result.SAME
NO_BUNDLE = "{} is damaged, or no bundle. Copy the bundle again."
TIMESTAMP_DAMAGED = "{} is damaged, or no bundle: metadata/timestamp.json in it cannot be read. Copy the bundle again."
TOO_LARGE = "{} is too large for a bundle: 10,000,000,000 bytes. Copy the right file onto the stick."
Stick = Callable[[Play], Path]


def bundle(play: Play) -> Path:
    """The second day's content, as one file."""
    return play.central.bundle(play.folder / "second.zip")


def old_bundle(play: Play) -> Path:
    return play.first.bundle(play.folder / "first.zip")


def old_stick(play: Play) -> Path:
    play.see_second()
    return old_bundle(play)


def same_stick_again(play: Play) -> Path:
    play.see_second()
    return bundle(play)


def new_metadata_old_content(play: Play) -> Path:
    """Half of one bundle and half of another, copied into one folder."""
    mixed = play.folder / "mixed"
    mixed.mkdir()
    (play.central.folder / "metadata").rename(mixed / "metadata")
    (play.first.folder / "targets").rename(mixed / "targets")
    return mixed


def old_metadata_new_content(play: Play) -> Path:
    mixed = play.folder / "mixed"
    mixed.mkdir()
    (play.first.folder / "metadata").rename(mixed / "metadata")
    (play.central.folder / "targets").rename(mixed / "targets")
    return mixed


def old_copied_over_new(play: Play) -> Path:
    """All files of both: the timestamp, which has no number in its name, is that which was copied last."""
    play.see_second()
    for path in play.first.folder.rglob("*.json"):
        play.central.write(path.relative_to(play.first.folder).as_posix(), path.read_bytes())
    return play.central.folder


def halves_of_two(play: Play, first: Callable[[Play], Path], second: Callable[[Play], Path]) -> Path:
    """The first half of one file, and the second half of another."""
    one, other = first(play).read_bytes(), second(play).read_bytes()
    path = play.folder / "halves.zip"
    path.write_bytes(one[: len(one) // 2] + other[len(other) // 2 :])
    return path


def one_behind_the_other(play: Play, first: Callable[[Play], Path], second: Callable[[Play], Path]) -> Path:
    path = play.folder / "both.zip"
    path.write_bytes(first(play).read_bytes() + second(play).read_bytes())
    return path


def cut(play: Play, part: float) -> Path:
    """A copy that broke off."""
    path = bundle(play)
    os.truncate(path, int(path.stat().st_size * part))
    return path


def between(play: Play, before: bytes, after: bytes) -> Path:
    path = bundle(play)
    path.write_bytes(before + path.read_bytes() + after)
    return path


def a_bit_that_fell_over(play: Play, role: str) -> Path:
    play.central.flip(play.central.content_name() if role == "content" else play.central.name(role))
    return bundle(play)


def with_other_files(play: Play) -> Path:
    """A stick that somebody uses for other things, on Macs and on Windows."""
    stick = play.central.folder
    for name in ("._metadata", "metadata/._timestamp.json", "metadata/.DS_Store", "targets/Thumbs.db", "autorun.inf"):
        (stick / name).write_bytes(b"\0" * 100)
    for name in ("System Volume Information", ".Trashes", ".fseventsd", "$RECYCLE.BIN", "Holiday"):
        (stick / name).mkdir()
        (stick / name / "IndexerVolumeGuid").write_bytes(b"{}")
    return stick


def bundle_with_other_files(play: Play) -> Path:
    return zipped(with_other_files(play), play.folder / "more.zip")


def decoy_bundle(play: Play) -> Path:
    """A file of 10 GB that takes no room, by the name of a bundle."""
    path = play.folder / "send-kiosk-content.zip"
    path.touch()
    os.truncate(path, HUGE)
    return path


def decoy_beside(play: Play) -> Path:
    path = play.central.folder / "holiday.mp4"
    path.touch()
    os.truncate(path, HUGE)
    return play.central.folder


def decoy_for(play: Play, role: str) -> Path:
    name = play.central.content_name() if role == "content" else play.central.name(role)
    os.truncate(play.central.path(name), HUGE)
    return play.central.folder


def written(play: Play, data: bytes) -> Path:
    path = play.folder / "send-kiosk-content.zip"
    path.write_bytes(data)
    return path


def other_files_alone(play: Play) -> Path:
    folder = play.folder / "holiday"
    folder.mkdir()
    (folder / "beach.jpg").write_bytes(b"\xff\xd8\xff")
    return folder


def instead_of_the_timestamp(play: Play, put: Callable[[Path], None]) -> Path:
    path = play.central.path("metadata/timestamp.json")
    path.unlink()
    put(path)
    return play.central.folder


def through_a_link(play: Play) -> Path:
    link = play.folder / "link"
    link.symlink_to(play.central.folder, target_is_directory=True)
    return link


def no_such(play: Play) -> Path:
    return play.folder / "nowhere"


def a_pipe(play: Play) -> Path:
    path = play.folder / "pipe"
    os.mkfifo(path)
    return path


def by(attack: Callable[[Play], Path | None]) -> Stick:
    """What a thief has done, on a stick."""

    def stick(play: Play) -> Path:
        folder = attack(play) or play.thief.folder
        return zipped(folder, play.folder / "stick.zip")

    return stick


def rotated(play: Play, times: int) -> Path:
    """The kiosk was off for years, and the publisher has replaced keys again and again."""
    for number in range(times):
        play.central.rotate(("root", "targets", "online")[number % 3])
    return bundle(play)


def with_bundle_within(play: Play) -> Path:
    """The publisher wrote an old bundle into the central folder itself."""
    play.first.bundle(play.central.folder)
    return play.central.folder


def with_bundle_and_part_of_a_folder(play: Play) -> Path:
    play.central.bundle(play.first.folder)
    play.first.remove("metadata/timestamp.json")
    return play.first.folder


def withdrawn(play: Play) -> Path:
    """What the second day said was wrong: the publisher says again what the first day said."""
    play.see_second()
    publish(play.central, FIRST)
    return bundle(play)


CASES: dict[str, tuple[Stick, str | Result]] = {
    "a stick": (bundle, NEW),
    "the same stick again": (same_stick_again, SAME),
    "an old stick": (old_stick, OLDER),
    "the stick of what is shown": (old_bundle, SAME),
    "new metadata and old content": (new_metadata_old_content, LACKING),
    "old metadata and new content": (old_metadata_new_content, SAME),
    "old files copied over new ones": (old_copied_over_new, OLDER),
    "halves of two bundles, the new one first": (
        partial(halves_of_two, first=bundle, second=old_bundle),
        TIMESTAMP_DAMAGED,
    ),
    "halves of two bundles, the old one first": (
        partial(halves_of_two, first=old_bundle, second=bundle),
        TIMESTAMP_DAMAGED,
    ),
    "a bundle behind an old one": (partial(one_behind_the_other, first=old_bundle, second=bundle), NEW),
    "a bundle before an old one": (partial(one_behind_the_other, first=bundle, second=old_bundle), SAME),
    "nearly all of a bundle": (partial(cut, part=0.999), NO_BUNDLE),
    "half of a bundle": (partial(cut, part=0.5), NO_BUNDLE),
    "nothing of a bundle": (partial(cut, part=0), NO_BUNDLE),
    "a bundle with something behind": (partial(between, before=b"", after=b"\0" * 4096), NEW),
    "a bundle with much behind": (partial(between, before=b"", after=b"\0" * 70_000), NO_BUNDLE),
    "a bundle with something before": (partial(between, before=b"#!/bin/sh\n", after=b""), NEW),
    "a bit that fell over in the timestamp": (partial(a_bit_that_fell_over, role="timestamp"), NOT_SIGNED),
    "a bit that fell over in the snapshot": (partial(a_bit_that_fell_over, role="snapshot"), NOT_THE_ONE),
    "a bit that fell over in the targets": (partial(a_bit_that_fell_over, role="targets"), NOT_THE_ONE),
    "a bit that fell over in the content": (partial(a_bit_that_fell_over, role="content"), NOT_THE_ONE),
    "a folder with other files": (with_other_files, NEW),
    "a bundle with other files": (bundle_with_other_files, NEW),
    "10 GB by the name of a bundle": (decoy_bundle, TOO_LARGE),
    "10 GB beside what is good": (decoy_beside, NEW),
    "10 GB for a timestamp": (partial(decoy_for, role="timestamp"), TOO_LONG),
    "10 GB for a snapshot": (partial(decoy_for, role="snapshot"), TOO_LONG),
    "10 GB for content": (partial(decoy_for, role="content"), TOO_LONG),
    "a text by the name of a bundle": (partial(written, data=b"Dear kiosk"), NO_BUNDLE),
    "a picture by the name of a bundle": (partial(written, data=b"\x89PNG\r\n\x1a\n" + bytes(99)), NO_BUNDLE),
    "an empty zip": (partial(written, data=b"PK\5\6" + bytes(18)), LACKING),
    "an empty folder": (attacks.nothing, LACKING),
    "a folder of something else": (other_files_alone, LACKING),
    "a folder for a timestamp": (partial(instead_of_the_timestamp, put=Path.mkdir), LACKING),
    "a pipe for a timestamp": (partial(instead_of_the_timestamp, put=os.mkfifo), LACKING),
    "a device for a timestamp": (partial(instead_of_the_timestamp, put=lambda p: p.symlink_to("/dev/zero")), LACKING),
    "a link to itself for a timestamp": (partial(instead_of_the_timestamp, put=lambda p: p.symlink_to(p)), LACKING),
    "nothing in a timestamp": (partial(instead_of_the_timestamp, put=Path.touch), DAMAGED),
    "a link to a good folder": (through_a_link, NEW),
    "nothing there": (no_such, "There is no folder and no bundle {}."),
    "a pipe": (a_pipe, "{} is neither a folder nor a bundle."),
    "a device": (lambda _: Path("/dev/zero"), "{} is neither a folder nor a bundle."),
    "a wrong key": (by(attacks.all_by_a_stranger), NOT_SIGNED),
    "a revoked key": (by(partial(attacks.revoked, role="targets")), NOT_SIGNED),
    "keys replaced thirty times": (partial(rotated, times=30), NEW),
    "an old bundle within the central folder": (with_bundle_within, NEW),
    "a bundle beside part of a folder": (with_bundle_and_part_of_a_folder, NEW),
    "a format that is too new": (by(attacks.only_another_format), attacks.OTHER_FORMAT),
    "content that was withdrawn": (withdrawn, NEW),
}


@pytest.mark.parametrize(("stick", "comes_of_it"), CASES.values(), ids=CASES.keys())
def test_what_comes(stick: Stick, comes_of_it: str | Result, tmp_path: Path) -> None:
    play = Play(tmp_path)
    source = stick(play)
    if isinstance(comes_of_it, Result):
        before = play.machine.shows()
        assert play.machine.refresh(source).result is comes_of_it
        assert (play.machine.starts() == before) is (comes_of_it is SAME)
    else:
        assert refused(play.machine, source) == comes_of_it.format(source)
    assert not list(tmp_path.rglob("evil"))


@pytest.mark.parametrize("role", ["root", "targets", "snapshot", "timestamp"])
def test_a_stick_of_which_something_has_run_out(role: str, tmp_path: Path) -> None:
    play = Play(tmp_path)
    source = zipped(attacks.run_out(play, role), tmp_path / "stick.zip")
    assert refused(play.machine, source) == attacks.RUN_OUT.format(source)


@pytest.mark.parametrize("order", [(1, 2), (2, 1), (1, 2, 1), (2, 1, 2), (2, 2, 1, 1)])
def test_two_sticks_in_any_order(order: tuple[int, ...], tmp_path: Path) -> None:
    """The newest is shown in the end, and the old one is told as such once the newer has been seen."""
    play = Play(tmp_path)
    sticks = {1: old_bundle(play), 2: bundle(play)}
    seen = 1
    for number in order:
        if number < seen:
            assert refused(play.machine, sticks[number]) == OLDER.format(sticks[number])
        else:
            assert play.machine.refresh(sticks[number]).result is (SAME if number == seen else NEW)
        seen = max(seen, number)
        assert play.machine.starts() == (FIRST, SECOND)[seen - 1]
