"""Keys: each in a file of its own, encrypted under a passphrase, and opened only when it has to sign.

A key is Ed25519, written as PKCS8 PEM by the `cryptography` package. Before it stand a few lines for people, and the id
by which it is found without the passphrase. That package stretches a passphrase little (PBKDF2, 2048 rounds), so that
a passphrase has to be long.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

from kiosk.central.roles import name_of, named, short
from kiosk.disk import Disk
from kiosk.errors import CentralError

SHORTEST_PASSPHRASE = 16
"""Characters that a passphrase must have: four words that have nothing to do with each other."""
KEY_ENDING = ".pem"

_LARGEST = 10_000
_HEADER = re.compile(r"send-kiosk key: (?P<name>[a-z0-9-]+)\nid: (?P<id>[0-9a-f]{64})\n")
_EXPLANATION = """\
send-kiosk key: {name}
id: {id}

Whoever has this file and its passphrase signs as {name}. Keep it out of the central folder, and a copy of it in a safe.

"""


@dataclass(frozen=True)
class SecretKey:
    """A key that can sign, and its public part, which carries its owner's name."""

    private: Ed25519PrivateKey
    public: SSlibKey

    @property
    def signer(self) -> CryptoSigner:
        """What signs with it."""
        return CryptoSigner(self.private, self.public)


@dataclass(frozen=True)
class KeyFile:
    """The file of a key: whose it is, and its id. It is still locked."""

    path: Path
    name: str
    key_id: str

    @classmethod
    def read(cls, path: Path) -> KeyFile:
        """Read whose key a file holds. Raises CentralError for a file that is missing or no key of ours."""
        found = _HEADER.match(_text(path))
        if not found:
            raise CentralError(f"{path} is not the file of a key that send-kiosk made.")
        return cls(path, found["name"], found["id"])

    def opens(self, passphrase: str) -> CryptoSigner | None:
        """Return what signs with this key, or None where this is not its passphrase, or the file is damaged."""
        try:
            private = load_pem_private_key(_text(self.path).encode(), passphrase.encode())
        except (ValueError, TypeError, UnsupportedAlgorithm):
            return None  # a wrong passphrase and a damaged file look the same: either gives noise
        signer = CryptoSigner(private) if isinstance(private, Ed25519PrivateKey) else None
        return signer if signer and signer.public_key.keyid == self.key_id else None


def make(name: str) -> SecretKey:
    """Make a new key for somebody. Raises CentralError for a name that cannot name a key."""
    private = Ed25519PrivateKey.generate()
    public = SSlibKey.from_crypto(private.public_key())
    named(public, name)
    return SecretKey(private, public)


def prove(passphrase: str) -> str:
    """Return a passphrase that is long enough. Raises CentralError for any other."""
    if len(passphrase) < SHORTEST_PASSPHRASE or not passphrase.strip():
        raise CentralError(f"A passphrase needs {SHORTEST_PASSPHRASE} characters or more. Four words make a good one.")
    return passphrase


def write(disk: Disk, folder: Path, key: SecretKey, passphrase: str) -> Path:
    """Write a key into a folder that only its owner may read, and return where. Raises OSError."""
    name, key_id = name_of(key.public), key.public.keyid
    path = folder / f"{name}-{short(key_id)}{KEY_ENDING}"
    pem = key.private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(prove(passphrase).encode())
    )
    disk.replace_file(path, _EXPLANATION.format(name=name, id=key_id).encode() + pem)
    path.chmod(0o600)
    return path


def make_folder(disk: Disk, folder: Path) -> None:
    """Make the folder of keys, which only its owner may read. Raises OSError."""
    disk.make_folder(folder)
    folder.chmod(0o700)


def write_into(disk: Disk, folder: Path, key: SecretKey, passphrase: str) -> Path:
    """Write a key into a folder that may not be there yet, and return where. Raises CentralError where that fails."""
    try:
        make_folder(disk, folder)
        return write(disk, folder, key, passphrase)
    except OSError as error:
        raise CentralError(f"The key cannot be written into {folder} ({error.strerror}).") from error


def in_folder(folder: Path) -> list[KeyFile]:
    """Return the keys in a folder, by name; what is no key of ours is passed over. There may be no such folder."""
    found = []
    for path in sorted(folder.glob(f"*{KEY_ENDING}")):
        try:
            found.append(KeyFile.read(path))
        except CentralError:
            continue
    return found


class KeyRing:
    """The keys at hand. Each is opened when it has to sign, and its passphrase is asked for once."""

    def __init__(
        self, files: Iterable[KeyFile], ask: Callable[[KeyFile], str] = lambda _: "", given: Sequence[str] = ()
    ) -> None:
        """Take key files; `given` passphrases are tried before `ask` is asked, whose answer "" leaves a key out."""
        self.files = {file.key_id: file for file in files}
        self._ask = ask
        self._passphrases = list(given)
        self._signers: dict[str, CryptoSigner | None] = {}

    def add(self, key: SecretKey) -> None:
        """Take a key that was just made."""
        self._signers[key.public.keyid] = key.signer

    def holds(self, key: Key) -> bool:
        """Say whether a key is here, be it locked."""
        return key.keyid in self.files or key.keyid in self._signers

    def lacks(self, key: Key) -> str:
        """Say in half a sentence why a key cannot sign."""
        if key.keyid in self.files:
            return f"no passphrase was given that opens {self.files[key.keyid].path}"
        return f"the key of {name_of(key)} is not here (--key FILE)"

    def is_locked(self, key: Key) -> bool:
        """Say whether somebody would have to be asked for a passphrase."""
        return key.keyid not in self._signers

    def open(self, keys: Iterable[Key], number: int) -> None:
        """Open so many of these keys, as far as they are here. Raises CentralError as `signer` does."""
        opened = 0
        for key in sorted(keys, key=self.is_locked):
            if opened < number and self.signer(key):
                opened += 1

    def signer(self, key: Key) -> CryptoSigner | None:
        """Return what signs with a key; None where it is not here, or left out.

        Raises CentralError for a passphrase that is wrong, or a file that is damaged.
        """
        if key.keyid not in self._signers and key.keyid in self.files:
            self._signers[key.keyid] = self._opened(self.files[key.keyid])
        return self._signers.get(key.keyid)

    def _opened(self, file: KeyFile) -> CryptoSigner | None:
        for passphrase in self._passphrases:
            if signer := file.opens(passphrase):
                return signer
        passphrase = self._ask(file)
        if not passphrase:
            return None
        signer = file.opens(passphrase)
        if signer is None:
            raise CentralError(
                f"That is not the passphrase of {file.path}, or the file is damaged. Nothing was changed."
            )
        self._passphrases.append(passphrase)
        return signer


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("ascii", "replace")
    except OSError as error:
        raise CentralError(f"The key {path} cannot be read ({error.strerror}).") from error
