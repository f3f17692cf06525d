"""Somebody reads slowly, sees badly, or touches with a shaking hand: every screen, on every size of screen.

Nothing is cut off, overlaps, or is too small to touch, at normal and at largest text; each screen can be heard as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QRectF
from PySide6.QtGui import QAccessible
from PySide6.QtQuick import QQuickItem

from kiosk.config import Config, Person
from kiosk.content.edition import Edition
from kiosk.content.store import ContentStore
from kiosk.domain.preferences import Contrast, Preferences, TextSize
from kiosk.qt.tour import MM_PER_INCH, Stop, stops
from tests.conftest import TODAY
from tests.helpers.layout import Piece, Screen, cut_off, missing_letters, overlaps, screen, too_small
from tests.helpers.visitor import Role, Visitor

AUTHORITY = "E06000021"
MOST_OPTIONS = 6
MOST_TO_LOOK_UP = 8
"""Options of the calculator: a list to look something up in, not a question to think about."""
BAR = ["Back", "Start again", "Listen", "Display", "Talk to a person"]
NORMAL = Preferences()
LARGEST = Preferences(text_size=TextSize.LARGEST)
PERSON = Person("Ask at the desk by the door", "Monday to Friday, 9am to 5pm", "01632 960 000")


@dataclass(frozen=True)
class Look:
    """A screen, and how the visitor wants it shown."""

    name: str
    size: tuple[int, int]
    dots_per_inch: float
    preferences: Preferences = NORMAL

    def __str__(self) -> str:
        return self.name


LOOKS = (
    Look("portrait", (1080, 1920), 102),
    Look("laptop-largest", (1366, 768), 100, LARGEST),
    Look("portrait-largest", (1080, 1920), 102, LARGEST),
    Look("portrait-high-contrast", (1080, 1920), 102, Preferences(contrast=Contrast.HIGH)),
    Look("landscape", (1920, 1080), 102),
    Look("landscape-largest", (1920, 1080), 102, LARGEST),
    Look("laptop", (1366, 768), 100),
    Look("10-inch", (1280, 800), 149),
    Look("43-inch", (1920, 1080), 51),
)
WHOLE = LOOKS[:2]
"""What every screen is looked at in; of the others each looks at some screens, all of them together at every one."""
EVERY_SCREEN = "EVERY_SCREEN"
"""Set in the environment, every screen is looked at in every one of them: `make layouts`."""


@pytest.fixture(scope="module")
def tour(shipped_content: Path) -> list[Stop]:
    """Every screen there is."""
    with ContentStore(shipped_content) as store:
        return list(stops(Edition(store, AUTHORITY), Preferences(), TODAY))


Walk = Callable[[Look, Sequence[Stop]], Iterator[tuple[str, Screen]]]


@pytest.fixture
def walk(visit: Callable[..., Visitor]) -> Walk:
    """Be at one stop after the other, and give what is seen there."""

    def walk(look: Look, there: Sequence[Stop]) -> Iterator[tuple[str, Screen]]:
        config, density = Config(person=PERSON), look.dots_per_inch / MM_PER_INCH
        visitor = visit(AUTHORITY, config=config, size=look.size, pixels_per_mm=density)
        yield from looks_round(visitor, look, there)

    return walk


def looks_round(visitor: Visitor, look: Look, there: Sequence[Stop]) -> Iterator[tuple[str, Screen]]:
    """Be at one stop after the other, as the visitor wants it shown, and give what is seen there, without painting."""
    for stop in there:
        session = replace(stop.session, preferences=look.preferences)
        visitor.session.turn(lambda _, session=session: session)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        yield stop.name, screen(visitor.window)


def some(tour: list[Stop], number: int, of: int) -> list[Stop]:
    """Return every so many stops, beginning at one: looks that share the work have numbers of their own."""
    return tour if os.environ.get(EVERY_SCREEN) else tour[number % of :: of]


def faults(shown: Screen, look: Look) -> Iterator[str]:
    """Say everything that is wrong with how a screen lies in its window."""
    yield from cut_off(shown)
    yield from overlaps(shown)
    yield from too_small(shown, look.dots_per_inch / MM_PER_INCH)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_screen_can_be_read_touched_and_heard(walk: Walk, tour: list[Stop], look: Look) -> None:
    """Nothing is cut off, covered, too small, without a letter or without a name: on every screen, further down too."""
    there = tour if look in WHOLE else some(tour, LOOKS.index(look), len(LOOKS) - len(WHOLE))
    found = [
        f"{name}: {fault}"
        for name, shown in walk(look, there)
        for fault in (*faults(shown, look), *missing_letters(shown), *unheard(shown), *out_of_order(shown, name))
    ]
    assert not found, "\n".join(found)


def unheard(shown: Screen) -> Iterator[str]:
    """Say of each button that who cannot see would not hear that it is one, or what it does."""
    for button in shown.buttons():
        interface = QAccessible.queryAccessibleInterface(button.item)
        if interface.role() != Role.Button or not interface.text(QAccessible.Text.Name):
            yield f"{button} is heard as {interface.role().name} {interface.text(QAccessible.Text.Name)!r}"


def out_of_order(shown: Screen, name: str) -> Iterator[str]:
    """Say that a screen has not one first heading, does not end in the bar, or asks for more than six things."""
    headings = [piece.words for piece in shown.texts() if is_first_heading(piece)]
    if len(headings) != 1:
        yield f"the first headings are {headings}"
    bar = [button.words for button in shown.buttons() if not button.scrolls][-len(BAR) :]
    if bar != BAR:
        yield f"the bar is {bar}"
    options = [button.words for button in shown.buttons() if button.item.property("hint") is not None]
    most = MOST_TO_LOOK_UP if name.startswith("question-calculator") else MOST_OPTIONS
    if name.startswith("question-") and not 2 <= len(options) <= most:
        yield f"the options are {options}"


def is_first_heading(piece: Piece) -> bool:
    """Say whether a text is the heading of the screen, not of a part of it."""
    interface = QAccessible.queryAccessibleInterface(piece.item)
    return interface is not None and interface.role() == Role.Heading and piece.item.property("level") in (None, 1)


@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[2], LOOKS[6]], ids=str)
def test_more_shows_every_line(visit: Callable[..., Visitor], tour: list[Stop], look: Look) -> None:
    """Touched again and again, More brings every line of a screen into view whole, and ends at the last."""
    visitor = visit(AUTHORITY, size=look.size, pixels_per_mm=look.dots_per_inch / MM_PER_INCH)
    outcomes = [stop for stop in tour if stop.name.startswith("outcome-")]
    for stop in some(outcomes, LOOKS.index(look), 20):
        visitor.is_at(replace(stop.session, preferences=look.preferences))
        lines = set(lines_of(screen(visitor.window)))
        unread = lines - set(lines_seen(visitor))
        assert lines, stop.name
        assert not unread, (stop.name, [item.property("text") for item, _ in unread])


Line = tuple[QQuickItem, int]


def lines_of(shown: Screen, within: QRectF | None = None) -> Iterator[Line]:
    """Give each line of each text that scrolls: all of them, or those that lie within a box."""
    for piece in shown.texts():
        if not piece.scrolls:
            continue
        count = piece.item.property("lineCount")
        high = piece.box.height() / count
        for number in range(count):
            line = QRectF(piece.box.x(), piece.box.y() + number * high, piece.box.width(), high)
            if within is None or within.contains(line):
                yield piece.item, number


def lines_seen(visitor: Visitor) -> Iterator[Line]:
    """Give each line that comes into view whole while More is touched until it can be touched no more."""
    while True:
        shown = screen(visitor.window)
        yield from lines_of(shown, shown.view.adjusted(0, -1, 0, 1))
        more = [b for b in shown.buttons() if b.words == "More" and not b.scrolls and b.item.isEnabled()]
        if not more:
            return
        visitor.touches_at(more[0].box.center().toPoint())
