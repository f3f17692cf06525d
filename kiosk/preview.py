"""The composition of the preview: makes each part once, connects them, runs."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.config import Config
from kiosk.content.scratch import scratch_folder
from kiosk.qt.engine import application
from kiosk.qt.interruption import ended_by_signals
from kiosk.qt.log import LastResort, qt_messages_to_log
from kiosk.qt.preview.lookout import Lookout
from kiosk.qt.preview.reader import Reader
from kiosk.qt.preview.stage import ShownDay, Stage
from kiosk.qt.preview.view_model import PreviewViewModel
from kiosk.qt.preview.window import USUAL_PIXELS_PER_MM, Patience, PreviewWindow
from kiosk.qt.session import SessionViewModel


@dataclass(frozen=True)
class Desk:
    """How the preview was asked to start. `as_of` fixes the day; None means the clock's.

    `reading` are the words that start the program that reads; None means this one.
    """

    data: Path
    config: Config
    as_of: date | None = None
    reading: Sequence[str] | None = None


@contextmanager
def opened(desk: Desk) -> Iterator[tuple[PreviewViewModel, SessionViewModel, PreviewWindow]]:
    """Open the window, follow the data folder, and take both down again, with every file that was made for them."""
    spans, day = desk.config.inactivity, ShownDay(desk.as_of)
    pixels = desk.config.display.pixels_per_mm or USUAL_PIXELS_PER_MM
    patience = Patience(spans.idle_seconds, spans.warning_seconds)
    with scratch_folder() as scratch:
        session = SessionViewModel(None, desk.config, day, patience, pixels)
        stage = Stage(session, desk.config.kiosk.authority, day)
        lookout, reader = Lookout(desk.data), Reader(desk.data, desk.reading)
        preview = PreviewViewModel(desk.data, session, stage, day, lookout, reader, scratch)
        window = PreviewWindow(preview, session)
        try:
            lookout.start()
            yield preview, session, window
        finally:
            lookout.stop()
            reader.stop()
            window.close()
            stage.close()


def preview(desk: Desk) -> int:
    """Run the preview until its window is closed; return the exit code."""
    logging.basicConfig(stream=sys.stderr, format="%(levelname)s %(name)s: %(message)s")
    qt_messages_to_log()
    app = application(desk.config.display)
    with opened(desk) as (_, session, _), ended_by_signals(app):
        LastResort(session.startAgain, lambda: app.exit(1)).install()
        return app.exec()
