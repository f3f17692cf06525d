"""Renewal: the window's content is renewed while the kiosk runs, at the attract screen and never under a finger.

A release that waits is opened and read through off the screen's thread. Once nobody is there it takes the place of what
is shown; when its first frame has been painted it is proven, and what was shown before is let go of.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from kiosk.content.edition import Edition
from kiosk.content.kept import kept_first
from kiosk.content.language import ENGLISH
from kiosk.content.opening import open_first
from kiosk.content.release import Release
from kiosk.content.releases import Releases
from kiosk.content.store import ContentStore
from kiosk.domain.session import Session
from kiosk.errors import ContentError, UsageError
from kiosk.guide.dates import short_date
from kiosk.qt.session import SessionViewModel
from kiosk.qt.worker import Worker

EVERY = 60_000
"""Milliseconds between two looks for a release that waits: somebody may have put one there by hand."""
FIRST_FRAME = 1000
"""Milliseconds after which content that is shown without a complaint counts as seen."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Opened:
    """A release that was opened and read through; `edition` is None where that failed."""

    release: Release
    edition: Edition | None


class Renewal(QObject):
    """Renews a session's content from the releases on this machine."""

    def __init__(
        self, session: SessionViewModel, releases: Releases, bundled: Path, today: Callable[[], date], code: str
    ) -> None:
        """`bundled` is the content inside the program; `code` that of the authority of the settings."""
        super().__init__()
        self._bundled = bundled
        self._session = session
        self._releases = releases
        self._today = today
        self._code = code
        self._worker = Worker()
        self._looking = True  # until it has begun
        self._late = False
        self._waiting: Opened | None = None
        self._shown: Release | None = None
        self._timer = _timer(self.look, EVERY)
        self._soon = _timer(self._show, 0, once=True)
        self._moment = _timer(self._seen, FIRST_FRAME, once=True)
        session.screenChanged.connect(self._changed)
        session.gaveUp.connect(self._gave_up)

    def begin(self) -> None:
        """The first frame stands there: the release that it came from is proven, and another is looked for."""
        self._worker.run(self._prove_active, self._begun)

    def look(self) -> None:
        """Look for a release that waits, and open it; in a visit that is put off until it has ended."""
        if self._waiting is not None or self._shown is not None or self._looking:
            return
        self._late = self._session.session != Session()
        if not self._late:
            self._looking = True
            self._worker.run(self._open, self._opened)

    def is_looking(self) -> bool:
        """Say whether a look goes on."""
        return self._looking

    def close(self) -> None:
        """Stop; what was opened and not shown is closed."""
        for timer in (self._timer, self._soon, self._moment):
            timer.stop()
        self._session.screenChanged.disconnect(self._changed)
        self._session.gaveUp.disconnect(self._gave_up)
        self._worker.close()
        _close(self._waiting.edition if self._waiting else None)
        _close(self._session.settle())

    def _prove_active(self) -> None:
        with _logged():
            self._releases.prove()

    def _begun(self, _: None) -> None:
        self._timer.start()
        self._looking = False
        self.look()

    def _open(self) -> Opened | None:
        """Off the screen's thread: open what waits, and read all of it."""
        release = self._releases.staged()
        if release is None:
            return None
        try:
            store = ContentStore(release.database)
        except ContentError as error:
            return self._refused(release, error)
        try:
            store.verify()
            edition = Edition(store, self._code, self._today())
            _read_ahead(edition)
        except (ContentError, UsageError) as error:
            store.close()
            return self._refused(release, error)
        return Opened(release, edition)

    def _refused(self, release: Release, error: Exception) -> Opened:
        log.error("The release %s cannot be shown: %s", release.id, error)
        with _logged():
            self._releases.refuse(release)
        return Opened(release, None)

    def _opened(self, opened: Opened | None) -> None:
        self._looking = False
        if opened is not None and opened.edition is not None:
            self._waiting = opened
            self._show()

    def _changed(self) -> None:
        # Not at once: whoever changed the screen has not finished yet.
        if self._waiting is not None or self._late:
            self._soon.start()

    def _show(self) -> None:
        """Show what waits, if nobody is there; or look for it now."""
        waiting = self._waiting
        if self._session.session != Session():
            return
        if waiting is None:
            self.look()
            return
        self._waiting, self._shown = None, waiting.release
        self._session.open(waiting.edition)
        self._moment.start()

    def _seen(self) -> None:
        """The new content has been on the screen for a moment, and is still there."""
        shown = self._shown
        if shown is None:
            return
        self._worker.run(lambda: self._activate(shown), lambda _: self._settled())

    def _activate(self, release: Release) -> None:
        with _logged():
            self._releases.activate(release, proven=True)

    def _settled(self) -> None:
        self._shown = None
        _close(self._session.settle())

    def _gave_up(self) -> None:
        """What was shown could not be. What was before it is there again; else the last good one is opened."""
        shown, self._shown = self._shown, None
        if shown is not None:
            self._worker.run(lambda: self._refuse(shown), lambda _: None)
        elif not self._session.has_content():
            self._worker.run(self._open_last_good, self._reopened)

    def _refuse(self, release: Release) -> None:
        with _logged():
            self._releases.refuse(release)

    def _open_last_good(self) -> Edition | None:
        """Off the screen's thread: roll back, and open what is left. The program's own content failed for good."""
        if not self._releases.pointer.active:
            return None
        with _logged():
            self._releases.roll_back()
        return open_first(kept_first(self._releases, self._bundled), self._code, self._today())

    def _reopened(self, edition: Edition | None) -> None:
        if edition is not None:
            self._session.open(edition)


def _read_ahead(edition: Edition) -> None:
    """Read what the first screens will need, so that the screen's thread finds it there."""
    store = edition.store
    _ = (edition.responsible, edition.notice, edition.graph, edition.directory, store.published, store.languages())
    short_date(store.words(ENGLISH), store.published)


@contextmanager
def _logged() -> Iterator[None]:
    """Go on where releases cannot be written: what can be read is shown, and the next start tries again."""
    try:
        yield
    except OSError as error:
        log.error("The releases cannot be written: %s.", error.strerror)


def _timer(act: Callable[[], None], milliseconds: int, once: bool = False) -> QTimer:
    timer = QTimer()
    timer.setInterval(milliseconds)
    timer.setSingleShot(once)
    timer.timeout.connect(act)
    return timer


def _close(edition: Edition | None) -> None:
    if edition is not None:
        edition.store.close()
