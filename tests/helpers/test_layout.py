"""The eye for layout sees what is wrong: a good screen made bad in one way has that fault, and no other kind."""

from __future__ import annotations

import pytest
from PySide6.QtQuick import QQuickItem

from tests.helpers.layout import Piece, cut_off, missing_letters, overlaps, screen, too_small
from tests.helpers.visitor import Visitor

PIXELS_PER_MM = 102 / 25.4


@pytest.fixture
def asked(visitor: Visitor) -> Visitor:
    """Somebody who stands before the first question."""
    visitor.touches("Touch here to start")
    return visitor


def text(visitor: Visitor, words: str) -> QQuickItem:
    """Return the text with these words."""
    return next(piece.item for piece in screen(visitor.window).texts() if piece.words == words)


def button(visitor: Visitor, words: str) -> Piece:
    """Return the button with these words."""
    return next(piece for piece in screen(visitor.window).buttons() if piece.words == words)


def test_a_good_screen_has_no_fault(asked: Visitor) -> None:
    """Nothing is said of a screen that is right."""
    shown = screen(asked.window)
    found = [*cut_off(shown), *overlaps(shown), *too_small(shown, PIXELS_PER_MM), *missing_letters(shown)]
    assert not found
    assert len(shown.texts()) > 10


def test_a_text_without_room_is_cut_off(asked: Visitor) -> None:
    """Words wider than their room are seen, and words that must break."""
    text(asked, "I am a parent or carer").setWidth(40)
    found = list(cut_off(screen(asked.window)))
    assert any("has to break the word 'parent'" in fault for fault in found)


def test_a_text_cut_at_its_end_is_cut_off(asked: Visitor) -> None:
    """A heading that ends in dots is seen."""
    heading = text(asked, "Who is asking?")
    heading.setProperty("elide", 1)
    heading.setProperty("wrapMode", 0)
    heading.setWidth(200)
    assert any("is truncated" in fault for fault in cut_off(screen(asked.window)))


def test_a_text_beyond_its_card_is_cut_off(asked: Visitor) -> None:
    """Words that stick out of what they stand on are seen."""
    text(asked, "I am a parent or carer").setY(500)
    assert any("sticks out of" in fault for fault in cut_off(screen(asked.window)))


def test_a_text_over_another_overlaps(asked: Visitor) -> None:
    """Words moved onto other words are seen."""
    text(asked, "Who is asking?").setY(400)
    assert any("'Who is asking?'" in fault for fault in overlaps(screen(asked.window)))


def test_a_button_in_the_way_of_what_scrolls_covers_it(asked: Visitor) -> None:
    """A bar that stands where content comes by is seen."""
    button(asked, "Back").item.setY(-600)
    assert any("when it scrolls" in fault for fault in overlaps(screen(asked.window)))


def test_a_button_of_19_millimetres_is_too_small(asked: Visitor) -> None:
    """A target a millimetre too low is seen."""
    button(asked, "Back").item.setHeight(19 * PIXELS_PER_MM)
    assert any("19.0 mm" in fault for fault in too_small(screen(asked.window), PIXELS_PER_MM))


def test_small_print_is_too_small(asked: Visitor) -> None:
    """Words that a good eye has to search for are seen."""
    heading = text(asked, "Who is asking?")
    font = heading.property("font")
    font.setPixelSize(15)
    heading.setProperty("font", font)
    assert any("degrees" in fault for fault in too_small(screen(asked.window), PIXELS_PER_MM))


def test_a_letter_that_the_font_lacks_is_missing(asked: Visitor) -> None:
    """A letter that another font would have to lend is seen."""
    text(asked, "Who is asking?").setProperty("text", "Хто?")
    assert any("U+0425" in fault for fault in missing_letters(screen(asked.window)))
