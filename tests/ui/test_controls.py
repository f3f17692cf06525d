"""Every control says what it is, is large enough, answers a finger and a key once, and never cuts its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QPointingDevice
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from tests.ui.gallery import LAPTOP, SCREENS, Look, Screen
from tests.ui.stage import button, buttons, click, find, gallery, heard, items, middle, name, stage, texts, touch

Role = QAccessible.Role
Key = Qt.Key

BUTTONS = {
    "ActionButton": 'ActionButton { text: "Touch me"; onClicked: ++stage.count }',
    "ActionButton, primary": 'ActionButton { primary: true; text: "Touch me"; onClicked: ++stage.count }',
    "ActionButton, stacked": 'ActionButton { stacked: true; text: "Touch me"; onClicked: ++stage.count }',
    "ChipButton": 'ChipButton { text: "Touch me"; onClicked: ++stage.count }',
    "LanguageButton": 'LanguageButton { text: "Touch me"; onClicked: ++stage.count }',
    "NavigationButton": 'NavigationButton { text: "Touch me"; symbol: "add"; labelSize: 30; onClicked: ++stage.count }',
    "OptionButton": 'OptionButton { text: "Touch me"; hint: "Carefully"; onClicked: ++stage.count }',
    "ServiceButton": 'ServiceButton { text: "Touch me"; onClicked: ++stage.count }',
    "TileButton": 'TileButton { text: "Touch me"; symbol: "home"; onClicked: ++stage.count }',
}
every_button = pytest.mark.parametrize("qml", BUTTONS.values(), ids=BUTTONS)

DAYS = """
    DayGrid {
        blanks: 3
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        onChosen: number => stage.last = number
        days: ListModel {
            ListElement { number: 1; text: "1"; spoken: "Thursday 1 October 2026"; enabled: true; today: false }
            ListElement { number: 2; text: "2"; spoken: "Friday 2 October 2026"; enabled: true; today: true }
            ListElement { number: 3; text: "3"; spoken: "Saturday 3 October 2026"; enabled: false; today: false }
        }
    }
