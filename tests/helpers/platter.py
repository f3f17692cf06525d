"""A model of a disk with a cache that forgets: in which states it may be found when the power is back.

A `Platter` is told step by step what was done, and at any moment gives the states that real file systems allow:

- what a file held when it was synced is there. Of what was written since there may be any beginning, or all of its
  length with zeros in a piece, in all of it, or with bytes of an earlier file.
- the names in a folder are there as they were when it was synced. Each change of names since then may have happened or
  not, whatever the others did. A file that took another's name in one folder did so whole; one that came from another
  folder may be in both, or in neither.
- a folder whose name is safe may be empty.

Nothing is safe because something else is: file systems that keep things in order are kinder than this.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod
from pathlib import Path, PurePosixPath
from random import Random
from typing import Self

MOST_LISTED = 256
"""All states of a moment are listed up to this many combinations; of more, only each choice alone, and some by lot."""


@dataclass(eq=False)
class File:
    """A file: what is safe in it, and what was written since. None stands where it was emptied."""

    safe: bytes = b""
    written: list[bytes | None] = field(default_factory=list)

    def sync(self) -> None:
        """Make safe what was written."""
        self.safe, self.written = self.found()[-1], []

    def found(self) -> list[bytes]:
        """Return what may be found in it, all lost first and all kept last."""
        kept, last = [self.safe], self.safe
        pieces: list[bytes] = []
        for piece in self.written:
            pieces = [] if piece is None else [*pieces, piece]
            last = b"" if piece is None else last + piece
            kept.append(last)
        holed = [b"".join([*pieces[:at], bytes(len(each)), *pieces[at + 1 :]]) for at, each in enumerate(pieces)]
        strange = [bytes(len(last)), (b"\xa5{" * len(last))[: len(last)]] if pieces else []
        return [*dict.fromkeys([kept[0], b"", *kept[1:-1], *holed, *strange]), last] if self.written else kept


@dataclass(eq=False)
class Folder:
    """A folder: the names that are safe in it, and each change of names since; None stands for a name that is gone."""

    safe: dict[str, Node] = field(default_factory=dict)
    changes: list[dict[str, Node | None]] = field(default_factory=list)

    def sync(self) -> None:
        """Make safe every change of names."""
        self.safe, self.changes = self.names([True] * len(self.changes)), []

    def names(self, kept: Sequence[bool]) -> dict[str, Node]:
        """Return the names, where only some changes came to the disk."""
        names: dict[str, Node | None] = dict(self.safe)
        for change, is_kept in zip(self.changes, kept, strict=True):
            names |= change if is_kept else {}
        return {name: node for name, node in names.items() if node is not None}

    def now(self) -> dict[str, Node]:
        """Return the names as whoever uses the disk sees them."""
        return self.names([True] * len(self.changes))


HERE = PurePosixPath()
Node = File | Folder
Key = tuple[Node, int]
Unsettled = dict[Key, list[bytes]]


@dataclass(frozen=True)
class Step:
    """One step on a disk: what was done, to which name relative to its root, and with what."""

    did: str
    name: PurePosixPath
    data: bytes = b""
    to: PurePosixPath = HERE

    def __str__(self) -> str:
        return f"{self.did} {self.name}" + (f" to {self.to}" if self.to.parts else "")


@dataclass(frozen=True)
class State:
    """One state after a cut: what files hold, None for folders, by name relative to the root."""

    names: tuple[tuple[str, bytes | None], ...]

    @classmethod
    def read(cls, folder: Path) -> Self:
        """Return what is in a real folder."""
        inside = sorted(path for path in folder.rglob("*") if not path.is_symlink())
        return cls(tuple((str(p.relative_to(folder)), None if p.is_dir() else p.read_bytes()) for p in inside))

    def write(self, folder: Path) -> Path:
        """Make it real."""
        folder.mkdir(parents=True)
        for name, held in self.names:
            if held is None:
                (folder / name).mkdir()
            else:
                (folder / name).write_bytes(held)
        return folder


class Platter:
    """What of a folder is safe, and what is not."""

    def __init__(self, before: State) -> None:
        """Begin with everything safe that is there."""
        self._root = _safely(before.names)

    def do(self, step: Step) -> None:
        """Follow one step."""
        above, name = self._folder(step.name.parent), step.name.name
        node = above.now().get(name) if name else self._root
        match step.did:
            case "open" if isinstance(node, File):
                node.written.append(None)
            case "open":
                above.changes.append({name: File()})
            case "make":
                above.changes.append({name: Folder()})
            case "put":
                assert isinstance(node, File)
                node.written.append(step.data)
            case "sync":
                assert node is not None
                node.sync()
            case "remove":
                above.changes.append({name: None})
            case "rename":
                self._rename(above, name, step.to)

    def states(self, chance: Random, by_lot: int) -> Iterator[State]:
        """Yield each different state, so many of them by lot where there are too many to list."""
        unsettled = _unsettled(self._root)
        seen: set[State] = set()
        for chosen in _chosen(list(map(len, unsettled.values())), chance, by_lot):
            kept = {key: ways[at] for (key, ways), at in zip(unsettled.items(), chosen, strict=True)}
            state = State(tuple(_below(self._root, PurePosixPath(), kept)))
            if state not in seen:
                seen.add(state)
                yield state

    def _folder(self, name: PurePosixPath) -> Folder:
        found: Node = self._root
        for part in name.parts:
            assert isinstance(found, Folder)
            found = found.now()[part]
        assert isinstance(found, Folder)
        return found

    def _rename(self, above: Folder, name: str, to: PurePosixPath) -> None:
        node, target = above.now()[name], self._folder(to.parent)
        if target is above:
            above.changes.append({name: None, to.name: node})
        else:
            target.changes.append({to.name: node})
            above.changes.append({name: None})


def _safely(held: Iterable[tuple[str, bytes | None]]) -> Folder:
    folders = {PurePosixPath(): Folder()}
    for name, data in held:
        path = PurePosixPath(name)
        node = File(data) if data is not None else folders.setdefault(path, Folder())
        folders[path.parent].safe[path.name] = node
    return folders[PurePosixPath()]


def _below(folder: Folder, name: PurePosixPath, kept: Mapping[Key, bytes]) -> Iterator[tuple[str, bytes | None]]:
    names = folder.names([bool(kept[folder, at]) for at in range(len(folder.changes))])
    for each, node in sorted(names.items()):
        if isinstance(node, File):
            yield str(name / each), kept.get((node, 0), node.safe)
        else:
            yield str(name / each), None
            yield from _below(node, name / each, kept)


def _chosen(ways: Sequence[int], chance: Random, by_lot: int) -> Iterator[Sequence[int]]:
    """Yield ways to choose: all lost, all kept, each alone lost or kept, and others by lot; or all there are."""
    yield [0] * len(ways)
    yield [way - 1 for way in ways]
    if prod(ways) <= MOST_LISTED:
        yield from product(*map(range, ways))
        return
    for at, alone in enumerate(ways):
        for way in range(alone):
            yield [way if each == at else 0 for each in range(len(ways))]
            yield [way if each == at else other - 1 for each, other in enumerate(ways)]
    for _ in range(by_lot):
        yield [chance.randrange(way) for way in ways]


def _unsettled(root: Folder) -> Unsettled:
    """Return what may be found of each file that was written, and of each change of a folder's names."""
    found: Unsettled = {}
    waiting: list[Node] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, File):
            found |= {(node, 0): node.found()} if node.written else {}
            continue
        found |= {(node, at): [b"", b"kept"] for at in range(len(node.changes))}
        changed = [each for change in node.changes for each in change.values() if each is not None]
        waiting += [*node.safe.values(), *changed]
    return found
