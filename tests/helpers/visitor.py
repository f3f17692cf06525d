"""The visitor: sees and touches, by role and name in the accessibility tree, and in no other way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QImage
from PySide6.QtQuick import QQuickWindow
from PySide6.QtTest import QTest

from kiosk.domain.session import Session
from kiosk.qt.session import SessionViewModel
from tests.helpers.layout import lay_out

Role = QAccessible.Role
BUTTONS = (Role.Button, Role.RadioButton, Role.CheckBox, Role.Link)
ALWAYS_HERE = ("Back", "Start again", "Listen", "Display", "Talk to a person", "Yes, I am still here")
PATIENCE = 60
"""How often a visitor touches More before giving up."""


@dataclass(frozen=True)
class Seen:
    """One thing in the accessibility tree. `where` is its rectangle in window pixels."""

    role: Role
    name: str
    description: str
    where: QRect
    enabled: bool

    @property
    def is_button(self) -> bool:
        """Whether it can be touched."""
        return self.role in BUTTONS


class Visitor:
    """Somebody before the window, who knows nothing of what is behind it."""

    def __init__(self, session: SessionViewModel, window: QQuickWindow, size: tuple[int, int]) -> None:
        self._session = session
        self._window = window
        self._finger = QTest.createTouchDevice()
        self._says: Callable[[str], str] = str
        QAccessible.setActive(True)
        window.resize(*size)
        self.waits()

    @property
    def session(self) -> SessionViewModel:
        """The session's view model, for what no visitor can see: that it has been forgotten."""
        return self._session

    @property
    def window(self) -> QQuickWindow:
        """The window, for what is measured rather than seen."""
        return self._window

    def speaks(self, says: Callable[[str], str]) -> None:
        """Know the bar, More and Up by other words than the English ones."""
        self._says = says

    def waits(self, milliseconds: int = 1) -> None:
        """Let the window paint."""
        QTest.qWait(milliseconds)

    def looks(self) -> list[Seen]:
        """Return everything in the accessibility tree that is shown."""
        self.waits()
        lay_out(self._window)
        return list(_walk(QAccessible.queryAccessibleInterface(self._window), self._window.position()))

    def names(self, role: Role | None = None) -> list[str]:
        """Return the names of everything shown, or of one role, in reading order."""
        return [s.name for s in self.looks() if s.name and (role is None or s.role == role)]

    def buttons(self) -> list[str]:
        """Return the names of everything that can be touched."""
        return [s.name for s in self.looks() if s.is_button]

    def heading(self) -> str:
        """Return the heading of the screen."""
        return next(s.name for s in self.looks() if s.role == Role.Heading)

    def sees(self, words: str) -> bool:
        """Say whether these words stand anywhere on the screen, in view or further down."""
        return any(words in s.name or words in s.description for s in self.looks())

    def touches(self, name: str) -> None:
        """Touch the button with this name; go down with More first if it is further down."""
        for _ in range(PATIENCE):
            button = self.finds(name)
            if self._in_view(button):
                self.touches_at(button.where.center())
                return
            if button.where.top() < 0:
                self.touches_at(self.finds(self._says("Up")).where.center())
            else:
                self.touches_at(self.finds(self._says("More")).where.center())
        raise AssertionError(f"{name!r} never came into view")

    def touches_at(self, point: QPoint) -> None:
        """Touch and let go."""
        QTest.touchEvent(self._window, self._finger).press(0, point, self._window).commit()
        QTest.touchEvent(self._window, self._finger).release(0, point, self._window).commit()
        self.waits()

    def finds(self, name: str) -> Seen:
        """Return the button with this name; the names that are there are given when it is not."""
        found = [s for s in self.looks() if s.is_button and s.name == name]
        assert found, f"no button {name!r} among {self.buttons()}"
        return found[0]

    def chooses_date(self, *names: str) -> None:
        """Touch year, month and day, or month and day, by their names."""
        for name in names:
            self.touches(name)

    def is_at(self, session: Session) -> None:
        """Be somewhere at once, without touching the way there."""
        self._session.turn(lambda _: session)
        self.waits()

    def photographs(self) -> QImage:
        """Return what the window shows."""
        self.waits()
        return self._window.grabWindow()

    def _in_view(self, button: Seen) -> bool:
        """Say whether the middle of a button can be touched: it stands in the bar, or above what ends the content."""
        return button.name in self._always_here() or 0 < button.where.center().y() < self._floor()

    def _floor(self) -> int:
        names = (self._says("More"), *self._always_here())
        shown = {s.name: s.where for s in self.looks() if s.is_button and s.name in names}
        more = shown.get(self._says("More"))
        below = more is not None and not self._beside(more)
        # The content ends a little above More: there is a line between them.
        return more.top() - more.height() // 4 if more is not None and below else shown[self._says("Start again")].top()

    def _beside(self, more: QRect) -> bool:
        """Say whether More stands beside the content, at either edge, and not below it."""
        return more.left() > self._window.width() * 0.6 or more.right() < self._window.width() * 0.4

    def _always_here(self) -> list[str]:
        return [self._says(name) for name in ALWAYS_HERE]


def _walk(node: QAccessibleInterface, origin: QPoint) -> Iterator[Seen]:
    for i in range(node.childCount()):
        child = node.child(i)
        if child is None or child.state().invisible:
            continue
        where = child.rect().translated(-origin)
        name = child.text(QAccessible.Text.Name)
        description = child.text(QAccessible.Text.Description)
        yield Seen(child.role(), name, description, where, not child.state().disabled)
        yield from _walk(child, origin)
