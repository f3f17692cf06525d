"""The engine: the program's own fonts, how dense a screen is believed to be, and the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QFont, QFontInfo, QGuiApplication

from kiosk import __version__, paths
from kiosk.app import Start, opened
from kiosk.config import Config, Display
from kiosk.qt import engine
from kiosk.qt.engine import FAMILY, USUAL_PIXELS_PER_MM, pixels_per_mm


def test_the_application_brings_its_own_fonts(qapp: QGuiApplication) -> None:
    """Text is set in the font made for people who see badly, whatever the machine has; and the symbols are there."""
    assert QFontInfo(qapp.font()).family() == FAMILY
    assert QFontInfo(QFont("Kiosk Symbols")).family() == "Kiosk Symbols"


def test_the_application_says_what_it_is(qapp: QGuiApplication) -> None:
    """A window list and a crash report name it."""
    assert (qapp.applicationName(), qapp.applicationVersion()) == ("send-kiosk", __version__)


def test_the_settings_know_best_how_dense_the_screen_is(qapp: QGuiApplication) -> None:
    """What an installer measured with a ruler is not questioned."""
    assert pixels_per_mm(Display(pixels_per_mm=7.25)) == 7.25


def test_a_screen_that_can_be_believed_is_believed(qapp: QGuiApplication) -> None:
    """Without a setting the screen is asked."""
    stated = qapp.primaryScreen().physicalDotsPerInch() / 25.4
    assert pixels_per_mm(Display()) == stated


@pytest.mark.parametrize("plausible", [(0.1, 0.2), (1000.0, 2000.0)], ids=["too dense", "too coarse"])
def test_a_screen_that_cannot_be_believed_is_taken_for_a_usual_one(
    qapp: QGuiApplication, monkeypatch: pytest.MonkeyPatch, plausible: tuple[float, float]
) -> None:
    """A television that claims to be as small as a stamp would have letters as high as a hand."""
    monkeypatch.setattr(engine, "PLAUSIBLE_PIXELS_PER_MM", plausible)
    assert pixels_per_mm(Display()) == USUAL_PIXELS_PER_MM


@pytest.mark.parametrize(
    ("inches", "pixels"),
    [(10, (1280, 800)), (15.6, (1920, 1080)), (21.5, (1080, 1920)), (43, (1920, 1080)), (43, (3840, 2160))],
)
def test_every_screen_from_10_to_43_inches_is_plausible(inches: float, pixels: tuple[int, int]) -> None:
    """No real screen for a kiosk is taken for a liar."""
    least, most = engine.PLAUSIBLE_PIXELS_PER_MM
    diagonal = (pixels[0] ** 2 + pixels[1] ** 2) ** 0.5
    assert least < diagonal / (inches * 25.4) < most


@pytest.mark.qt_log_ignore("failed to load component", 'No module named "Kiosk" found')
def test_a_window_that_cannot_be_made_is_an_error_that_says_where_to_look(
    qapp: QGuiApplication, tiny: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Without its QML the program ends at once, rather than showing nothing."""
    monkeypatch.setattr(paths, "UI", tmp_path)
    with pytest.raises(RuntimeError, match="the lines above say why"), opened(Start(Config(), tiny)):
        pass


def test_the_window_is_a_window_on_a_desk_and_the_whole_screen_in_a_kiosk(qapp: QGuiApplication, tiny: Path) -> None:
    """`windowed` decides."""
    for windowed in (True, False):
        with opened(Start(Config(), tiny, windowed=windowed)) as (_, window):
            whole = window.window.visibility() == window.window.Visibility.FullScreen
            assert whole is not windowed
