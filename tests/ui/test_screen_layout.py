"""A screen's layout: More and Up instead of a swipe, and the keyboard never out of sight."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from tests.ui.gallery import LANDSCAPE, LAPTOP, PORTRAIT, SCREENS, Look, Screen
from tests.ui.stage import button, buttons, items, middle, stage, texts, touch

SHORT = 'ScreenLayout { title: "Here"; OptionButton { text: "Only"; width: parent.width } }'
LONG = """
ScreenLayout {
    Repeater {
        model: 30
        delegate: OptionButton {
            required property int index
            width: parent ? parent.width : 0
            text: `Option ${index}`
            onClicked: stage.last = index
        }
    }
}
"""
LEADING = 3
"""Pixels that a line has above and below its letters, at least."""
TALL = """
ScreenLayout {
    Repeater {
        model: 3
        delegate: BodyText {
            width: parent ? parent.width : 0
            text: "Ask for the letter and the reasons. Say how many days it was this term. ".repeat(60)
        }
    }
}
"""
every_screen = pytest.mark.parametrize("screen", SCREENS.values(), ids=SCREENS)


@pytest.fixture(autouse=True)
def application(qapp: QGuiApplication) -> None:
    """Every test here shows windows."""


@pytest.fixture(scope="module")
def finger(qapp: QGuiApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


def labels(view: QQuickView) -> list[str]:
    return [each.property("text") for each in buttons(view.rootObject())]


def layout(view: QQuickView) -> QQuickItem:
    return next(item for item in items(view.rootObject()) if item.metaObject().indexOfProperty("contentPosition") >= 0)


def position(view: QQuickView) -> float:
    return float(layout(view).property("contentPosition"))


def touches(view: QQuickView, finger: QPointingDevice, text: str) -> None:
    touch(view, finger, middle(button(view, text)))
    QTest.qWait(1)


@every_screen
def test_what_fits_needs_no_more(tmp_path: Path, screen: Screen) -> None:
    with stage(tmp_path, SHORT, Look(screen)) as view:
        assert labels(view) == ["Only"]


@every_screen
def test_what_does_not_fit_has_more_and_at_first_no_up(tmp_path: Path, screen: Screen) -> None:
    with stage(tmp_path, LONG, Look(screen)) as view:
        assert "More" in labels(view)
        assert "Up" not in labels(view)


@every_screen
@pytest.mark.parametrize("scale", [0.85, 1.0, 1.3, 1.6])
def test_more_shows_everything_in_the_end_and_skips_nothing(
    tmp_path: Path, finger: QPointingDevice, screen: Screen, scale: float
) -> None:
    with stage(tmp_path, LONG, Look(screen, scale)) as view:
        pages = [position(view)]
        while button(view, "More").isEnabled():
            touches(view, finger, "More")
            pages.append(position(view))
        flick = next(item for item in items(view.rootObject()) if item.inherits("QQuickFlickable"))
        assert all(0 < after - before <= flick.height() for before, after in pairwise(pages))
        assert pages[-1] == pytest.approx(flick.property("contentHeight") - flick.height(), abs=1)


@every_screen
@pytest.mark.parametrize("scale", [0.85, 1.6])
@pytest.mark.parametrize("tall", [True, False], ids=["tall", "cards"])
def test_each_page_begins_with_something_whole(
    tmp_path: Path, finger: QPointingDevice, screen: Screen, scale: float, tall: bool
) -> None:
    with stage(tmp_path, TALL if tall else LONG, Look(screen, scale)) as view:
        pages = 0
        while True:
            touches(view, finger, "More")
            if not button(view, "More").isEnabled():
                break
            pages += 1
            cut = [box for box in lines(view, tall) if box.top() < -LEADING and box.bottom() > LEADING]
            assert not cut, f"page {pages}: {cut}"
        assert pages


def lines(view: QQuickView, tall: bool) -> list[QRectF]:
    """Return where each button is, or each line of text."""
    if not tall:
        return [each.mapRectToScene(each.boundingRect()) for each in buttons(view.rootObject())]
    boxes = [
        (each.mapRectToScene(each.boundingRect()), each.property("lineCount")) for each in texts(view.rootObject())
    ]
    return [
        QRectF(box.x(), box.y() + box.height() / count * n, box.width(), box.height() / count)
        for box, count in boxes
        for n in range(count)
    ]


def test_more_keeps_its_place(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, LONG) as view:
        before = middle(button(view, "More"))
        touches(view, finger, "More")
        assert middle(button(view, "More")) == before


def test_up_goes_back_to_the_start_and_leaves(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, LONG) as view:
        touches(view, finger, "More")
        touches(view, finger, "Up")
        assert position(view) == 0
        assert "Up" not in labels(view)


def test_a_finger_that_drags_scrolls_and_chooses_nothing(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, LONG) as view:
        touch(view, finger, QPoint(540, 1200), QPoint(540, 500))
        assert position(view) > 0
        assert view.rootObject().property("last") == -1


def test_a_touch_on_a_card_cut_by_the_edge_chooses_it(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(tmp_path, LONG) as view:
        flick = next(item for item in items(view.rootObject()) if item.inherits("QQuickFlickable"))
        touch(view, finger, QPoint(540, int(flick.height()) - 5))
        assert view.rootObject().property("last") > 0
        assert position(view) == 0


@every_screen
def test_the_keyboard_is_never_out_of_sight(tmp_path: Path, screen: Screen) -> None:
    with stage(tmp_path, LONG, Look(screen)) as view:
        flick = next(item for item in items(view.rootObject()) if item.inherits("QQuickFlickable"))
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            for _ in range(40):
                QTest.keyClick(view, key)
                focused = view.activeFocusItem()
                if focused.property("text") not in ("More", "Up"):
                    box = focused.mapRectToScene(focused.boundingRect())
                    assert box.top() >= 0 and box.bottom() <= flick.height(), focused.property("text")


@pytest.mark.parametrize(("screen", "beside"), [(PORTRAIT, False), (LANDSCAPE, False), (LAPTOP, True)])
def test_in_a_low_window_more_stands_beside(tmp_path: Path, screen: Screen, beside: bool) -> None:
    with stage(tmp_path, LONG, Look(screen)) as view:
        first = button(view, "Option 0").mapRectToScene(button(view, "Option 0").boundingRect())
        assert (middle(button(view, "More")).x() > first.right()) == beside


@every_screen
def test_at_the_largest_text_most_of_the_window_is_content(tmp_path: Path, screen: Screen) -> None:
    with stage(tmp_path, LONG, Look(screen, 1.6)) as view:
        flick = next(item for item in items(view.rootObject()) if item.inherits("QQuickFlickable"))
        assert flick.height() >= 0.8 * screen.height


def test_the_language_is_there_when_it_is_given(tmp_path: Path, finger: QPointingDevice) -> None:
    with stage(
        tmp_path, 'ScreenLayout { title: "Here"; language: "Polski"; onLanguageTouched: ++stage.count }'
    ) as view:
        touches(view, finger, "Polski")
        assert view.rootObject().property("count") == 1
