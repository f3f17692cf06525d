"""A disk whose power is cut: what was written and not yet synced may be there afterwards, or not, or torn.

`PowerDisk` does everything for real, so that whoever uses it finds what it wrote, and notes each step: a name made, a
piece of data written, a file synced, a name changed, a folder synced, a file or folder removed. `cut_at` ends all of it
before that step. `after()` then gives the states in which a real file system may be found when the power is back:

- data that was synced is there. Of other data there may be any beginning, with zeros or something else where the last
  piece ought to be; a file that was written over may still be the old one, or empty.
- a name that was made, changed or removed is as it was left once its folder was synced. Until then each of these may
  have happened or not, whatever the others did.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random

from kiosk.disk import Disk

PIECES = 3
"""In how many pieces a file is written."""
RANDOM_STATES = 6
"""States with any mixture of what may be lost, besides those that can be listed."""


class PowerCutError(BaseException):
    """The power is gone: nothing catches it, and nothing is written any more."""


@dataclass
class Node:
    """A file, with what is safe in it and what was written since; or a folder, without either."""

    is_folder: bool
    safe: bytes = b""
    written: list[bytes | None] = field(default_factory=list)
    """Pieces that are not safe yet; None stands where the file was emptied."""

    def contents(self, kept: int) -> bytes:
        """Return what is in the file if only so many of the unsafe pieces came to the disk."""
        made = self.safe
        for piece in self.written[:kept]:
            made = b"" if piece is None else made + piece
        return made


@dataclass(frozen=True)
class Renaming:
    """A name that was made, changed or removed: what is at `gone` no more, and what is at `there` now."""

    node: Node
    gone: Path | None = None
    there: Path | None = None

    def touches(self, folder: Path) -> bool:
        """Say whether syncing a folder makes this safe."""
        name = self.there or self.gone
        assert name is not None
        return name.parent == folder


@dataclass(frozen=True)
class State:
    """One state after a cut: the contents of files, None for folders, by name relative to the root."""

    names: tuple[tuple[str, bytes | None], ...]

    def write(self, folder: Path) -> Path:
        """Make it real."""
        folder.mkdir(parents=True, exist_ok=True)
        for name, contents in self.names:
            path = folder / name
            if contents is None:
                path.mkdir(parents=True, exist_ok=True)
            else:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(contents)
        return folder


class PowerDisk(Disk):
    """A disk over a real folder, with a model of what of it is safe."""

    def __init__(self, root: Path, cut_at: int | None = None) -> None:
        """Begin with everything below `root` safe; cut the power before a step, counted from 1."""
        self.root = root
        self.steps: list[str] = []
        self._cut_at = cut_at
        self._safe: dict[Path, Node] = {}
        self._pending: list[Renaming] = []
        self._is_dead = False
        root.mkdir(parents=True, exist_ok=True)
        for path in sorted(root.rglob("*")):
            self._safe[path] = Node(True) if path.is_dir() else Node(False, path.read_bytes())

    def write(self, path: Path, data: bytes) -> None:
        node = self._made(path)
        size = max(1, -(-len(data) // PIECES))
        with path.open("ab") as file:
            for at in range(0, len(data), size):
                piece = data[at : at + size]
                self._step(f"write {path.name}")
                file.write(piece)
                node.written.append(piece)
        self._sync(path, node)

    def make_folder(self, path: Path) -> None:
        for folder in (*reversed(path.parents), path):
            if folder != self.root and self.root in folder.parents and not folder.is_dir():
                self._step(f"make {folder.name}/")
                folder.mkdir()
                self._rename(Renaming(Node(True), there=folder))
            if folder != self.root and self.root in folder.parents:
                self.sync_folder(folder.parent)

    def rename(self, source: Path, target: Path) -> None:
        self._step(f"rename {source.name} to {target.name}")
        source.replace(target)
        self._rename(Renaming(self._now()[source], source, target))

    def sync_folder(self, folder: Path) -> None:
        self._step(f"sync {folder.name}/")
        self._sync_names(folder)

    def remove(self, path: Path) -> None:
        if path.is_dir():
            for below in sorted(path.iterdir()):
                self.remove(below)
            self._remove(path, Path.rmdir)
        elif path.exists() or path.is_symlink():
            self._remove(path, Path.unlink)

    def after(self, seed: int = 0) -> Iterator[State]:
        """Yield each different state in which the folder may be found."""
        seen: set[State] = set()
        for chosen in self._choices(Random(seed)):
            state = self._state(chosen)
            if state not in seen:
                seen.add(state)
                yield state

    # -- steps --------------------------------------------------------------------------------------------------------

    def _step(self, what: str) -> None:
        if self._is_dead or len(self.steps) + 1 == self._cut_at:
            self._is_dead = True
            raise PowerCutError
        self.steps.append(what)

    def _made(self, path: Path) -> Node:
        """Make a file, or empty the one that is there."""
        self._step(f"open {path.name}")
        path.write_bytes(b"")
        node = self._now().get(path)
        if node is None:
            node = Node(False)
            self._rename(Renaming(node, there=path))
        else:
            node.written.append(None)
        return node

    def _sync(self, path: Path, node: Node) -> None:
        self._step(f"sync {path.name}")
        node.safe, node.written = node.contents(len(node.written)), []

    def _remove(self, path: Path, remove: Callable[[Path], None]) -> None:
        self._step(f"remove {path.name}")
        node = self._now().get(path)
        remove(path)
        if node is not None:  # what others left there, such as python-tuf, is none of ours
            self._rename(Renaming(node, gone=path))

    def _rename(self, renaming: Renaming) -> None:
        self._pending.append(renaming)

    def _sync_names(self, folder: Path) -> None:
        """Make safe what was done to names in a folder. What is safe is safe in the order in which it was done."""
        for renaming in [each for each in self._pending if each.touches(folder)]:
            _apply(self._safe, renaming)
            # A name that is safely gone is not made any more.
            done = [each for each in self._pending if each.node is renaming.node and each.there == renaming.gone]
            self._pending = [each for each in self._pending if each is not renaming and each not in done]

    # -- states -------------------------------------------------------------------------------------------------------

    def _now(self) -> dict[Path, Node]:
        names = dict(self._safe)
        for renaming in self._pending:
            _apply(names, renaming)
        return names

    def _choices(self, chance: Random) -> Iterator[Callable[[int, int], int]]:
        """Yield ways to say how much is kept of the n-th thing that may be lost, of so many parts."""
        yield lambda n, parts: 0
        yield lambda n, parts: parts
        for one in range(len(self._pending) + len(self._unsafe())):
            yield lambda n, parts, one=one: 0 if n == one else parts  # type: ignore[misc]
            yield lambda n, parts, one=one: parts if n == one else 0  # type: ignore[misc]
        for _ in range(RANDOM_STATES):
            seed = chance.random()
            yield lambda n, parts, seed=seed: Random(f"{seed} {n}").randint(0, parts)  # type: ignore[misc]

    def _unsafe(self) -> list[Node]:
        nodes = {id(node): node for node in (*self._safe.values(), *(each.node for each in self._pending))}
        return [node for node in nodes.values() if node.written]

    def _state(self, kept: Callable[[int, int], int]) -> State:
        number = count()
        names = dict(self._safe)
        for renaming in self._pending:
            if kept(next(number), 1):
                _apply(names, renaming)
        contents = {id(node): _torn(node, kept(next(number), len(node.written))) for node in self._unsafe()}
        found: list[tuple[str, bytes | None]] = []
        for path, node in sorted(names.items()):
            if all(above == self.root or above in names for above in _between(path, self.root)):
                inside = None if node.is_folder else contents.get(id(node), node.safe)
                found.append((path.relative_to(self.root).as_posix(), inside))
        return State(tuple(found))


def _torn(node: Node, kept: int) -> bytes:
    """Return a file of which so many pieces came to the disk; every other time the next one came as zeros."""
    made = node.contents(kept)
    following = node.written[kept] if kept < len(node.written) else None
    return made + bytes(len(following)) if following and kept % 2 else made


def _apply(names: dict[Path, Node], renaming: Renaming) -> None:
    """Change names as a step did; the names below a folder go with it."""
    gone, there = renaming.gone, renaming.there
    below = {path: node for path, node in names.items() if gone is not None and gone in path.parents}
    if gone is not None and names.get(gone) is renaming.node:
        for path in (gone, *below):
            del names[path]
    if there is not None:
        names[there] = renaming.node
        if gone is not None:
            names.update({there / path.relative_to(gone): node for path, node in below.items()})


def _between(path: Path, root: Path) -> Iterator[Path]:
    above = path.parent
    while above != root:
        yield above
        above = above.parent
