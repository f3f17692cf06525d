"""The preview's window: the kiosk with the panel beside it."""

from __future__ import annotations

from kiosk.qt.engine import MM_PER_INCH, KioskWindow
from kiosk.qt.inactivity import Inactivity
from kiosk.qt.preview.view_model import PreviewViewModel
from kiosk.qt.session import SessionViewModel

USUAL_PIXELS_PER_MM = 102 / MM_PER_INCH
"""Of a 21.5-inch portrait screen, 1080 pixels wide: what is shown where the settings name no other density."""


class PreviewWindow(KioskWindow):
    """The window on a preview's view model. `close` takes the engine down; only then may the application go."""

    def __init__(self, preview: PreviewViewModel, session: SessionViewModel) -> None:
        self._load(session, "Preview", {"preview": preview})


class Patience(Inactivity):
    """Waits for ever: who edits for an hour has not gone away."""

    def touched(self) -> None:
        """Count nothing."""
