"""A refresh: one look at the central file. New content is fetched, checked, and kept as a release that waits.

It runs in a process of its own, so that neither the screen's thread nor its memory ever feels it, and nothing that goes
wrong here can harm what is shown.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum
from functools import partial
from hashlib import sha256
from pathlib import Path

from filelock import FileLock, Timeout
from tuf.api.exceptions import RepositoryError

from kiosk import paths
from kiosk.config import Config
from kiosk.content.database import SCHEMA_VERSION
from kiosk.content.recheck import check_database
from kiosk.content.release import Number
from kiosk.content.releases import Releases
from kiosk.content.store import ContentStore
from kiosk.disk import Disk
from kiosk.errors import ConfigError, ContentError, UpdateError
from kiosk.updates.client import Client, Offer
from kiosk.updates.clock import time_to_go_by
from kiosk.updates.naming import target_name
from kiosk.updates.root import read_root
from kiosk.updates.source import Source, open_source
from kiosk.updates.trust import Trust, keep_trust, read_trust

LOCK = "update.lock"
ROOM = 3
"""Times its size: what content needs on the disk while it is fetched, copied and kept."""
MB = 1_000_000
STAYS = "The content stays as it is."


class Result(StrEnum):
    """What came of a refresh."""

    NEW = "new"
    SAME = "same"


@dataclass(frozen=True)
class Refreshed:
    """What came of a refresh, and the date of the content that is here now or waits; and what else there is to say."""

    result: Result
    published: date
    besides: str = ""

    def __str__(self) -> str:
        """Say it in a sentence."""
        day = _in_words(self.published)
        if self.result is Result.SAME:
            said = f"There is nothing new: the content of {day} is the newest."
        else:
            said = f"The content of {day} is here and was checked. It is shown as soon as nobody is at the screen."
        return f"{said} {self.besides}".rstrip()


@dataclass(frozen=True)
class Refresh:
    """What a refresh needs. `bundled` is the content inside the program; `clock` is the machine's."""

    releases: Releases
    root: bytes
    bundled: Path
    authority: str = ""
    clock: Callable[[], datetime] = lambda: datetime.now(UTC)
    disk: Disk = field(default_factory=Disk)
    open: Callable[[str], AbstractContextManager[Source]] = open_source

    @property
    def publisher(self) -> str:
        """Whose content is taken: the SHA-256 of the trusted root."""
        return sha256(self.root).hexdigest()

    def run(self, written: str) -> Refreshed:
        """Look at a source once. Raises UpdateError with why nothing could be taken; the content stays then."""
        self._disk_is_there()
        try:
            with FileLock(self.releases.folder / LOCK, timeout=0), self.open(written) as source:
                return self._look(source)
        except Timeout as error:
            raise UpdateError(f"Another update is going on in {self.releases.folder}. Try again later.") from error
        except OSError as error:
            reason = error.strerror or str(error)
            raise UpdateError(
                f"{self.releases.folder} cannot be written: {reason}. Make room, or put it right."
            ) from error

    def _disk_is_there(self) -> None:
        try:
            self.disk.make_folder(self.releases.folder)
        except OSError as error:
            raise UpdateError(
                f"{self.releases.folder} cannot be made: {error.strerror}. Content that is fetched is kept there."
            ) from error

    def _look(self, source: Source) -> Refreshed:
        self.releases.tidy()  # an update that was broken off left that undone
        scratch = self.releases.start_work()
        trust = read_trust(self.releases.folder)
        time = partial(time_to_go_by, self.clock(), self._built)
        client = Client(source, self.root, trust, scratch, time)
        newest = self.releases.newest()
        here = newest.sha256 if newest else self._bundled_hash()
        if here == trust.content and client.is_unchanged():
            return Refreshed(Result.SAME, newest.published if newest else self._built)
        offer = self._offer(client, trust)
        return self._take(source, client, offer)

    def _offer(self, client: Client, trust: Trust) -> Offer:
        """Return what is offered; what was verified on the way is kept, whether all of it could be or not."""
        offer = None
        try:
            offer = client.look(target_name(SCHEMA_VERSION))
        finally:
            known = client.trust(offer)
            if known != trust:
                keep_trust(self.releases.folder, known, self.disk)
        return offer

    def _take(self, source: Source, client: Client, offer: Offer) -> Refreshed:
        newest = self.releases.newest()
        number, whose = Number(*offer.number), self.publisher
        if newest is not None and newest.sha256 == offer.sha256:
            return Refreshed(Result.SAME, newest.published)
        if newest is None and offer.sha256 == self._bundled_hash():
            return Refreshed(Result.SAME, offer.published)
        if newest is not None and newest.trust == whose and number <= newest.number:
            raise UpdateError(
                f"What {source.name} holds is older than what this kiosk has had already. Use the newest."
            )
        if offer.published < self._built:
            raise UpdateError(
                f"The content of {source.name} is of {_in_words(offer.published)}, older than that inside the program, "
                f"of {_in_words(self._built)}. Ask the publisher for newer content."
            )
        if self.releases.is_refused(offer.sha256):
            raise UpdateError(f"The content of {source.name} could not be shown on this kiosk before. Wait for newer.")
        self._prove_room(offer.length)
        fetched = client.fetch(offer)
        self._prove(fetched, source.name)
        self.releases.stage(fetched, number, offer.published, offer.sha256, whose)
        self.releases.tidy()
        return Refreshed(Result.NEW, offer.published)

    def _prove_room(self, length: int) -> None:
        free = shutil.disk_usage(self.releases.folder).free
        if free < ROOM * length:
            raise UpdateError(
                f"The disk is too full: {self.releases.folder} has {free // MB} MB free, and new content takes "
                f"{-(-ROOM * length // MB)} MB. Make room."
            )

    def _prove(self, fetched: Path, name: str) -> None:
        """See that content may be shown here: it is whole, right by every rule, and knows this council."""
        try:
            problems = check_database(fetched, self.clock().date(), self.authority).problems
        except ContentError as error:
            said = str(error).replace(str(fetched), "it")
            raise UpdateError(f"The content of {name} is signed, but not right: {said}") from error
        if problems:
            more = f" And {len(problems) - 1} more." if len(problems) > 1 else ""
            first = f"{problems[0].place}: {problems[0].message}"  # the file is one that nobody else sees
            raise UpdateError(f"The content of {name} is signed, but not right: {first}{more}")

    @property
    def _built(self) -> date:
        """The day of the content inside the program; the first of all days where there is none."""
        try:
            with ContentStore(self.bundled) as store:
                return store.published
        except ContentError:
            return date.min

    def _bundled_hash(self) -> str:
        return sha256(self.bundled.read_bytes()).hexdigest() if self.bundled.is_file() else ""


def _in_words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def refresh_for(settings: Config) -> Refresh:
    """Return what these settings need for a refresh. Raises ConfigError where there is no root to trust."""
    return Refresh(
        Releases(Path(settings.updates.releases or paths.releases())),
        _root(settings.updates.root),
        paths.content_database(),
        settings.kiosk.authority,
    )


def _root(written: str) -> bytes:
    path = Path(written or paths.TRUSTED_ROOT)
    try:
        data = path.read_bytes()
        read_root(data)
    except OSError as error:
        asked = 'Ask the publisher for root.json and write [updates] root = "root.json" in the settings.'
        raise ConfigError(f"{path}: the trusted root cannot be read: {error.strerror}. {asked}") from error
    except RepositoryError as error:
        asked = "Ask the publisher for root.json."
        raise ConfigError(f"{path}: this is no trusted root, or it is damaged ({error}). {asked}") from error
    return data
