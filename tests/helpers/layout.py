"""How a screen lies in its window: what is cut off, what overlaps, and what is too small to touch.

Read from the real items of the window, laid out but not drawn.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

TARGET_MM = 20.0
DAY_MM = 12.7
"""The least width of a day of the calendar, of which seven stand side by side."""
CAPITAL = 0.668
"""The height of a capital letter of the text font, of its size."""
SMALLEST_DEGREES = 0.33
"""The least height of a capital at the eye: 20 minutes of arc."""
ROUNDING = 1.0
"""Pixels by which rounding may move an edge."""
UNSEEN = "\u00ad\u200b\u200e\u200f"
"""Characters that only say where a line may break, or which way it runs."""


@dataclass(frozen=True)
class Piece:
    """Something that is seen: a text, a symbol, a picture or a button. `scrolls`: it moves under More and Up."""

    item: QQuickItem
    kind: str
    words: str
    box: QRectF
    scrolls: bool
    button: Piece | None

    def __str__(self) -> str:
        return f"{self.kind} {self.words[:50]!r} at {_corners(self.box)}"


@dataclass(frozen=True)
class Screen:
    """Everything that is seen in a window: the pieces, and the box in which those that scroll come into view."""

    pieces: tuple[Piece, ...]
    view: QRectF
    window: QRectF

    def texts(self) -> list[Piece]:
        """Return the pieces that are read; symbols are not among them."""
        return [piece for piece in self.pieces if piece.kind == "text"]

    def buttons(self) -> list[Piece]:
        """Return the pieces that can be touched."""
        return [piece for piece in self.pieces if piece.kind == "button"]

    def contents(self) -> list[Piece]:
        """Return all but the buttons: what stands on something."""
        return [piece for piece in self.pieces if piece.kind != "button"]


def lay_out(window: QQuickWindow) -> None:
    """Put every item in its place now, as the next frame would."""
    for _ in range(2):
        for item in reversed(list(_items(window.contentItem()))):
            item.ensurePolished()


def screen(window: QQuickWindow) -> Screen:
    """Return what is seen in a window, further down included."""
    lay_out(window)
    flick = next(item for item in _items(window.contentItem()) if item.inherits("QQuickFlickable"))
    pieces = tuple(_pieces(window.contentItem(), scrolls=False, button=None))
    return Screen(pieces, _box(flick), QRectF(0, 0, window.width(), window.height()))


def cut_off(screen: Screen) -> Iterator[str]:
    """Say of each text that it does not fit: its own room, what it stands on, or the window."""
    for piece in screen.contents():
        if piece.kind == "text":
            yield from _not_fitting(piece)
        if outside := _outside(piece):
            yield f"{piece} sticks out of {outside}"
        if not _within(piece.box, QRectF(0, piece.box.y(), screen.window.width(), piece.box.height())):
            yield f"{piece} sticks out of the window"
    for piece in screen.pieces:
        if not piece.scrolls and not _within(piece.box, screen.window):
            yield f"{piece} is out of the window"


def overlaps(screen: Screen) -> Iterator[str]:
    """Say of each two pieces that one covers the other, now or after scrolling."""
    for here, there in combinations(screen.contents(), 2):
        if here.scrolls == there.scrolls and _overlap(here.box, there.box):
            yield f"{here} overlaps {there}"
    for button in screen.buttons():
        for other in screen.pieces:
            strange = other is not button and other.button is not button and other.scrolls == button.scrolls
            if strange and _overlap(button.box, other.box):
                yield f"{button} overlaps {other}"
    for fixed, moving in ((f, m) for f in screen.pieces if not f.scrolls for m in screen.pieces if m.scrolls):
        way = QRectF(moving.box.x(), screen.view.y(), moving.box.width(), screen.view.height())
        if _overlap(fixed.box, way):
            yield f"{fixed} covers {moving} when it scrolls"


def too_small(screen: Screen, pixels_per_mm: float, distance_mm: float = 500.0) -> Iterator[str]:
    """Say of each button that a finger may miss it, and of each text that an eye may not read it."""
    for button in screen.buttons():
        least = DAY_MM if _is_day(button) else TARGET_MM
        wide, high = button.box.width() / pixels_per_mm, button.box.height() / pixels_per_mm
        if wide < least or high < TARGET_MM:
            yield f"{button} is {wide:.1f} by {high:.1f} mm"
    for text in screen.texts():
        capital = CAPITAL * text.item.property("font").pixelSize() / pixels_per_mm
        degrees = capital / distance_mm * 57.3
        if degrees < SMALLEST_DEGREES:
            yield f"{text} has capitals of {degrees:.2f} degrees"


def missing_letters(screen: Screen) -> Iterator[str]:
    """Say of each text that the program's own font has no picture for one of its letters."""
    for piece in screen.contents():
        letters = {c for c in piece.words if not c.isspace() and c not in UNSEEN}
        lost = sorted(c for c in letters if not _raw(piece.item.property("font").family()).supportsCharacter(ord(c)))
        if lost:
            yield f"{piece} has no picture for {', '.join(f'{c} (U+{ord(c):04X})' for c in lost)}"


