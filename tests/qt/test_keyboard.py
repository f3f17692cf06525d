"""Somebody uses a keyboard or a switch: everything that can be touched is reached by Tab and pressed by Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from kiosk.domain.session import Session
from kiosk.qt.session import SessionViewModel
from tests.helpers.layout import screen
from tests.helpers.visitor import Visitor
from tests.journeys.test_be_left_alone import lets_time_run_out
from tests.journeys.test_challenge_a_refusal_to_assess import is_refused
from tests.journeys.test_choose_a_date import asked_for_the_date

LONGEST = 80
"""More touches of Tab than any screen needs."""


def presses(visitor: Visitor, key: Qt.Key) -> None:
    """Press a key and let it go."""
    QTest.keyClick(visitor.window, key)
    visitor.waits()


def focused(visitor: Visitor) -> str:
    """Return the name of what the keyboard is on."""
    interface = QAccessible.queryAccessibleInterface(visitor.window.activeFocusItem())
    return interface.text(QAccessible.Text.Name) if interface else ""


def goes_round(visitor: Visitor, key: Qt.Key) -> list[str]:
    """Press a key until the keyboard is where it was first; return what it was on."""
    presses(visitor, key)
    first, names = visitor.window.activeFocusItem(), [focused(visitor)]
    for _ in range(LONGEST):
        presses(visitor, key)
        if visitor.window.activeFocusItem() is first:
            return names
        names.append(focused(visitor))
    raise AssertionError(f"the keyboard never came round: {names}")


def but_more_and_up(names: Iterable[str]) -> list[str]:
    """Leave out the two that come and go while the keyboard scrolls."""
    return [name for name in names if name not in ("More", "Up")]


def goes_to(visitor: Visitor, name: str) -> None:
    """Press Tab until the keyboard is on this button."""
    for _ in range(LONGEST):
        presses(visitor, Qt.Key.Key_Tab)
        if focused(visitor) == name:
            return
    raise AssertionError(f"the keyboard never came to {name!r}")


def at_the_start(visitor: Visitor) -> None:
    """Touch nothing."""


def at_a_question(visitor: Visitor) -> None:
    """Be asked who is asking."""
    visitor.touches("Touch here to start")


def at_the_display(visitor: Visitor) -> None:
    """Be where size and contrast are chosen."""
    visitor.touches("Display")


def at_the_days(visitor: Visitor) -> None:
    """Be shown the days of November."""
    asked_for_the_date(visitor)
    visitor.touches("November 2026")


def at_a_service(visitor: Visitor) -> None:
    """Be shown a service."""
    is_refused(visitor)
    visitor.touches("Stoke SENDIASS")


SCREENS = (at_the_start, at_a_question, at_the_display, at_the_days, is_refused, at_a_service)


@pytest.mark.parametrize("there", SCREENS, ids=lambda there: there.__name__)
def test_tab_reaches_everything_in_the_order_it_is_read(visitor: Visitor, there: Callable[[Visitor], None]) -> None:
    """From the first button to the last of the bar, each once; disabled ones are passed over."""
    there(visitor)
    reached = goes_round(visitor, Qt.Key.Key_Tab)
    shown = [each.name for each in visitor.looks() if each.is_button and each.enabled]
    assert but_more_and_up(reached) == but_more_and_up(shown)
    assert ("More" in shown) is bool({"More", "Up"} & {*reached})
    assert reached[-2:] == ["Display", "Talk to a person"]


def test_backtab_goes_the_other_way(visitor: Visitor) -> None:
    """From the bar up to the first button."""
    is_refused(visitor)
    down = but_more_and_up(goes_round(visitor, Qt.Key.Key_Tab))
    up = but_more_and_up(goes_round(visitor, Qt.Key.Key_Backtab))
    assert up == down[::-1]


def test_what_the_keyboard_is_on_stands_in_view(visitor: Visitor) -> None:
    """Tab scrolls: nobody has to guess where they are."""
    is_refused(visitor)
    for _ in goes_round(visitor, Qt.Key.Key_Tab):
        presses(visitor, Qt.Key.Key_Tab)
        shown = screen(visitor.window)
        here = next(each for each in shown.buttons() if each.item is visitor.window.activeFocusItem())
        assert not here.scrolls or shown.view.contains(here.box), here


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space], ids=lambda key: key.name)
def test_enter_and_space_press(visitor: Visitor, key: Qt.Key) -> None:
    """A whole question is answered without a touch, and taken back."""
    goes_to(visitor, "Touch here to start")
    presses(visitor, key)
    assert visitor.heading() == "Who is asking?"
    goes_to(visitor, "I am a parent or carer")
    presses(visitor, key)
    assert visitor.heading() != "Who is asking?"
    goes_to(visitor, "Back")
    presses(visitor, key)
    assert visitor.heading() == "Who is asking?"


def test_the_next_screen_is_read_from_its_beginning(visitor: Visitor) -> None:
    """After a press, Tab goes to the first thing of the new screen."""
    goes_to(visitor, "Touch here to start")
    presses(visitor, Qt.Key.Key_Return)
    presses(visitor, Qt.Key.Key_Tab)
    assert focused(visitor) == visitor.buttons()[0]


def test_where_the_keyboard_is_can_be_seen(visitor: Visitor) -> None:
    """A ring is drawn around it, and only once the keyboard is used."""
    before = visitor.photographs()
    presses(visitor, Qt.Key.Key_Tab)
    ringed = visitor.photographs()
    assert ringed != before


def test_the_warning_is_answered_by_a_key(visitor: Visitor) -> None:
    """Tab stays on "I am still here", and Enter says so; nothing behind it is pressed."""
    is_refused(visitor)
    lets_time_run_out(visitor)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        presses(visitor, key)
        assert focused(visitor) == "Yes, I am still here"
    presses(visitor, Qt.Key.Key_Return)
    assert not visitor.sees("Are you still there?")
    assert visitor.heading() == "You can challenge this."


def test_no_key_leads_out_of_the_kiosk(visitor: Visitor) -> None:
    """Escape, function keys and shortcuts do nothing at all."""
    at_a_question(visitor)
    session: Session = visitor.session.session
    keys = (
        Qt.Key.Key_Escape,
        Qt.Key.Key_F1,
        Qt.Key.Key_F4,
        Qt.Key.Key_F11,
        Qt.Key.Key_Back,
        Qt.Key.Key_Menu,
        Qt.Key.Key_Q,
    )
    for key in keys:
        for modifier in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
            Qt.KeyboardModifier.AltModifier,
        ):
            QTest.keyClick(visitor.window, key, modifier)
    visitor.waits()
    assert visitor.session.session == session
    assert visitor.window.isVisible()
    assert isinstance(visitor.session, SessionViewModel)
