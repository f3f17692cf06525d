"""Codes: QML is given an address, and under it finds at once the picture that a camera reads."""

from __future__ import annotations

import zxingcpp
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.qt.codes import SCHEME, CodeImageProvider, code_address, code_of

WORDS = "BEGIN:VCARD\r\nFN:Für “Ängste” & Nöte ☎\r\nEND:VCARD"


def picture_at(address: str) -> QImage:
    """Return what QML is given for an address."""
    scheme, _, name = address.partition("://")[2].partition("/")
    assert scheme == SCHEME
    return CodeImageProvider().requestImage(name, QSize(), QSize())


def test_the_address_leads_to_a_code_that_holds_the_text() -> None:
    """Every letter comes back, those outside ASCII too."""
    small = picture_at(code_address(WORDS))
    large = QImage(small.width() * 6, small.width() * 6, QImage.Format.Format_Grayscale8)
    painter = QPainter(large)
    painter.drawImage(large.rect(), small)
    painter.end()
    assert [code.bytes.decode() for code in zxingcpp.read_barcodes(large)] == [WORDS]


def test_a_module_is_a_square_of_whole_pixels() -> None:
    """As many modules as the screen is told stand side by side in the picture."""
    picture = picture_at(code_address(WORDS))
    assert picture.width() == picture.height()
    assert picture.width() % code_of(WORDS).modules == 0


def test_an_address_is_one_word_of_plain_letters() -> None:
    """Nothing in the text can be taken for a part of an address."""
    address = code_address("a/b?c=d#e%20&" + "\u00ff" * 9)
    name = address.rpartition("/")[2]
    assert name.replace("-", "").replace("_", "").rstrip("=").isalnum()


def test_the_last_code_is_not_made_twice() -> None:
    """A screen asks for the size and then for the picture: that is one piece of work."""
    assert code_of(WORDS) is code_of(WORDS)
