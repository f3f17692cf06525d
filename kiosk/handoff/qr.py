"""QR codes (ISO/IEC 18004): a text as modules, and as an image with its own quiet zone.

Codes are dark on white in every theme, and their quiet zone is part of the image, because many phones read neither
inverted codes nor codes without one.
"""

from __future__ import annotations

import base64
import struct
import zlib
from dataclasses import dataclass

QUIET_ZONE = 4
"""Modules of white on each side."""
_MASK = 2  # Choosing the best of the eight patterns takes four times as long, and phones read them all.
_LIGHT, _DARK = 0xFF, 0x00
_PIXELS = 8  # a module's row is then one byte of a one-bit image

Matrix = tuple[tuple[bool, ...], ...]
"""Rows of modules, true where dark, quiet zone included."""


@dataclass(frozen=True)
class Code:
    """A QR code. `image` is a PNG as a data URI, `modules` the number along one side; both with the quiet zone."""

    matrix: Matrix
    image: str
    version: int

    @property
    def modules(self) -> int:
        """The modules along one side, quiet zone included: times 1.5 mm, the least size that phones read well."""
        return len(self.matrix)


def prepare() -> None:
    """Load the encoder now, so that the first code need not wait for it (some 50 milliseconds)."""
    import segno  # noqa: F401, PLC0415 - kept out of the way of the first frame


def code(text: str) -> Code:
    """Return a text as a code of error level M (a seventh of it may be unreadable), as small as it can be.

    Raises ValueError for a text that no code can hold.
    """
    import segno  # noqa: PLC0415 - kept out of the way of the first frame

    made = segno.make_qr(text, error="m", mode="byte", encoding="utf-8", mask=_MASK, boost_error=False)
    matrix = tuple(tuple(bool(module) for module in row) for row in made.matrix_iter(border=QUIET_ZONE))
    return Code(matrix, _png(matrix), int(made.version))


def _png(matrix: Matrix) -> str:
    rows = (b"\x00" + bytes(_DARK if module else _LIGHT for module in row) for row in matrix)
    pixels = b"".join(row * _PIXELS for row in rows)
    side = len(matrix) * _PIXELS
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(pixels)), _chunk(b"IEND", b""))
    return "data:image/png;base64," + base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"".join(chunks)).decode()


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
