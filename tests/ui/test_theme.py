"""The theme: contrast of every pair of colours, sizes in millimetres, text large enough for its distance."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtQml import QQmlEngine

from tests.ui.gallery import ROOT, SCREENS, Screen

UI = ROOT / "ui" / "Kiosk"
CONTRASTS = ("standard", "high", "dark")
CAPITAL = 0.668


@pytest.fixture
def theme(qapp: QGuiApplication) -> Iterator[QObject]:
    """The theme of a fresh engine."""
    engine = QQmlEngine()
    engine.addImportPath(str(ROOT / "ui"))
    theme = engine.singletonInstance("Kiosk.Theme", "Theme")
    assert isinstance(theme, QObject)
    yield theme
    shiboken6.delete(engine)


def luminance(color: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(color.redF()), linear(color.greenF()), linear(color.blueF())
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def ratio(first: QColor, second: QColor) -> float:
    light, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def too_faint(theme: QObject, contrast: str, pairs: str, least: float) -> dict[str, float]:
    """Return the declared pairs of a palette that do not reach a ratio."""
    theme.setProperty("contrast", contrast)
    ratios = {pair: ratio(*(theme.property(each) for each in pair.split("/"))) for pair in theme.property(pairs)}
    assert len(ratios) > 15
    return {pair: round(found, 2) for pair, found in ratios.items() if found < least}


@pytest.mark.parametrize("contrast", CONTRASTS)
def test_every_text_stands_out_seven_to_one(theme: QObject, contrast: str) -> None:
    assert too_faint(theme, contrast, "textPairs", 7) == {}


@pytest.mark.parametrize("contrast", CONTRASTS)
def test_every_shape_that_means_something_stands_out_three_to_one(theme: QObject, contrast: str) -> None:
    assert too_faint(theme, contrast, "shapePairs", 3) == {}


def test_high_contrast_is_black_and_white(theme: QObject) -> None:
    theme.setProperty("contrast", "high")
    assert ratio(theme.property("text"), theme.property("surface")) == pytest.approx(21)


def test_every_colour_is_in_some_pair(theme: QObject) -> None:
    """So that none can be chosen without being measured."""
    declared = set(re.findall(r"required property color (\w+)", (UI / "Theme" / "Colors.qml").read_text()))
    measured = {
        each for pairs in ("textPairs", "shapePairs") for pair in theme.property(pairs) for each in pair.split("/")
    }
    assert declared - measured == {"canBorder"}  # a border the colour of its own ground, but in high contrast


@pytest.mark.parametrize("contrast", CONTRASTS)
def test_a_code_is_black_on_white_in_every_contrast(theme: QObject, contrast: str) -> None:
    theme.setProperty("contrast", contrast)
    assert theme.property("qrDark") == QColor("#000000")
    assert theme.property("qrLight") == QColor("#ffffff")


@pytest.mark.parametrize("distance", [400, 500, 600, 700])
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_a_capital_letter_subtends_seven_tenths_of_a_degree(theme: QObject, screen: Screen, distance: int) -> None:
    theme.setProperty("pixelsPerMm", screen.ppi / 25.4)
    theme.setProperty("viewingDistance", distance)
    height = theme.property("body") * CAPITAL / (screen.ppi / 25.4)
    assert math.degrees(2 * math.atan(height / 2 / distance)) >= 0.7


@pytest.mark.parametrize("scale", [0.85, 1.0, 1.3, 1.6])
@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_sizes_keep_their_order(theme: QObject, screen: Screen, scale: float) -> None:
    theme.setProperty("windowWidth", screen.width)
    theme.setProperty("windowHeight", screen.height)
    theme.setProperty("textScale", scale)
    sizes = [theme.property(each) for each in ("small", "body", "lead", "title", "display")]
    assert sizes == sorted(sizes)
    assert sizes[0] >= 0.85 * sizes[1]


def test_targets_are_never_smaller_than_stated(theme: QObject) -> None:
    for pixels_per_mm in (2.7, 3.937, 4.016, 5.55):
        theme.setProperty("pixelsPerMm", pixels_per_mm)
        assert theme.property("target") >= 20 * pixels_per_mm
        assert theme.property("mainActionHeight") >= 25 * pixels_per_mm
        assert theme.property("mainActionWidth") >= 60 * pixels_per_mm


def qml_outside_the_theme() -> list[Path]:
    return [path for path in sorted(UI.rglob("*.qml")) if path.parent.name != "Theme"]


def test_there_is_no_colour_outside_the_theme() -> None:
    colour = re.compile(r"\"#[0-9a-fA-F]{3,8}\"|\bQt\.rgba\b|color: *\"(?!transparent)")
    assert [path.name for path in qml_outside_the_theme() if colour.search(path.read_text())] == []


def test_there_is_no_size_in_pixels_outside_the_theme() -> None:
    size = re.compile(
        r"^\s*\w*(?:pixelSize|[wW]idth|[hH]eight|[mM]argins?|[pP]adding|spacing|radius): *(?:[2-9]|\d\d+)\b", re.M
    )
    found = {path.name: size.findall(path.read_text()) for path in qml_outside_the_theme()}
    assert {name: lines for name, lines in found.items() if lines} == {}
