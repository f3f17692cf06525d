"""The client of a central file: what it offers, verified by python-tuf, and fetching it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

from tuf.api.exceptions import BadVersionNumberError, DownloadError, ExpiredMetadataError, RepositoryError
from tuf.api.metadata import Metadata, Root, TargetFile, Targets
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.errors import ConfigError, UpdateError
from kiosk.updates.naming import PUBLISHED
from kiosk.updates.reasons import reason
from kiosk.updates.source import Source
from kiosk.updates.trust import LONG_AGO, NONE_YET, ROOTS, Numbers, Trust, signing_time

MOST_TIMESTAMP = 16384
"""Bytes."""
_METADATA = "metadata"
_HASH = "sha256"


@dataclass(frozen=True)
class Offer:
    """The content that a central file offers, signed, with its date.

    `number` says what is newer: by the version of the root since which the keys of the targets stand, and then by that
    of the targets. So a publisher who had to replace those keys is not held up by the numbers that their thief gave,
    and a root that replaces any other key opens no way back.
    """

    target: TargetFile
    number: Numbers
    published: date

    @property
    def sha256(self) -> str:
        """The hash of the content, in hexadecimal."""
        return self.target.hashes[_HASH]

    @property
    def length(self) -> int:
        """Bytes."""
        return self.target.length


class Client:
    """One look at a central file.

    `scratch` is an empty folder for python-tuf; `time` gives the time to go by from when the newest trusted timestamp
    was signed.
    """

    def __init__(
        self, source: Source, root: bytes, trust: Trust, scratch: Path, time: Callable[[datetime], datetime]
    ) -> None:
        """Begin with the trust that is kept. Raises ConfigError where the root of the settings is none."""
        self._source = source
        self._time = time
        self._trust = trust.of(sha256(root).hexdigest())
        self._scratch = scratch
        self._number = NONE_YET
        trust.unpack(scratch / _METADATA)
        try:
            self._updater = Updater(
                str(scratch / _METADATA),
                source.metadata,
                str(scratch),
                source.targets,
                source.fetcher,
                UpdaterConfig(timestamp_max_length=MOST_TIMESTAMP),
                bootstrap=root,
            )
        except RepositoryError as error:
            raise ConfigError(
                f"The trusted root, root.json, is none or damaged ({error}). Ask the publisher for it."
            ) from error
        # python-tuf knows no other way to be told the time; tests see to it that it goes by this one.
        self._trusted = self._updater._trusted_set
        self._trusted.reference_time = time(LONG_AGO)
        self._first = self._trusted.root.version

    def is_unchanged(self) -> bool:
        """Look at the timestamp alone: whether it is, byte for byte, the one that all trusted content came with.

        One that has run out is not enough, whoever still shows it.
        """
        trust = self._trust
        if not trust.whole or trust.expires <= self._time(trust.floor):
            return False
        with self._explained():
            url = f"{self._source.metadata}timestamp.json"
            return self._source.fetcher.download_bytes(url, MOST_TIMESTAMP) == trust.timestamp

    def look(self, target: str) -> Offer:
        """Return what is offered under a name. Raises UpdateError, saying why, where nothing can be trusted."""
        with self._explained():
            self._updater.refresh()
            self._prove_no_way_back()
            self._prove_current()
            found = self._updater.get_targetinfo(target)
        if found is None or _HASH not in found.hashes:
            raise UpdateError(f"{self._source.name} has no content that this program can read ({target}).")
        published = _published(found)
        if published is None:
            raise UpdateError(
                f"The content of {self._source.name} does not say its date. Ask the publisher to publish it again."
            )
        return Offer(found, self._number, published)

    def fetch(self, offer: Offer) -> Path:
        """Return the content, fetched and verified. Raises UpdateError where it is not what was signed."""
        with self._explained():
            return Path(self._updater.download_target(offer.target, str(self._scratch / "fetched.db")))

    def trust(self, offer: Offer | None) -> Trust:
        """Return what is trusted now; without an offer, as far as it could be verified."""
        return self._trust.packed(self._scratch / _METADATA, offer.sha256 if offer else "", self._number)

    def _prove_no_way_back(self) -> None:
        """See that the targets are none from before.

        python-tuf sees to it as long as it knows the snapshot of before. A new online key begins without one, and who
        stole that key too could bring back old targets; nothing of that is kept then.
        """
        number = self._since(), self._trusted.targets.version
        if number < self._trust.number:
            self._trust.unpack(self._scratch / _METADATA)
            raise BadVersionNumberError(f"{number} is before {self._trust.number}")
        self._number = number

    def _since(self) -> int:
        """Return the version of the root since which the keys of the targets stand, as far as it is known."""
        root = self._trusted.root
        for version in range(root.version - 1, self._first - 1, -1):
            path = self._scratch / _METADATA / ROOTS / f"{version}.root.json"
            before = Metadata[Root].from_bytes(path.read_bytes()).signed
            if _signs_targets(before) != _signs_targets(root):
                return version + 1
        return self._first

    def _prove_current(self) -> None:
        """See that nothing had run out when the newest timestamp was signed: the machine's clock may stand still."""
        trusted = self._trusted
        trusted.reference_time = self._time(signing_time(trusted.timestamp))
        for signed in (trusted.root, trusted.timestamp, trusted.snapshot, trusted.targets):
            if signed.is_expired(trusted.reference_time):
                raise ExpiredMetadataError(f"{signed.type} is expired")

    @contextmanager
    def _explained(self) -> Iterator[None]:
        """Turn what python-tuf refuses into an UpdateError. What it writes meanwhile, it writes to the scratch."""
        before, tempfile.tempdir = tempfile.tempdir, str(self._scratch)
        try:
            yield
        except (DownloadError, RepositoryError) as error:
            raise UpdateError(reason(error, self._source.name, self._trusted.reference_time)) from error
        finally:
            tempfile.tempdir = before


def _signs_targets(root: Root) -> tuple[int, frozenset[str]]:
    """Return how many keys have to sign targets, and which may."""
    role = root.roles[Targets.type]
    return role.threshold, frozenset(role.keyids)


def _published(target: TargetFile) -> date | None:
    custom = target.custom or {}
    try:
        return date.fromisoformat(str(custom[PUBLISHED]))
    except (LookupError, ValueError, TypeError):
        return None
