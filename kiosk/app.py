"""The composition root: makes each part once, connects them, runs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.config import USB, Config
from kiosk.content.opening import open_first
from kiosk.errors import ContentError
from kiosk.qt.engine import KioskWindow, application, pixels_per_mm
from kiosk.qt.inactivity import Inactivity
from kiosk.qt.log import LastResort, qt_messages_to_log
from kiosk.qt.session import SessionViewModel

if TYPE_CHECKING:
    from kiosk.qt.renewal import Renewal
    from kiosk.qt.tour import Layout


@dataclass(frozen=True)
class Start:
    """How the kiosk was asked to start. `as_of` fixes the day; None means the clock's.

    `keeps` says that it shows, and keeps right, the content that was fetched for this machine.
    """

    config: Config
    content: Path | None = None
    as_of: date | None = None
    windowed: bool = False
    keeps: bool = False

    def today(self) -> date:
        """Return the day that everything is shown as of."""
        return self.as_of or date.today()

    @property
    def releases(self) -> Path | None:
        """Where content that was fetched is kept; None where the content is given and never changes."""
        if not self.keeps or self.content is not None or self.config.content.database:
            return None
        return Path(self.config.updates.releases or paths.releases())

    def databases(self) -> Iterator[Path]:
        """Yield the content to try, best first; the bundled one is last."""
        given = (self.content, Path(self.config.content.database) if self.config.content.database else None)
        yield from (path for path in given if path is not None)
        if self.releases is not None and self.releases.is_dir():
            from kiosk.content.kept import kept_first  # most kiosks' first start needs it not
            from kiosk.content.releases import Releases

            yield from kept_first(Releases(self.releases), paths.content_database())
        else:
            yield paths.content_database()


@contextmanager
def opened(start: Start, pixels: float | None = None) -> Iterator[tuple[SessionViewModel, KioskWindow]]:
    """Open the kiosk's window on its content, and take it down again. `pixels` are those of a millimetre, if known."""
    edition = open_first(start.databases(), start.config.kiosk.authority, start.today())
    spans = start.config.inactivity
    inactivity = Inactivity(spans.idle_seconds, spans.warning_seconds)
    scale = pixels or pixels_per_mm(start.config.display)
    session = SessionViewModel(edition, start.config, start.today, inactivity, scale)
    window = KioskWindow(session, start.windowed)
    try:
        yield session, window
    finally:
        window.close()
        session.close()


def run(start: Start, on_first_frame: Callable[[], None] | None = None) -> int:
    """Run the kiosk until it is closed; return the exit code."""
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    logging.getLogger("kiosk").setLevel(logging.INFO)
    qt_messages_to_log()
    app = application(start.config.display)
    with opened(start) as (session, window), ExitStack() as upkeep:
        LastResort(session.startAgain, lambda: app.exit(1)).install()
        window.prepare_soon(lambda: upkeep.enter_context(keeping_right(start, session)))
        if on_first_frame is not None:
            window.at_first_frame(on_first_frame)
        code = app.exec()
    if code == 0 and start.releases is not None and start.releases.is_dir():
        _prove(start.releases)  # it was closed by somebody who saw it, however soon
    return code


def _prove(folder: Path) -> None:
    from kiosk.content.releases import Releases

    with suppress(OSError):  # said in the log already, when it could not be written at the start
        Releases(folder).prove()


@contextmanager
def keeping_right(start: Start, session: SessionViewModel) -> Iterator[Renewal | None]:
    """Keep the content of an open window right: new releases are shown, and the source of the settings is watched."""
    if start.releases is None:
        yield None
        return
    from kiosk.content.releases import Releases  # not needed for the first frame
    from kiosk.qt.renewal import Renewal

    releases, code = Releases(start.releases), start.config.kiosk.authority
    renewal = Renewal(session, releases, paths.content_database(), start.today, code)
    renewal.begin()
    try:
        with updating(start.config, session, renewal):
            yield renewal
    finally:
        renewal.close()


@contextmanager
def updating(settings: Config, session: SessionViewModel, renewal: Renewal) -> Iterator[None]:
    """Look at the source of the settings every hour; where that is a stick, whenever one is brought."""
    if not settings.updates.source:
        yield
        return
    from kiosk.qt.sticks import Sticks
    from kiosk.qt.updating import Updating
    from kiosk.updates.sticks import places

    updating = Updating(update_command(settings))
    updating.ended.connect(renewal.look)
    sticks = Sticks(places(settings.updates.sticks), updating, session.for_staff)
    if settings.updates.source == USB:
        sticks.begin()
    else:
        updating.begin(settings.updates.source)
    try:
        yield
    finally:
        sticks.close()
        updating.close()


def update_command(settings: Config) -> list[str]:
    """Return the command that looks at a source for this kiosk, but for the source."""
    given = settings.updates
    named = {"root": given.root, "releases": given.releases, "sticks": given.sticks}
    named["authority"] = settings.kiosk.authority
    options = [f"--{name}={value}" for name, value in named.items() if value]
    return [*paths.program(), "update", "--json", "--beside", *options]


def tour(start: Start, folder: Path, layouts: Sequence[Layout]) -> int:
    """Draw every screen of sample journeys into a folder; return the number of pictures.

    Raises ContentError where there is no content; the log says why.
    """
    from kiosk.qt.tour import Album  # not needed for the first frame

    app = application(start.config.display)
    album = Album(folder)
    for layout in layouts:
        with opened(start, layout.pixels_per_mm) as (session, window):
            if not session.has_content():
                raise ContentError("There is no content to draw, so no picture was made.")
            album.draw(layout, session, window.window, start.today())
    album.write_index()
    app.processEvents()
    return len(album)
