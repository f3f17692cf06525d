"""The Qt application, its fonts, and the window with its one object."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

import shiboken6
from PySide6.QtCore import QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

from kiosk import __version__, paths
from kiosk.config import Display
from kiosk.qt.codes import SCHEME, CodeImageProvider
from kiosk.qt.session import SessionViewModel
from kiosk.qt.translator import Interpreter

FAMILY = "Atkinson Hyperlegible Next"
MM_PER_INCH = 25.4
PLAUSIBLE_PIXELS_PER_MM = (1.5, 16.0)
"""From a 43-inch screen read across a room to a dense tablet; a screen that claims anything else is not believed."""
SOON = 300
"""Milliseconds: after the first frame, and before anybody has read it."""
USUAL_PIXELS_PER_MM = 96 / MM_PER_INCH


def application(display: Display) -> QGuiApplication:
    """Return the one application, with its fonts; the first call makes it."""
    made = QGuiApplication.instance()
    if isinstance(made, QGuiApplication):
        return made
    if display.renderer == "software":
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
    QGuiApplication.setApplicationName("send-kiosk")
    QGuiApplication.setApplicationVersion(__version__)
    app = QGuiApplication(sys.argv[:1])
    for font in sorted((paths.RESOURCES / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    app.setFont(QFont(FAMILY))
    return app


def pixels_per_mm(display: Display) -> float:
    """Return the pixels in a millimetre: from the settings, else as the screen says, where that can be believed."""
    if display.pixels_per_mm:
        return display.pixels_per_mm
    stated = QGuiApplication.primaryScreen().physicalDotsPerInch() / MM_PER_INCH
    least, most = PLAUSIBLE_PIXELS_PER_MM
    return stated if least <= stated <= most else USUAL_PIXELS_PER_MM


class KioskWindow:
    """The window on a session's view model. `close` takes the engine down; only then may the application go."""

    def __init__(self, session: SessionViewModel, windowed: bool) -> None:
        self._load(session, "Main", {"session": session, "windowed": windowed})
        self.window.installEventFilter(session)

    def _load(self, session: SessionViewModel, component: str, properties: Mapping[str, object]) -> None:
        self._session = session
        self._engine = QQmlApplicationEngine()
        self._engine.addImportPath(str(paths.UI))
        self._engine.addImageProvider(SCHEME, CodeImageProvider())
        self._engine.setInitialProperties(dict(properties))
        self._engine.loadFromModule("Kiosk", component)
        if not self._engine.rootObjects():
            raise RuntimeError("the window's QML cannot be loaded; the lines above say why")
        self.window: QQuickWindow = self._engine.rootObjects()[0]  # type: ignore[assignment]
        self._interpreter = Interpreter(session, self._engine)

    def prepare_soon(self, then: Callable[[], object]) -> None:
        """Once the attract screen stands there, load what the first touches will need, and go on."""

        def prepare() -> None:
            self._session.prepare()
            then()

        QTimer.singleShot(SOON, prepare)

    def at_first_frame(self, act: Callable[[], None]) -> None:
        """Act once the first frame has been painted, and stop the application."""
        from PySide6.QtCore import Qt  # the namespace costs the first frame 15 ms

        def painted() -> None:
            act()
            QGuiApplication.quit()

        # With a renderer in a thread of its own, a second frame may be on its way already.
        self.window.frameSwapped.connect(painted, Qt.ConnectionType.SingleShotConnection)

    def close(self) -> None:
        """Take the window down."""
        self.window.removeEventFilter(self._session)
        self.window.close()
        del self.window
        shiboken6.delete(self._engine)
