"""Writing a bundle: the whole current set as one .zip file, the same bytes each time, opened before it counts."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from kiosk.central.chain import FIRST_ROOT, Chain, broken_files
from kiosk.central.folder import CentralFolder
from kiosk.content.database import SCHEMA_VERSION
from kiosk.content.store import ContentStore
from kiosk.disk import TEMPORARY
from kiosk.errors import CentralError, ConfigError, ContentError, UpdateError
from kiosk.updates.client import Client
from kiosk.updates.naming import BUNDLE_NAME, target_name
from kiosk.updates.source import open_source
from kiosk.updates.trust import Trust

_UNIX = 3
_FOR_ALL_TO_READ = 0o644 << 16
_LARGEST = 10**9
_ENDING = ".zip"


def bundle(folder: CentralFolder, out: Path, now: datetime) -> tuple[Path, Chain]:
    """Write the current set as one file; into a folder under the name that kiosks look for. Return where, and what.

    Raises CentralError where something has expired or is missing, or the file cannot be written; what stood at `out`
    stays then.
    """
    path = out / BUNDLE_NAME if out.is_dir() else out
    if path.resolve().is_relative_to(folder.path.resolve()):
        raise CentralError(f"{path} lies in the central folder. Write the bundle to another place.")
    _prove_named(path)
    chain = folder.chain()
    _prove_good(folder, chain, now)
    try:
        _write(folder, path, _zipped(folder, chain.names()), now)
    except OSError as error:
        raise CentralError(f"{path} cannot be written ({error.strerror or error}).") from error
    return path, chain


def _prove_named(path: Path) -> None:
    if path.suffix.lower() == _ENDING:
        return
    if path.suffix or path.exists():
        raise CentralError(f"A bundle’s name ends in {_ENDING}: call it {path.with_suffix(_ENDING)}.")
    raise CentralError(
        f"There is no folder {path}. Look whether the stick is in; else name a file that ends in {_ENDING}."
    )


def _prove_good(folder: CentralFolder, chain: Chain, now: datetime) -> None:
    expired = chain.expired(now)
    if expired:
        raise CentralError(
            f"In {folder} the signature of {' and '.join(expired)} has expired: no kiosk would take the bundle. "
            f"First `send-kiosk central renew {folder.typed}`."
        )
    if not chain.files():
        raise CentralError(f"Nothing is published in {folder} yet. First `send-kiosk central publish {folder.typed}`.")
    for problem in broken_files(folder, chain.targets.signed):
        raise CentralError(problem)


def _zipped(folder: CentralFolder, names: Iterable[str]) -> bytes:
    """Return a zip of files; the same files give the same bytes on every machine."""
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as file:
        for name in names:
            info = ZipInfo(name)
            info.create_system, info.external_attr = _UNIX, _FOR_ALL_TO_READ
            file.writestr(info, folder.read(name, _LARGEST))
    return made.getvalue()


def _write(folder: CentralFolder, path: Path, data: bytes, now: datetime) -> None:
    temporary = path.with_name(f"{TEMPORARY}{path.name}")
    try:
        folder.disk.write(temporary, data)
        _open(folder, temporary, now)
        folder.disk.rename(temporary, path)
        folder.disk.sync_folder(path.parent)
    finally:
        folder.disk.remove(temporary)


def _open(folder: CentralFolder, path: Path, now: datetime) -> None:
    """Open a bundle as a kiosk does that knows nothing but the first root. Raises CentralError where it would not."""
    root = folder.read(FIRST_ROOT, _LARGEST)
    try:
        with tempfile.TemporaryDirectory() as scratch, open_source(str(path)) as source:
            client = Client(source, root, Trust(), Path(scratch), lambda _: now)
            with ContentStore(client.fetch(client.look(target_name(SCHEMA_VERSION)))) as store:
                store.verify()
    except (UpdateError, ConfigError, ContentError) as error:
        raise CentralError(f"A kiosk would not take this bundle, so that it was not written: {error}") from error
