"""Draw every control in every contrast, text size, screen and direction: `python -m tests.ui.gallery OUT_DIR`."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")

from PySide6.QtCore import QEventLoop, QMetaObject, Qt, QUrl
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtQuick import QQuickView
from PySide6.QtTest import QTest

from kiosk.qt.codes import SCHEME, CodeImageProvider, code_address, code_of

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:SENDIASS Stoke-on-Trent\nTEL:01782234701\nEMAIL:iass@stoke.gov.uk\nEND:VCARD"
SCENES = ("Attract", "Question", "Outcome", "Service", "Date", "Controls", "StillThere")


@dataclass(frozen=True)
class Screen:
    """A window a kiosk has: its size in pixels, and how many of them an inch holds."""

    width: int
    height: int
    ppi: float


PORTRAIT = Screen(1080, 1920, 102)
LANDSCAPE = Screen(1920, 1080, 102)
LAPTOP = Screen(1366, 768, 100)
SCREENS = {"portrait": PORTRAIT, "landscape": LANDSCAPE, "laptop": LAPTOP}


@dataclass(frozen=True)
class Look:
    """What a visitor and an installer can choose."""

    screen: Screen = PORTRAIT
    scale: float = 1.0
    contrast: str = "standard"
    mirrored: bool = False


def load_fonts() -> None:
    """Load the fonts the kiosk carries, as the kiosk does."""
    for font in sorted((ROOT / "resources" / "fonts").glob("*.ttf")):
        assert QFontDatabase.addApplicationFont(str(font)) >= 0, font


def open_view(source: Path, look: Look, values: dict[str, object]) -> QQuickView:
    """Show a QML file in a window of the look's size."""
    QGuiApplication.setLayoutDirection(
        Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    )
    view = QQuickView()
    view.engine().addImportPath(str(ROOT / "ui"))
    view.engine().addImageProvider(SCHEME, CodeImageProvider())
    theme = view.engine().singletonInstance("Kiosk.Theme", "Theme")
    assert theme is not None
    theme.setProperty("pixelsPerMm", look.screen.ppi / 25.4)
    theme.setProperty("textScale", look.scale)
    theme.setProperty("contrast", look.contrast)
    theme.setProperty("windowWidth", look.screen.width)
    theme.setProperty("windowHeight", look.screen.height)
    view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
    view.resize(look.screen.width, look.screen.height)
    view.setInitialProperties(values)
    view.setSource(QUrl.fromLocalFile(str(source)))
    assert view.status() == QQuickView.Status.Ready, view.errors()
    view.show()
    view.requestActivate()
    return view


def code_values() -> dict[str, object]:
    """Return where QML finds a contact card as a code, and how many modules it has a side."""
    return {"code": code_address(CARD), "modules": code_of(CARD).modules}


def draw(name: str, out: Path, scene: str, look: Look, pages: int = 0, tabs: int = 0, **values: object) -> None:
    """Write one picture, after some touches of More and of Tab."""
    view = open_view(HERE / "Gallery.qml", look, {"scene": scene, **code_values(), **values})
    QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    for _ in range(pages):
        QMetaObject.invokeMethod(view.rootObject(), "more")
    for _ in range(tabs):
        QTest.keyClick(view, Qt.Key.Key_Tab)
    view.grabWindow().save(str(out / f"{name}.png"))
    view.close()
    view.deleteLater()


def draw_all(out: Path, scenes: tuple[str, ...]) -> None:
    """Write every picture of the scenes."""
    for scene in scenes:
        for screen_name, screen in SCREENS.items():
            for scale in (0.85, 1.0, 1.3, 1.6):
                name = f"{scene}-{screen_name}-{scale}"
                draw(name, out, scene, Look(screen, scale))
                draw(f"{name}-long", out, scene, Look(screen, scale), longWords=True)
        for contrast in ("high", "dark"):
            draw(f"{scene}-{contrast}", out, scene, Look(contrast=contrast))
        draw(f"{scene}-mirrored", out, scene, Look(mirrored=True))
        draw(f"{scene}-laptop-mirrored", out, scene, Look(LAPTOP, mirrored=True))


def main() -> None:
    """Draw into the folder named on the command line; further words name the scenes wanted."""
    app = QGuiApplication(sys.argv)
    load_fonts()
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    draw_all(out, tuple(sys.argv[2:]) or SCENES)
    del app


if __name__ == "__main__":
    main()
