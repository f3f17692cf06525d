"""Codes as images for QML, there in the first frame: Qt loads a data URI later, and shows an empty square meanwhile."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64decode, urlsafe_b64encode
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

if TYPE_CHECKING:
    from kiosk.handoff.qr import Code

SCHEME = "code"
"""The name under which QML finds the provider: `image://code/…`."""


@lru_cache(maxsize=2)
def code_of(text: str) -> Code:
    """Return a text as a code; the last ones are kept, since a screen asks for its size and then for its image."""
    from kiosk.handoff.qr import code  # not needed for the first frame

    return code(text)


def code_address(text: str) -> str:
    """Return the address at which QML finds a text as a code."""
    return f"image://{SCHEME}/{urlsafe_b64encode(text.encode()).decode()}"


class CodeImageProvider(QQuickImageProvider):
    """Gives QML the image of a code, at once. The address holds the text, so there is nothing to keep."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, id: str, size: QSize, requestedSize: QSize) -> QImage:
        """Return the image of a code by the part of its address after the scheme."""
        image = code_of(urlsafe_b64decode(id).decode()).image
        return QImage.fromData(b64decode(image.partition(",")[2]))
