"""The central folder: its files read, and written in an order and a way that leave it right at every moment.

Metadata with a number in its name is written once and never again; content is named by its hash; the timestamp alone is
replaced, in one step, and last. So whatever the timestamp refers to is there before it, and stays.
"""

from __future__ import annotations

import os
import re
import shlex
import uuid
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

from kiosk.central.chain import FIRST_ROOT, LARGEST_METADATA, TIMESTAMP_FILE, Chain, read_chain
from kiosk.central.lock import LOCK, OWNER, PATIENCE, locked
from kiosk.disk import TEMPORARY, Disk
from kiosk.errors import CentralError

METADATA, TARGETS = "metadata", "targets"
PENDING_FILE = "pending/proposal.json"
"""What waits for signatures; no kiosk asks for it."""
OURS = {LOCK, OWNER, PENDING_FILE}
"""Files that only publishers need."""


class CentralFolder:
    """A central folder on a disk."""

    def __init__(self, path: Path, disk: Disk | None = None) -> None:
        self.path = path
        self.disk = disk or Disk()

    def __str__(self) -> str:
        """What it is called in sentences: its path."""
        return str(self.path)

    @property
    def typed(self) -> str:
        """What it is called in a command that somebody may copy into a shell."""
        return shlex.quote(str(self.path))

    def prove_central(self) -> None:
        """See that this is a central folder at all, before anything is written into it. Raises CentralError."""
        with self.told():
            if (self.path / FIRST_ROOT).is_file():
                return
            if (self.path / TIMESTAMP_FILE).is_file():
                raise CentralError(f"{FIRST_ROOT} is missing in {self.path}. Put back a good copy of it.")
        raise CentralError(
            f"There is no central folder {self.path}. Look at its name; `send-kiosk central init` makes a new one."
        )

    def names(self) -> set[str]:
        """Return the name of every file, such as `metadata/1.root.json`. Raises CentralError where that fails."""
        with self.told():
            files = (Path(found, name) for found, _, names in os.walk(self.path, onerror=_raise) for name in names)
            return {path.relative_to(self.path).as_posix() for path in files}

    def read(self, name: str, most: int) -> bytes:
        """Return the bytes of a file. Raises CentralError where it is missing, unreadable or has more than `most`."""
        try:
            with (self.path / name).open("rb") as file:
                data = file.read(most + 1)
        except FileNotFoundError as error:
            raise CentralError(f"{name} is missing in {self.path}. Put back a good copy of it.") from error
        except OSError as error:
            raise CentralError(f"{name} in {self.path} cannot be read ({error.strerror}).") from error
        if len(data) > most:
            raise CentralError(f"{name} in {self.path} is larger than what was signed. Put back a good copy of it.")
        return data

    def chain(self) -> Chain:
        """Return what stands now, verified. Raises CentralError where it is not right."""
        self.prove_central()
        return read_chain(self)

    @contextmanager
    def told(self) -> Iterator[None]:
        """Turn a disk that fails into a CentralError."""
        try:
            yield
        except OSError as error:
            reason = error.strerror or str(error)
            raise CentralError(
                f"{self.path} cannot be read or written ({reason}). Put that right and try again."
            ) from error

    def locked(self, now: datetime, patience: float = PATIENCE) -> AbstractContextManager[None]:
        """Be the only publisher here; see `lock.locked`."""
        return locked(self.path, self.disk, now, patience)

    def next_number(self, role: str, above: int) -> int:
        """Return the number of a role's next version: above the current one, and above whatever else lies there."""
        shape = re.compile(rf"{METADATA}/(\d{{1,9}})\.{role}\.json")
        return max([above, *(int(found[1]) for name in self.names() if (found := shape.fullmatch(name)))]) + 1

    def make(self) -> None:
        """Make the folders. Raises OSError."""
        for folder in (METADATA, TARGETS):
            self.disk.make_folder(self.path / folder)

    def write_once(self, name: str, data: bytes) -> None:
        """Write a file that is never written again. Raises CentralError where another has its name; OSError."""
        path = self.path / name
        temporary = self._written(path, data)
        try:
            self.disk.rename_new(temporary, path)
        except FileExistsError as error:
            self.disk.remove(temporary)
            if path.read_bytes() != data:
                message = (
                    f"Somebody else has written {name} in {self.path} meanwhile. Nothing was published; try again."
                )
                raise CentralError(message) from error
        self.disk.sync_folder(path.parent)

    def write_content(self, name: str, data: bytes) -> str:
        """Write a content file of a target, unless it is there already; return its name. Raises OSError."""
        file = f"{TARGETS}/{sha256(data).hexdigest()}.{name}"
        path = self.path / file
        if not (path.is_file() and path.read_bytes() == data):
            self._replace(path, data)
        return file

    def replace_timestamp(self, data: bytes, before: bytes | None) -> None:
        """Put a timestamp in the place of the one that stood there at the beginning.

        Raises CentralError where another stands there now, be it just before or just after; OSError.
        """
        path = self.path / TIMESTAMP_FILE
        if (path.read_bytes() if path.exists() else None) != before:
            raise CentralError(
                f"Somebody else has published into {self.path} meanwhile. Nothing was changed; try again."
            )
        self._replace(path, data)
        if path.read_bytes() != data:
            raise CentralError(
                f"Somebody else has published into {self.path} at the same moment. Look at it, and try again."
            )

    def pending(self) -> bytes | None:
        """Return what waits for signatures. Raises CentralError where it cannot be read."""
        return self.read(PENDING_FILE, LARGEST_METADATA) if (self.path / PENDING_FILE).exists() else None

    def keep_pending(self, data: bytes) -> None:
        """Write what waits for signatures. Raises OSError."""
        self.disk.make_folder((self.path / PENDING_FILE).parent)
        self._replace(self.path / PENDING_FILE, data)

    def clear_pending(self) -> None:
        """Take away what waits for signatures. Raises OSError."""
        if (self.path / PENDING_FILE).exists():
            self.disk.remove(self.path / PENDING_FILE)

    def written_on(self, name: str) -> datetime:
        """Return when a file was written. Raises OSError."""
        return datetime.fromtimestamp((self.path / name).stat().st_mtime, UTC)

    def remove(self, name: str) -> None:
        """Remove a file that nothing refers to. Raises OSError."""
        self.disk.remove(self.path / name)

    def _replace(self, path: Path, data: bytes) -> None:
        """Replace a file by way of one whose name nobody else takes, be he writing the same file now."""
        self.disk.rename(self._written(path, data), path)
        self.disk.sync_folder(path.parent)

    def _written(self, path: Path, data: bytes) -> Path:
        """Return a new file beside a path, written; where there is no room for all of it, it takes none. OSError."""
        temporary = _temporary(path)
        try:
            self.disk.write(temporary, data)
        except OSError:
            with suppress(OSError):
                self.disk.remove(temporary)
            raise
        return temporary


def _temporary(path: Path) -> Path:
    """Return the path of a file that is not whole yet, which nobody else takes, be he writing the same file now."""
    return path.with_name(f"{TEMPORARY}{uuid.uuid4().hex}-{path.name}")


def _raise(error: OSError) -> None:
    raise error
