// A screen: a top row (`symbol`, `title`, `language`), then its children one under the other. When they do not fit,
// More and Up appear below, or beside them in low windows: nothing needs a swipe, and More jumps most of a page.
// Keyboard focus scrolls to what it is on. A child may reach both edges with `x: -Theme.margin` and a `width`.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: root

    default property alias content: column.data
    property alias title: top.title
    property alias symbol: top.symbol
    property alias language: top.language
    property alias spacing: column.spacing

    readonly property alias contentPosition: flick.contentY
    readonly property bool overflows: column.height + Theme.space > height
    readonly property bool rail: overflows && Theme.low && Theme.wide
    readonly property bool foot: overflows && !rail
    readonly property real lastPosition: Math.max(0, flick.contentHeight - flick.height)
    readonly property Item focused: Window.activeFocusItem

    signal languageTouched

    function more(): void {
        turnPage(1);
    }

    function turnPage(direction: int): void {
        scrollTo(flick.contentY + direction * Math.max(flick.height / 2, flick.height - 2.6 * Theme.body));
    }

    function scrollTo(y: real): void {
        flick.cancelFlick();
        flick.contentY = Math.round(Math.max(0, Math.min(y, lastPosition)));
    }

    function reveal(item: Item): void {
        let ancestor = item;
        while (ancestor && ancestor !== column)
            ancestor = ancestor.parent;
        if (!ancestor || !overflows)
            return;
        const start = item.mapToItem(column, 0, 0).y - Theme.spaceWide;
        const end = start + item.height + 2 * Theme.spaceWide;
        if (start < flick.contentY || end > flick.contentY + flick.height)
            scrollTo(start < flick.contentY ? start : Math.min(start, end - flick.height));
    }

    anchors.fill: parent
    onFocusedChanged: reveal(focused)
    onLastPositionChanged: if (flick.contentY > lastPosition) scrollTo(lastPosition)

    Flickable {
        id: flick
        anchors.fill: parent
        anchors.bottomMargin: root.foot ? scroll.height + 2 * Theme.space : 0
        contentWidth: width
        contentHeight: column.height + Theme.space
        flickableDirection: Flickable.VerticalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.overflows
        pixelAligned: true
        clip: true

        Column {
            id: column
            x: root.rail && Theme.mirrored ? flick.width - Theme.margin - width : Theme.margin
            width: root.rail ? Theme.contentWidth : flick.width - 2 * Theme.margin
            spacing: Theme.spaceFlow

            ScreenTop {
                id: top
                width: parent.width
                onLanguageTouched: root.languageTouched()
            }
        }
    }
    Divider {
        visible: root.foot
        x: Theme.margin
        y: flick.height
        width: column.width
    }
    ScrollButtons {
        id: scroll
        visible: root.overflows
        rail: root.rail
        canGoDown: flick.contentY < root.lastPosition - 1
        canGoUp: flick.contentY > 0
        width: root.rail ? across : root.width
        anchors.right: parent.right
        anchors.rightMargin: root.rail ? Theme.margin : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space
        onUp: root.turnPage(-1)
        onMore: root.turnPage(1)
    }
}