@cache
def _raw(family: str) -> QRawFont:
    raw = QRawFont.fromFont(QFont(family))
    assert raw.familyName() == family, f"{family} is not there; {raw.familyName()} takes its place"
    return raw


def _items(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible() and child.opacity() > 0:
            yield child
            yield from _items(child)


def _pieces(item: QQuickItem, scrolls: bool, button: Piece | None) -> Iterator[Piece]:
    for child in item.childItems():
        if not child.isVisible() or child.opacity() == 0:
            continue
        piece = _piece(child, scrolls, button)
        if piece is not None:
            yield piece
        of = piece if piece and piece.kind == "button" else button
        yield from _pieces(child, scrolls or child.inherits("QQuickFlickable"), of)


def _piece(item: QQuickItem, scrolls: bool, button: Piece | None) -> Piece | None:
    if item.inherits("QQuickAbstractButton"):
        return Piece(item, "button", item.property("text"), _box(item), scrolls, button)
    if item.inherits("QQuickImage"):
        return Piece(item, "picture", "", _box(item), scrolls, button)
    if not item.inherits("QQuickText") or not item.property("text"):
        return None
    if _is_symbol(item):
        return Piece(item, "symbol", item.property("text"), _box(item), scrolls, button)
    return Piece(item, "text", item.property("text"), _painted(item), scrolls, button)


def _is_symbol(item: QQuickItem) -> bool:
    return all("\ue000" <= c <= "\uf8ff" for c in item.property("text"))


def _is_day(button: Piece) -> bool:
    return button.item.property("spoken") is not None


def _box(item: QQuickItem) -> QRectF:
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def _room(text: QQuickItem) -> QRectF:
    left, top, right, bottom = (text.property(f"{side}Padding") for side in ("left", "top", "right", "bottom"))
    return QRectF(left, top, text.width() - left - right, text.height() - top - bottom)


def _painted(text: QQuickItem) -> QRectF:
    """Return where the letters stand: a text may be wider and higher than its words."""
    room = _room(text)
    wide, high = text.property("contentWidth"), text.property("contentHeight")
    across = {1: 0.0, 2: room.width() - wide, 4: (room.width() - wide) / 2}
    down = {32: 0.0, 64: room.height() - high, 128: (room.height() - high) / 2}
    x = room.x() + across.get(_number(text, "effectiveHorizontalAlignment"), 0.0)
    y = room.y() + down[_number(text, "verticalAlignment")]
    return text.mapRectToScene(QRectF(x, y, wide, high))


def _number(item: QQuickItem, expression: str) -> int:
    # An enumeration of QML is no type that Python knows.
    value = QQmlExpression(qmlContext(item), item, f"Number({expression})").evaluate()
    return int(value[0] if isinstance(value, tuple) else value)


def _not_fitting(piece: Piece) -> Iterator[str]:
    text, room = piece.item, _room(piece.item)
    if text.property("truncated"):
        yield f"{piece} is truncated"
    if text.property("contentWidth") > room.width() + ROUNDING:
        yield f"{piece} is wider than its room of {room.width():.0f}"
    if text.property("contentHeight") > room.height() + ROUNDING:
        yield f"{piece} is higher than its room of {room.height():.0f}"
    metrics = QFontMetricsF(text.property("font"))
    for word in piece.words.replace("\u00ad", " ").split():
        # Addresses of web pages and mail boxes break anywhere; words never do.
        if word.strip(".,;:!?()“”").isalpha() and metrics.horizontalAdvance(word) > room.width() + ROUNDING:
            yield f"{piece} has to break the word {word!r}"


def _outside(piece: Piece) -> str:
    """Return the innermost item around a piece that it sticks out of; empty where there is none."""
    around = piece.item.parentItem()
    while around is not None and not around.inherits("QQuickFlickable"):
        if around.width() > 0 and around.height() > 0 and not _within(piece.box, _box(around)):
            return f"{around.metaObject().className().partition('_')[0]} {_corners(_box(around))}"
        around = around.parentItem()
    return ""


def _within(inner: QRectF, outer: QRectF) -> bool:
    return outer.adjusted(-ROUNDING, -ROUNDING, ROUNDING, ROUNDING).contains(inner)


def _overlap(here: QRectF, there: QRectF) -> bool:
    shared = here.intersected(there)
    return shared.width() > ROUNDING and shared.height() > ROUNDING


def _corners(box: QRectF) -> str:
    return f"({box.left():.0f}, {box.top():.0f}, {box.right():.0f}, {box.bottom():.0f})"
