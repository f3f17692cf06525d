"""Somebody reads slowly, sees badly, or touches with a shaking hand: every screen, on every size of screen.

Nothing is cut off, overlaps, or is too small to touch, at normal and at largest text; each screen can be heard as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
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
    Look("portrait-largest", (1080, 1920), 102, LARGEST),
    Look("portrait-high-contrast", (1080, 1920), 102, Preferences(contrast=Contrast.HIGH)),
    Look("landscape", (1920, 1080), 102),
    Look("landscape-largest", (1920, 1080), 102, LARGEST),
    Look("laptop", (1366, 768), 100),
    Look("laptop-largest", (1366, 768), 100, LARGEST),
    Look("10-inch", (1280, 800), 149),
    Look("43-inch", (1920, 1080), 51),
)


@pytest.fixture(scope="module")
def tour(shipped_content: Path) -> list[Stop]:
    """Every screen there is."""
    with ContentStore(shipped_content) as store:
        return list(stops(Edition(store, AUTHORITY), Preferences(), TODAY))


@pytest.fixture
def walks(visit: Callable[..., Visitor], tour: list[Stop]) -> Callable[[Look], Iterator[tuple[str, Visitor]]]:
    """Be at every stop of the tour, one after the other."""

    def walk(look: Look) -> Iterator[tuple[str, Visitor]]:
        config = Config(person=PERSON)
        visitor = visit(AUTHORITY, config=config, size=look.size, pixels_per_mm=look.dots_per_inch / MM_PER_INCH)
        for stop in tour:
            visitor.is_at(replace(stop.session, preferences=look.preferences))
            yield stop.name, visitor

    return walk


Walks = Callable[[Look], Iterator[tuple[str, Visitor]]]


def faults(shown: Screen, look: Look) -> Iterator[str]:
    """Say everything that is wrong with how a screen lies in its window."""
    yield from cut_off(shown)
    yield from overlaps(shown)
    yield from too_small(shown, look.dots_per_inch / MM_PER_INCH)


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_nothing_is_cut_off_overlaps_or_is_too_small(walks: Walks, look: Look) -> None:
    """Every text has room, nothing covers anything, buttons are 20 mm each way: on every screen, further down too."""
    found = [f"{name}: {fault}" for name, visitor in walks(look) for fault in faults(screen(visitor.window), look)]
    assert not found, "\n".join(found)


def test_every_letter_has_a_picture_in_our_own_font(walks: Walks) -> None:
    """No letter is left to whatever fonts a machine has: a kiosk may have none."""
    shown = ((name, screen(visitor.window)) for name, visitor in walks(LOOKS[0]))
    found = [f"{name}: {fault}" for name, pieces in shown for fault in missing_letters(pieces)]
    assert not found, "\n".join(found)


def test_every_button_is_heard_as_what_it_is(walks: Walks) -> None:
    """Who cannot see hears of each button that it is one, and its name."""
    found: list[str] = []
    for name, visitor in walks(LOOKS[0]):
        heard = [_heard(button) for button in screen(visitor.window).buttons()]
        found += [f"{name}: {role} {words!r}" for role, words in heard if role != Role.Button or not words]
    assert not found, "\n".join(found)


def test_every_screen_has_one_heading_and_the_bar(walks: Walks) -> None:
    """Each screen says first what it is, in one heading of the first level, and ends in the five buttons of the bar."""
    for name, visitor in walks(LOOKS[0]):
        shown = screen(visitor.window)
        assert len([piece for piece in shown.texts() if _is_first_heading(piece)]) == 1, name
        assert [button.words for button in shown.buttons() if not button.scrolls][-5:] == BAR, name


def test_a_screen_asks_for_at_most_six_things(walks: Walks) -> None:
    """A question offers six options or fewer, months and "Before that" among them."""
    asked = 0
    for name, visitor in walks(LOOKS[0]):
        if name.startswith("question-"):
            options = [b for b in screen(visitor.window).buttons() if b.item.property("hint") is not None]
            assert 2 <= len(options) <= 6, (name, [option.words for option in options])
            asked += 1
    assert asked > 20


@pytest.mark.parametrize("look", [LOOKS[1], LOOKS[5]], ids=str)
def test_more_shows_every_line(walks: Walks, look: Look) -> None:
    """Touched again and again, More brings every line of a screen into view whole, and ends at the last."""
    for name, visitor in walks(look):
        if name.startswith(("outcome-", "why-")):
            lines = set(lines_of(screen(visitor.window)))
            unread = lines - set(lines_seen(visitor))
            assert lines, name
            assert not unread, (name, [item.property("text") for item, _ in unread])


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


def _heard(button: Piece) -> tuple[Role, str]:
    interface = QAccessible.queryAccessibleInterface(button.item)
    return interface.role(), interface.text(QAccessible.Text.Name)


def _is_first_heading(piece: Piece) -> bool:
    interface = QAccessible.queryAccessibleInterface(piece.item)
    return interface is not None and interface.role() == Role.Heading and piece.item.property("level") in (None, 1)
