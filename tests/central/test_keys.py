"""A key is a file under a passphrase; a key ring opens it when it has to sign, and asks once."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
)

from kiosk.central import keys
from kiosk.central.keys import KeyFile, KeyRing, SecretKey
from kiosk.central.roles import name_of, short
from kiosk.disk import Disk
from kiosk.errors import CentralError

SECRET = "a long passphrase indeed"


@pytest.fixture
def key() -> SecretKey:
    return keys.make("amina")


@pytest.fixture
def file(tmp_path: Path, key: SecretKey) -> KeyFile:
    return KeyFile.read(keys.write(Disk(), tmp_path, key, SECRET))


def pem_in(file: KeyFile, private: object) -> None:
    """Put another key behind the lines for people."""
    said = file.path.read_bytes().partition(b"-----BEGIN")[0]
    file.path.write_bytes(said + private)  # type: ignore[operator]


def test_a_key_says_whose_it_is_and_is_for_its_owner_alone(file: KeyFile, key: SecretKey) -> None:
    assert (file.name, file.key_id) == ("amina", key.public.keyid)
    assert file.path.name == f"amina-{short(file.key_id)}.pem"
    assert file.path.stat().st_mode & 0o777 == 0o600
    assert b"ENCRYPTED PRIVATE KEY" in file.path.read_bytes()


def test_its_passphrase_opens_it_and_nothing_else_does(file: KeyFile, key: SecretKey) -> None:
    signer = file.opens(SECRET)
    assert signer is not None
    key.public.verify_signature(signer.sign(b"this"), b"this")
    assert [file.opens(wrong) for wrong in ("", SECRET.upper(), f"{SECRET} ", "é\N{SNOWMAN}")] == [None] * 4


def test_every_wrong_passphrase_is_one(file: KeyFile) -> None:
    """One in 256 gives noise that looks like a key at first."""
    assert not any(file.opens(f"{SECRET} {number}") for number in range(1500))


def test_a_damaged_key_does_not_open(file: KeyFile, key: SecretKey) -> None:
    whole = file.path.read_bytes()
    other = key.private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    encrypted = (Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(SECRET.encode()))
    for private in (other, generate_private_key(SECP256R1()).private_bytes(*encrypted)):
        pem_in(file, private)
        assert file.opens(SECRET) is None
    for broken in (whole[:-40], whole.replace(b"A", b"B"), whole.replace(b"-----END", b"")):
        file.path.write_bytes(broken)
        assert file.opens(SECRET) is None


def test_the_key_of_another_behind_this_name_does_not_open(file: KeyFile) -> None:
    other = keys.make("ben").private.private_bytes(
        Encoding.PEM, PrivateFormat.PKCS8, BestAvailableEncryption(SECRET.encode())
    )
    pem_in(file, other)
    assert file.opens(SECRET) is None


@pytest.mark.parametrize("data", [b"", b"\xff\xfe", b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n"])
def test_what_is_no_key_of_ours_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "some.pem"
    path.write_bytes(data)
    with pytest.raises(CentralError, match="is not the file of a key that send-kiosk made"):
        KeyFile.read(path)
    assert keys.in_folder(tmp_path) == []


def test_a_key_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CentralError, match=r"The key .* cannot be read \(No such file or directory\)"):
        KeyFile.read(tmp_path / "some.pem")
    with pytest.raises(CentralError, match="Is a directory"):
        KeyFile.read(tmp_path)


@pytest.mark.parametrize("wrong", ["", "fifteen letters", " " * 30])
def test_a_short_passphrase_is_refused(tmp_path: Path, key: SecretKey, wrong: str) -> None:
    with pytest.raises(CentralError, match="needs 16 characters or more"):
        keys.write(Disk(), tmp_path, key, wrong)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["", "Amina", "amina k", "../amina", "amina-", "a" * 41, "amína"])
def test_a_name_that_cannot_name_a_file_is_refused(name: str) -> None:
    with pytest.raises(CentralError, match="cannot name a key"):
        keys.make(name)


def test_a_key_goes_into_a_folder_that_only_its_owner_may_read(tmp_path: Path, key: SecretKey) -> None:
    folder = tmp_path / "new" / "keys"
    assert keys.write_into(Disk(), folder, key, SECRET).parent == folder
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, key: SecretKey) -> None:
    (tmp_path / "keys").write_text("a file")
    with pytest.raises(CentralError, match=r"The key cannot be written into .*keys \(File exists\)"):
        keys.write_into(Disk(), tmp_path / "keys", key, SECRET)


class Asked:
    """Somebody who is asked for passphrases."""

    def __init__(self, *answers: str) -> None:
        self.names: list[str] = []
        self._answers = list(answers)

    def __call__(self, file: KeyFile) -> str:
        self.names.append(file.name)
        return self._answers.pop(0)


def test_a_ring_asks_once(file: KeyFile, key: SecretKey) -> None:
    asked = Asked(SECRET)
    ring = KeyRing([file], asked)
    assert ring.holds(key.public)
    assert ring.is_locked(key.public)
    assert ring.signer(key.public) is ring.signer(key.public) is not None
    assert asked.names == ["amina"]
    assert not ring.is_locked(key.public)


def test_a_passphrase_that_opens_two_keys_is_asked_for_once(tmp_path: Path, file: KeyFile, key: SecretKey) -> None:
    other = keys.make("ben")
    ring = KeyRing([file, KeyFile.read(keys.write(Disk(), tmp_path, other, SECRET))], asked := Asked(SECRET))
    assert ring.signer(key.public)
    assert ring.signer(other.public)
    assert asked.names == ["amina"]


def test_a_passphrase_that_is_given_is_not_asked_for(file: KeyFile, key: SecretKey) -> None:
    assert KeyRing([file], Asked(), ["another passphrase", SECRET]).signer(key.public)


def test_a_wrong_passphrase_is_one_sentence(file: KeyFile, key: SecretKey) -> None:
    with pytest.raises(CentralError, match=r"That is not the passphrase of .*amina-.*\.pem, or the file is damaged"):
        KeyRing([file], Asked("wrong"), ["given"]).signer(key.public)


def test_a_key_may_be_left_out(file: KeyFile, key: SecretKey) -> None:
    ring = KeyRing([file], asked := Asked(""))
    assert ring.signer(key.public) is None
    assert ring.signer(key.public) is None
    assert asked.names == ["amina"]
    assert ring.lacks(key.public) == f"no passphrase was given that opens {file.path}"


def test_a_key_that_is_not_here_cannot_sign(key: SecretKey) -> None:
    ring = KeyRing([])
    assert not ring.holds(key.public)
    assert ring.signer(key.public) is None
    assert ring.lacks(key.public) == "the key of amina is not here (--key FILE)"


def test_as_many_keys_are_opened_as_are_needed(tmp_path: Path) -> None:
    made = [keys.make(name) for name in ("amina", "ben", "carys")]
    files = [KeyFile.read(keys.write(Disk(), tmp_path, key, SECRET + name_of(key.public))) for key in made]
    ring = KeyRing(files, asked := Asked("", SECRET + "ben", SECRET + "carys"))
    ring.open([key.public for key in made], 1)
    assert asked.names == ["amina", "ben"]
    ring.open([key.public for key in made], 2)
    assert asked.names == ["amina", "ben", "carys"]
