"""A window with one piece of QML in it, and what tests ask of it: its items, and its accessibility tree."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from tests.ui.gallery import HERE, Look, code_values, open_view

QML = """
import QtQuick
import QtQml.Models
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: stage

    property int count: 0
    property int last: -1

    color: Theme.surface
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    %s
}
"""


@contextmanager
def stage(tmp_path: Path, qml: str, look: Look | None = None) -> Iterator[QQuickView]:
    """Show a piece of QML; it counts in `stage.count` and tells in `stage.last`."""
    source = tmp_path / "Stage.qml"
    source.write_text(QML % qml, encoding="utf-8")
    with shown(source, look or Look(), {}) as view:
        yield view


@contextmanager
def gallery(scene: str, look: Look, long_words: bool = False) -> Iterator[QQuickView]:
    """Show a scene of the gallery."""
    with shown(HERE / "Gallery.qml", look, {"scene": scene, "longWords": long_words, **code_values()}) as view:
        yield view


@contextmanager
def shown(source: Path, look: Look, values: dict[str, object]) -> Iterator[QQuickView]:
    """Show a file of QML, and take its window down afterwards."""
    QAccessible.setActive(True)
    view = open_view(source, look, values)
    try:
        QTest.qWaitForWindowActive(view)
        QTest.qWait(1)
        yield view
    finally:
        view.close()
        view.deleteLater()
        QTest.qWait(0)


def items(root: QQuickItem) -> Iterator[QQuickItem]:
    """Return every item that is shown, from the back to the front."""
    for child in root.childItems():
        if child.isVisible():
            yield child
            yield from items(child)


def texts(root: QQuickItem) -> list[QQuickItem]:
    """Return every piece of text that is shown."""
    return [item for item in items(root) if item.inherits("QQuickText") and item.property("text")]


def buttons(root: QQuickItem) -> list[QQuickItem]:
    """Return every button that is shown."""
    return [item for item in items(root) if item.inherits("QQuickAbstractButton")]


def button(view: QQuickView, text: str) -> QQuickItem:
    """Return the button with these words."""
    return next(item for item in buttons(view.rootObject()) if item.property("text") == text)


def heard(view: QQuickView) -> list[QAccessibleInterface]:
    """Return everything in the accessibility tree that is shown, in reading order."""
    return list(_below(QAccessible.queryAccessibleInterface(view)))


def _below(node: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(node.childCount()):
        child = node.child(index)
        if not child.state().invisible:
            yield child
            yield from _below(child)


def name(node: QAccessibleInterface) -> str:
    """Return what is said of something first."""
    return node.text(QAccessible.Text.Name)


def find(view: QQuickView, words: str) -> QAccessibleInterface:
    """Return what bears this name in the accessibility tree."""
    return next(node for node in heard(view) if name(node) == words)


def middle(item: QQuickItem) -> QPoint:
    """Return where a finger would touch an item."""
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()


def click(view: QQuickView, at: QPoint) -> None:
    """Press and release the mouse."""
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)


def touch(view: QQuickView, finger: QPointingDevice, down: QPoint, up: QPoint | None = None, steps: int = 8) -> None:
    """Press a finger, slide it, lift it."""
    up = up or down
    QTest.touchEvent(view, finger).press(0, down, view).commit()
    if up != down:
        for step in range(1, steps + 1):
            QTest.qWait(5)  # a list follows the finger frame by frame
            QTest.touchEvent(view, finger).move(0, down + (up - down) * step / steps, view).commit()
    QTest.touchEvent(view, finger).release(0, up, view).commit()
