"""The composition root: makes each part once, connects them, runs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk import paths
from kiosk.config import Config
from kiosk.content.opening import open_first
from kiosk.qt.engine import KioskWindow, application, pixels_per_mm
from kiosk.qt.inactivity import Inactivity
from kiosk.qt.log import LastResort, qt_messages_to_log
from kiosk.qt.session import SessionViewModel

if TYPE_CHECKING:
    from kiosk.qt.tour import Layout


@dataclass(frozen=True)
class Start:
    """How the kiosk was asked to start. `as_of` fixes the day; None means the clock's."""

    config: Config
    content: Path | None = None
    as_of: date | None = None
    windowed: bool = False

    def today(self) -> date:
        """Return the day that everything is shown as of."""
        return self.as_of or date.today()

    def databases(self) -> list[Path]:
        """Return the content to try, best first; the bundled one is last."""
        configured = Path(self.config.content.database) if self.config.content.database else None
        return [path for path in (self.content, configured, paths.content_database()) if path is not None]


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
        if edition is not None:
            edition.store.close()


def run(start: Start, on_first_frame: Callable[[], None] | None = None) -> int:
    """Run the kiosk until it is closed; return the exit code."""
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    qt_messages_to_log()
    app = application(start.config.display)
    with opened(start) as (session, window):
        LastResort(session.startAgain, lambda: app.exit(1)).install()
        window.prepare_soon()
        if on_first_frame is not None:
            window.at_first_frame(on_first_frame)
        return app.exec()


def tour(start: Start, folder: Path, layouts: Sequence[Layout]) -> int:
    """Draw every screen of sample journeys into a folder; return the number of pictures."""
    from kiosk.qt.tour import Album  # not needed for the first frame

    app = application(start.config.display)
    album = Album(folder)
    for layout in layouts:
        with opened(start, layout.pixels_per_mm) as (session, window):
            album.draw(layout, session, window.window, start.today())
    album.write_index()
    app.processEvents()
    return len(album)
