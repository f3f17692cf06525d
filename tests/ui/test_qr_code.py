"""A code on the screen: read from real pictures of it, in every contrast and size."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QGuiApplication, QImage

from tests.ui.gallery import CARD, SCREENS, Look, Screen
from tests.ui.stage import gallery, items


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> None:
    """Every test here shows windows."""


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
@pytest.mark.parametrize("contrast", ["standard", "high", "dark"])
def test_a_phone_reads_it(screen: Screen, contrast: str) -> None:
    with gallery("Code", Look(screen, contrast=contrast)) as view:
        image = view.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
        width, height, stride = image.width(), image.height(), image.bytesPerLine()
        picture = Image.frombuffer("RGB", (width, height), bytes(image.constBits()), "raw", "RGB", stride)
        assert [found.text for found in zxingcpp.read_barcodes(picture)] == [CARD]


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_every_module_is_a_whole_number_of_pixels_and_large_enough(screen: Screen) -> None:
    with gallery("Code", Look(screen)) as view:
        code = next(item for item in items(view.rootObject()) if item.metaObject().indexOfProperty("modulePixels") >= 0)
        pixels = code.property("modulePixels")
        assert code.width() == code.property("modules") * pixels + 2 * code.property("frame")
        assert pixels / (screen.ppi / 25.4) >= 1.48
