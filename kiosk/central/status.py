"""The status of a central folder: who signed what, what expires when, where the keys are, and what is wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from securesystemslib.signer import Key

from kiosk.central.chain import Chain, broken_files
from kiosk.central.charter import Charter
from kiosk.central.folder import CentralFolder
from kiosk.central.keys import KeyRing
from kiosk.central.proposal import Proposal
from kiosk.central.renewal import said_of
from kiosk.central.roles import ROLES, keys_of, listed, name_of, roles_of, short
from kiosk.central.spare import kept, strays
from kiosk.errors import CentralError

_OTHERS = 0o077


@dataclass(frozen=True)
class Signature:
    """What is signed of a role: its version, by whom, and until when that is good."""

    role: str
    version: int
    signed_by: tuple[str, ...]
    expires: datetime
    days_left: int


@dataclass(frozen=True)
class Content:
    """A content file: its name, its date and its size in bytes."""

    file: str
    published: str
    size: int


@dataclass(frozen=True)
class KnownKey:
    """A key that counts: whose it is, the roles it signs, and where its file is; empty: not here."""

    name: str
    id: str
    roles: tuple[str, ...]
    file: str


@dataclass(frozen=True)
class Status:
    """Everything there is to say about a central folder; `problems` are what somebody has to do something about."""

    folder: str
    signed_on: datetime | None = None
    signatures: tuple[Signature, ...] = ()
    contents: tuple[Content, ...] = ()
    keys: tuple[KnownKey, ...] = ()
    waiting: str = ""
    kept: tuple[str, ...] = ()
    strays: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()


def status(folder: CentralFolder, ring: KeyRing, charter: Charter, now: datetime) -> Status:
    """Look at everything in a central folder; each signature, hash and length is verified."""
    try:
        chain = folder.chain()
    except CentralError as error:
        return Status(str(folder), problems=(str(error),))
    problems = [
        *_clock(chain, now),
        *_ageing(folder, chain, charter, now),
        *broken_files(folder, chain.targets.signed),
        *_loose(ring),
    ]
    waiting = ""
    try:
        waiting = _waiting(folder, chain)
    except CentralError as error:
        problems.append(str(error))
    return Status(
        str(folder),
        chain.signed_on,
        tuple(_signature(chain, role, now) for role in ROLES),
        tuple(_contents(chain)),
        tuple(_known(chain, ring, key) for key in _every_key(chain)),
        waiting,
        tuple(sorted(kept(folder, chain))),
        tuple(strays(folder, chain)),
        tuple(problems),
    )


def _signature(chain: Chain, role: str, now: datetime) -> Signature:
    made = chain.made(role)
    found = chain.root.get_verification_result(role, made.signed_bytes, made.signatures).signed.values()
    left = (made.signed.expires - now) // timedelta(days=1)
    return Signature(role, made.signed.version, tuple(map(name_of, found)), made.signed.expires, left)


def _contents(chain: Chain) -> Iterator[Content]:
    for file, target in chain.files().items():
        yield Content(file, str((target.custom or {}).get("published", "")), target.length)


def _every_key(chain: Chain) -> list[Key]:
    """Return the keys that count, root's first."""
    return list({key.keyid: key for role in ROLES for key in keys_of(chain.root, role)}.values())


def _known(chain: Chain, ring: KeyRing, key: Key) -> KnownKey:
    file = ring.files.get(key.keyid)
    return KnownKey(name_of(key), short(key.keyid), roles_of(chain.root, key), str(file.path) if file else "")


def _waiting(folder: CentralFolder, chain: Chain) -> str:
    written = folder.pending()
    proposal = Proposal.read(written).after(chain) if written else None
    if not proposal or not (proposal.roots or proposal.targets):
        return ""
    what = " and ".join(["a new root"] * bool(proposal.roots) + ["new targets"] * bool(proposal.targets))
    by, lack = listed(proposal.signed_by(chain.root), "and"), proposal.lack(chain.root)
    return f"{what}, signed by {by or 'nobody'}; " + (f"{lack} still has to sign." if lack else "renew to publish it.")


def _clock(chain: Chain, now: datetime) -> Iterator[str]:
    if now < chain.signed_on:
        yield f"The clock of this machine is behind: it says {now:%Y-%m-%d}, and {chain.signed_on:%Y-%m-%d} was signed."


def _ageing(folder: CentralFolder, chain: Chain, charter: Charter, now: datetime) -> Iterator[str]:
    for role in ROLES:
        if charter.warns(role, chain.made(role).signed.expires, now):
            yield said_of(folder, chain, role, now)


def _loose(ring: KeyRing) -> Iterator[str]:
    for file in ring.files.values():
        if _mode(file.path) & _OTHERS:
            yield f"Others on this machine may read {file.path}. Say chmod 600."


def _mode(path: Path) -> int:
    try:
        return path.stat().st_mode
    except OSError:
        return 0
