"""A disk that notes each step, so that the power may be cut, or the program killed, between any two of them.

`PowerDisk` does everything for real, so that whoever uses it finds what it wrote. What is on the platter at any moment
is worked out afterwards from its steps: see `tests/helpers/platter.py`. Only the steps of `kiosk.disk.Disk` are
overridden here; how they are put together is what is on trial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from random import Random
from typing import BinaryIO

from kiosk.disk import Disk
from tests.helpers.platter import Platter, State, Step

PIECES = 3
"""In how many pieces a file is written."""
SCRATCH = ("none", "whole", "halved")
"""What may be left of files that were written past the disk, which nobody relies on: python-tuf's, and the lock."""

Scratch = dict[PurePosixPath, bytes | None]


class KilledError(BaseException):
    """The program was killed: nothing catches it, and nothing is written any more."""


class QuickDisk(Disk):
    """A disk that waits for nothing, for what happens after the cut."""

    def sync_folder(self, folder: Path) -> None:
        pass

    def _sync(self, file: BinaryIO) -> None:
        pass


@dataclass(frozen=True)
class Promise:
    """From a number of steps on, a file holds this, or what replaces it later."""

    since: int
    name: str
    data: bytes


@dataclass(frozen=True)
class Cut:
    """The power is cut before a step, counted from 0, and the disk is found in a state."""

    step: int
    state: State


class PowerDisk(Disk):
    """A disk over a real folder, everything in which is safe at first. `kill_at` is the step before which all ends."""

    def __init__(self, root: Path, kill_at: int | None = None) -> None:
        self.root = root
        self.steps: list[Step] = []
        self.promises: list[Promise] = []
        self.seen: dict[str, bytes | None] = {}
        self._kill_at = kill_at
        self._before = State.read(root)
        self._known = set(root.rglob("*"))
        self._scratch: list[Scratch] = []

    def restart(self) -> None:
        """Go on after the program was killed; the power was never gone, and all that was written is seen."""
        self._kill_at = None
        self.seen = dict(State.read(self.root).names)

    def cuts(self, since: int = 0, seed: int = 0, by_lot: int = 8) -> Iterator[Cut]:
        """Yield each state in which the folder may be found, for a cut before each step and one after the last."""
        platter, scratch = Platter(self._before), [*self._scratch, self._others()]
        for number, step in enumerate([*self.steps, None]):
            if number >= since:
                chance = Random(f"{seed} {number}")
                for state in platter.states(chance, by_lot):
                    yield Cut(number, _with_scratch(state, scratch[number], chance))
            if step is not None:
                platter.do(step)

    def replace_file(self, path: Path, data: bytes) -> None:
        super().replace_file(path, data)
        self._promise(path, data)

    def rename(self, source: Path, target: Path) -> None:
        self._step(Step("rename", self._name(source), to=self._name(target)))
        super().rename(source, target)
        self._known -= {path for path in self._known if path == source or source in path.parents}
        self._known |= {target, *target.rglob("*")}

    def sync_folder(self, folder: Path) -> None:
        if folder == self.root or self.root in folder.parents:
            self._step(Step("sync", self._name(folder)))

    def _open(self, path: Path) -> BinaryIO:
        self._step(Step("open", self._name(path)))
        self._known.add(path)
        return super()._open(path)

    def _put(self, file: BinaryIO, data: bytes) -> None:
        size = max(1, -(-len(data) // PIECES))
        for at in range(0, len(data), size):
            self._step(Step("put", self._name(Path(file.name)), data[at : at + size]))
            super()._put(file, data[at : at + size])

    def _sync(self, file: BinaryIO) -> None:
        self._step(Step("sync", self._name(Path(file.name))))

    def _make(self, folder: Path) -> None:
        self._step(Step("make", self._name(folder)))
        self._known.add(folder)
        super()._make(folder)

    def _remove_file(self, path: Path) -> None:
        if path in self._known and path.exists():
            self._step(Step("remove", self._name(path)))
            self._known.discard(path)
        super()._remove_file(path)

    def _remove_folder(self, folder: Path) -> None:
        if folder in self._known:
            self._step(Step("remove", self._name(folder)))
            self._known.discard(folder)
        super()._remove_folder(folder)

    def _name(self, path: Path) -> PurePosixPath:
        return PurePosixPath(path.relative_to(self.root).as_posix())

    def _promise(self, path: Path, data: bytes) -> None:
        self.promises.append(Promise(len(self.steps), str(self._name(path)), data))

    def _step(self, step: Step) -> None:
        if len(self.steps) == self._kill_at:
            raise KilledError
        self._scratch.append(self._others())
        self.steps.append(step)

    def _others(self) -> Scratch:
        """Return what others have written here."""
        others = sorted(path for path in self.root.rglob("*") if path not in self._known and not path.is_symlink())
        return {self._name(path): None if path.is_dir() else path.read_bytes() for path in others}


def _with_scratch(state: State, scratch: Scratch, chance: Random) -> State:
    """Return a state with what may be left of what others have written, where its folder is still there."""
    found, how = dict(state.names), chance.choice(SCRATCH)
    for name, held in scratch.items() if how != "none" else ():
        above = str(name.parent)
        if str(name) not in found and (above == "." or found.get(above, b"") is None):
            found[str(name)] = held[: len(held) // 2] if held and how == "halved" else held
    return State(tuple(sorted(found.items(), key=lambda each: PurePosixPath(each[0]))))