"""
DIALOG = "StillThereDialog { secondsLeft: 42; onStay: ++stage.count }"
SCENES = ("Attract", "Question", "Outcome", "Service", "Date", "Controls", "StillThere")


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> None:
    """Every test here shows windows."""


@pytest.fixture(scope="module")
def finger(qapp: QGuiApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


def count(view: QQuickView) -> int:
    return int(view.rootObject().property("count"))


@every_button
def test_a_button_says_that_it_is_one_and_what_it_does(tmp_path: Path, qml: str) -> None:
    with stage(tmp_path, qml) as view:
        assert find(view, "Touch me").role() == Role.Button


@every_button
def test_a_button_says_nothing_else(tmp_path: Path, qml: str) -> None:
    """Its words and symbols are not told a second time."""
    with stage(tmp_path, qml) as view:
        assert [name(each) for each in heard(view) if name(each)] == ["Touch me"]


def test_a_hint_is_said_after_the_name(tmp_path: Path) -> None:
    with stage(tmp_path, BUTTONS["OptionButton"]) as view:
        assert find(view, "Touch me").text(QAccessible.Text.Description) == "Carefully"


@every_button
def test_a_button_is_twenty_millimetres_each_way(tmp_path: Path, qml: str) -> None:
    with stage(tmp_path, qml.replace("Touch me", "A")) as view:
        size = button(view, "A").size()
        assert min(size.width(), size.height()) >= 20 * 102 / 25.4


def test_a_main_action_is_twenty_five_by_sixty(tmp_path: Path) -> None:
    with stage(tmp_path, BUTTONS["ActionButton, primary"].replace("Touch me", "A")) as view:
        size = button(view, "A").size()
        assert size.width() >= 60 * 102 / 25.4
        assert size.height() >= 25 * 102 / 25.4


@every_button
def test_a_touch_is_one_press(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml) as view:
        touch(view, finger, middle(button(view, "Touch me")))
        assert count(view) == 1


@every_button
def test_a_mouse_click_is_one_press(tmp_path: Path, qml: str) -> None:
    with stage(tmp_path, qml) as view:
        click(view, middle(button(view, "Touch me")))
        assert count(view) == 1


@every_button
@pytest.mark.parametrize("key", [Key.Key_Space, Key.Key_Return, Key.Key_Enter], ids=["space", "return", "enter"])
def test_a_key_is_one_press(tmp_path: Path, qml: str, key: Qt.Key) -> None:
    with stage(tmp_path, qml) as view:
        QTest.keyClick(view, Key.Key_Tab)
        QTest.keyClick(view, key)
        assert count(view) == 1


@every_button
def test_assistive_technology_can_press(tmp_path: Path, qml: str) -> None:
    with stage(tmp_path, qml) as view:
        find(view, "Touch me").actionInterface().doAction("Press")
        assert count(view) == 1


@every_button
def test_a_finger_that_slides_off_presses_nothing(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml) as view:
        touch(view, finger, middle(button(view, "Touch me")), QPoint(540, 1900))
        assert count(view) == 0


@every_button
def test_a_finger_that_slides_on_presses_nothing(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml) as view:
        touch(view, finger, QPoint(540, 1900), middle(button(view, "Touch me")))
        assert count(view) == 0


@every_button
def test_a_disabled_button_does_nothing_and_says_so(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml.replace("{", "{ enabled: false;", 1)) as view:
        touch(view, finger, middle(button(view, "Touch me")))
        assert count(view) == 0
        assert find(view, "Touch me").state().disabled


@every_button
def test_a_pressed_button_looks_pressed_at_once(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml) as view:
        before = view.grabWindow()
        at = middle(button(view, "Touch me"))
        QTest.touchEvent(view, finger).press(0, at, view).commit()
        assert view.grabWindow() != before
        QTest.touchEvent(view, finger).release(0, at, view).commit()
        assert view.grabWindow() == before


@every_button
def test_the_keyboard_shows_where_it_is(tmp_path: Path, qml: str) -> None:
    with stage(tmp_path, qml) as view:
        before = view.grabWindow()
        QTest.keyClick(view, Key.Key_Tab)
        assert view.grabWindow() != before


@every_button
def test_a_finger_leaves_no_ring(tmp_path: Path, qml: str, finger: QPointingDevice) -> None:
    with stage(tmp_path, qml) as view:
        before = view.grabWindow()
        touch(view, finger, middle(button(view, "Touch me")))
        assert view.grabWindow() == before


@pytest.mark.parametrize(
    ("qml", "role", "said"),
    [
        ('Heading { text: "A heading" }', Role.Heading, "A heading"),
        ('BodyText { text: "Some words" }', Role.StaticText, "Some words"),
        ('Pill { text: "You can do this" }', Role.StaticText, "You can do this"),
        ('DateLeaf { month: "May"; day: "4"; weekday: "Monday" }', Role.StaticText, "Monday 4 May"),
        ('Notice { title: "Watch out" }', Role.Heading, "Watch out"),
        ('Notice { text: "The clock runs" }', Role.StaticText, "The clock runs"),
        ('RouteStation { number: 2; title: "Phone them" }', Role.Heading, "Phone them"),
        ('RouteStation { number: 2; title: "Phone them" }', Role.StaticText, "Step 2"),
        ('RouteStation { label: "You must" }', Role.StaticText, "You must"),
        ('QrCode { source: ""; modules: 29; name: "A code" }', Role.Graphic, "A code"),
        ("NavigationBar {}", Role.ToolBar, "Always here"),
        (DIALOG, Role.AlertMessage, "Are you still there?"),
        (DIALOG, Role.StaticText, "42 seconds left"),
        (DAYS, Role.Button, "Friday 2 October 2026"),
        (DAYS, Role.StaticText, "Wed"),
    ],
)
def test_everything_else_says_what_it_is(tmp_path: Path, qml: str, role: Role, said: str) -> None:
    with stage(tmp_path, qml) as view:
        assert role in {each.role() for each in heard(view) if name(each) == said}


@pytest.mark.parametrize("control", ["OptionButton", "LanguageButton"])
def test_what_is_selected_says_so(tmp_path: Path, control: str) -> None:
    with stage(tmp_path, f'{control} {{ text: "Touch me"; selected: true }}') as view:
        assert find(view, "Touch me").state().selected


def test_a_day_is_chosen_by_its_number(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, DAYS) as view:
        touch(view, finger, middle(button(view, "2")))
        assert view.rootObject().property("last") == 2


def test_a_day_to_come_cannot_be_chosen(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, DAYS) as view:
        touch(view, finger, middle(button(view, "3")))
        assert view.rootObject().property("last") == -1


def test_the_first_day_stands_under_its_weekday(tmp_path: Path) -> None:
    with stage(tmp_path, DAYS) as view:
        thursday = next(item for item in texts(view.rootObject()) if item.property("text") == "Thu")
        assert abs(middle(button(view, "1")).x() - middle(thursday).x()) <= 1


@pytest.mark.parametrize("at", [QPoint(10, 10), QPoint(540, 1900), None], ids=["corner", "bottom", "button"])
def test_any_touch_anywhere_stays(tmp_path: Path, finger: QPointingDevice, at: QPoint | None) -> None:
    with stage(tmp_path, DIALOG) as view:
        touch(view, finger, at or middle(button(view, "Yes, I am still here")))
        assert count(view) == 1


def test_a_finger_that_slides_off_the_button_stays_too(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, DIALOG) as view:
        touch(view, finger, middle(button(view, "Yes, I am still here")), QPoint(540, 1900))
        assert count(view) == 1


def shapes(*scales: float) -> list[tuple[Screen, float, bool]]:
    return [(screen, scale, long) for screen in SCREENS.values() for scale in scales for long in (False, True)]


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("mirrored", [False, True], ids=["", "mirrored"])
def test_nothing_is_ever_cut_off(scene: str, mirrored: bool) -> None:
    """In every text size, on every screen, in short words and long ones, in both directions."""
    for screen, scale, long_words in shapes(0.85, 1.0, 1.3, 1.6):
        with gallery(scene, Look(screen, scale, mirrored=mirrored), long_words) as view:
            cut = [each.property("text") for each in texts(view.rootObject()) if is_cut(each, screen)]
            assert cut == [], (screen, scale, long_words)


def is_cut(text: QQuickItem, screen: Screen) -> bool:
    """Say whether a text is elided, wider than its place, or beyond an edge of the window or of its button."""
    spare = text.width() - text.property("paintedWidth")
    context = qmlContext(text)
    assert context is not None
    aligned, _undefined = QQmlExpression(context, text, "effectiveHorizontalAlignment").evaluate()
    left = text.mapToScene(QPoint(0, 0)).x() + {1: 0, 2: spare, 4: spare / 2}[aligned]
    beyond = left < -1 or left + text.property("paintedWidth") > screen.width + 1
    too_wide = spare < -1
    around = text.parentItem()
    while around is not None and not around.inherits("QQuickAbstractButton"):
        around = around.parentItem()
    spills = around is not None and (
        text.mapToItem(around, QPoint(0, 0)).y() < 0
        or text.mapToItem(around, QPoint(0, int(text.property("paintedHeight")))).y() > around.height() + 1
    )
    return bool(text.property("truncated")) or beyond or too_wide or spills


@pytest.mark.parametrize("scene", SCENES)
def test_every_target_is_twenty_millimetres_each_way_on_every_screen(scene: str) -> None:
    for screen, scale, long_words in shapes(0.85, 1.6):
        with gallery(scene, Look(screen, scale), long_words) as view:
            least = 20 * screen.ppi / 25.4
            small = [b.property("text") for b in buttons(view.rootObject()) if min(b.width(), b.height()) < least]
            assert small == [], (screen, scale, long_words)


@pytest.mark.parametrize("scene", SCENES)
def test_no_two_targets_overlap(scene: str) -> None:
    for screen, scale, long_words in shapes(1.6):
        with gallery(scene, Look(screen, scale), long_words) as view:
            inside = buttons_of_the_column(view) if scene != "StillThere" else []
            boxes = [each.mapRectToScene(each.boundingRect()) for each in inside]
            pairs = [(a, b) for i, a in enumerate(boxes) for b in boxes[:i] if a.intersects(b)]
            assert pairs == [], (screen, scale, long_words)


def buttons_of_the_column(view: QQuickView) -> list[QQuickItem]:
    flick = next(item for item in items(view.rootObject()) if item.inherits("QQuickFlickable"))
    return buttons(flick)


@pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)
def test_the_bar_leaves_the_content_its_room(screen: Screen) -> None:
    """Even at the largest text it takes no more than a sixth of the window."""
    with gallery("Question", Look(screen, 1.6), long_words=True) as view:
        assert middle(button(view, "Back")).y() > screen.height * 5 / 6


@pytest.mark.parametrize(("label", "signal"), [("Back", 1), ("Start again", 2), ("Listen", 3), ("Display", 4)])
def test_the_bar_tells_what_was_touched(tmp_path: Path, finger: QPointingDevice, label: str, signal: int) -> None:
    with stage(tmp_path, bar()) as view:
        touch(view, finger, middle(button(view, label)))
        assert view.rootObject().property("last") == signal


def test_a_person_is_always_one_touch_away(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, bar("canGoBack: false; canStartAgain: false; canListen: false")) as view:
        touch(view, finger, middle(button(view, "Talk to a person")))
        assert view.rootObject().property("last") == 5


def test_the_bar_can_do_without_listening(tmp_path: Path) -> None:
    with stage(tmp_path, bar("listenShown: false")) as view:
        assert [each.property("text") for each in buttons(view.rootObject())] == [
            "Back",
            "Start again",
            "Display",
            "Talk to a person",
        ]


def test_while_it_speaks_the_bar_offers_to_stop(tmp_path: Path) -> None:
    with stage(tmp_path, bar("speaking: true")) as view:
        assert button(view, "Stop").isEnabled()


def bar(more: str = "") -> str:
    signals = ("Back", "StartAgain", "Listen", "Display", "Person")
    handlers = "; ".join(f"on{signal}: stage.last = {number}" for number, signal in enumerate(signals, 1))
    return f"NavigationBar {{ {handlers}; {more} }}"


def test_right_to_left_puts_the_symbol_at_the_right(tmp_path: Path) -> None:
    qml = 'OptionButton { text: "Touch me"; symbol: "home" }'
    with stage(tmp_path, qml, Look(mirrored=True)) as view:
        assert side_of_symbol(view) > 0
    with stage(tmp_path, qml) as view:
        assert side_of_symbol(view) < 0


def side_of_symbol(view: QQuickView) -> float:
    symbol, words, _arrow = texts(button(view, "Touch me"))
    return middle(symbol).x() - middle(words).x()


@pytest.mark.parametrize(
    ("symbol", "turned"), [("arrow_back", 180), ("chevron_right", 180), ("expand_more", 0), ("call", 0)]
)
def test_right_to_left_turns_arrows_and_nothing_else(tmp_path: Path, symbol: str, turned: int) -> None:
    with stage(tmp_path, f'SymbolIcon {{ symbol: "{symbol}" }}', Look(mirrored=True)) as view:
        assert texts(view.rootObject())[0].rotation() == turned


def test_cards_of_a_row_are_equally_high(tmp_path: Path) -> None:
    qml = 'CardGrid { OptionButton { text: "Short" } OptionButton { text: "Long"; hint: "%s" } }' % ("word " * 60)
    with stage(tmp_path, qml, Look(LAPTOP)) as view:
        first, second = button(view, "Short"), button(view, "Long")
        assert first.height() == second.height()
        assert middle(first).y() == middle(second).y()
