"""The client of a central file: what it offers, verified by python-tuf, and fetching it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from tuf.api.exceptions import DownloadError, RepositoryError
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater, UpdaterConfig

from kiosk.errors import ConfigError, UpdateError
from kiosk.updates.naming import PUBLISHED
from kiosk.updates.reasons import reasons
from kiosk.updates.source import Source
from kiosk.updates.trust import Trust

MOST_TIMESTAMP = 16384
"""Bytes."""
_METADATA = "metadata"
_HASH = "sha256"


@dataclass(frozen=True)
class Offer:
    """The content that a central file offers, signed; the numbers are versions of its root and of its targets."""

    target: TargetFile
    root: int
    targets: int
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
    """One look at a central file. `scratch` is an empty folder for python-tuf; `now` is the time to go by."""

    def __init__(self, source: Source, root: bytes, trust: Trust, scratch: Path, now: datetime) -> None:
        """Begin with the trust that is kept. Raises ConfigError where the root of the settings is none."""
        self._source = source
        self._now = now
        self._trust = trust
        self._scratch = scratch
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
            raise ConfigError(f"The trusted root is none, or damaged ({error}). Ask the publisher for it.") from error
        # python-tuf knows no other way to be told the time; tests see to it that it goes by this one.
        self._updater._trusted_set.reference_time = now

    def is_unchanged(self) -> bool:
        """Look at the timestamp alone: whether it is, byte for byte, the one that all trusted content came with.

        One that has run out is not enough, whoever still shows it.
        """
        if not self._trust.whole or self._trust.expires <= self._now:
            return False
        with reasons(self._source.name, self._now):
            url = f"{self._source.metadata}timestamp.json"
            return self._source.fetcher.download_bytes(url, MOST_TIMESTAMP) == self._trust.timestamp

    def look(self, target: str) -> Offer:
        """Return what is offered under a name. Raises UpdateError, saying why, where nothing can be trusted."""
        with reasons(self._source.name, self._now):
            self._updater.refresh()
            found = self._updater.get_targetinfo(target)
        if found is None or _HASH not in found.hashes:
            raise UpdateError(f"{self._source.name} has no content that this program can read ({target}).")
        trusted = self._updater._trusted_set
        return Offer(found, trusted.root.version, trusted.targets.version, _published(found))

    def fetch(self, offer: Offer) -> Path:
        """Return the content, fetched and verified. Raises UpdateError where it is not what was signed."""
        with reasons(self._source.name, self._now):
            try:
                return Path(self._updater.download_target(offer.target, str(self._scratch / "fetched.db")))
            except OSError as error:
                raise DownloadError(str(error)) from error

    def trust(self, offer: Offer | None) -> Trust:
        """Return what is trusted now; without an offer, as far as it could be verified."""
        return self._trust.packed(self._scratch / _METADATA, offer.sha256 if offer else "")


def _published(target: TargetFile) -> date:
    custom = target.custom or {}
    try:
        return date.fromisoformat(str(custom[PUBLISHED]))
    except (LookupError, ValueError, TypeError) as error:
        raise UpdateError("The content that is offered does not say its date. Publish it again.") from error
