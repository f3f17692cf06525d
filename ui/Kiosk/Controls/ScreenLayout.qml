// A screen: a top row (`symbol`, `title`, `language`), a column of content, and More and Up when it does not fit.
// Children go into the column, one under the other. In low windows the top row scrolls with them and the buttons
// stand at the side. Nothing needs a swipe: More jumps most of a page, and keyboard focus scrolls to what it is on.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Item {
    id: root

    default property alias content: column.data
    property string title: ""
    property string symbol: ""
    property string language: ""
    property alias spacing: column.spacing

    readonly property bool overflows: column.height + Theme.space > height - top.height
    readonly property bool rail: overflows && Theme.low && Theme.wide
    readonly property bool foot: overflows && !rail
    readonly property real lastY: Math.max(0, flick.contentHeight - flick.height)
    readonly property Item focused: Window.activeFocusItem

    signal languageTouched

    function page(direction: int): void {
        scrollTo(flick.contentY + direction * Math.max(flick.height / 2, flick.height - 2.6 * Theme.body));
    }

    function scrollTo(y: real): void {
        flick.cancelFlick();
        flick.contentY = Math.round(Math.max(0, Math.min(y, lastY)));
    }

    function reveal(item: Item): void {
        let ancestor = item;
        while (ancestor && ancestor !== column)
            ancestor = ancestor.parent;
        if (!ancestor || !overflows)
            return;
        const start = item.mapToItem(flick.contentItem, 0, 0).y - Theme.spaceWide;
        const end = start + item.height + 2 * Theme.spaceWide;
        if (start < flick.contentY || end > flick.contentY + flick.height)
            scrollTo(start < flick.contentY ? start : Math.min(start, end - flick.height));
    }

    anchors.fill: parent
    onFocusedChanged: reveal(focused)

    ScreenTop {
        id: top
        y: Theme.low ? -flick.contentY : 0
        z: 1
        width: flick.width
        title: root.title
        symbol: root.symbol
        language: root.language
        onLanguageTouched: root.languageTouched()
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: root.rail ? scroll.width + Theme.margin : 0
        anchors.top: parent.top
        anchors.topMargin: Theme.low ? 0 : top.height
        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.foot ? scroll.height + 2 * Theme.space : 0
        contentWidth: width
        contentHeight: column.y + column.height + Theme.space
        flickableDirection: Flickable.VerticalFlick
        boundsBehavior: Flickable.StopAtBounds
        interactive: root.overflows
        pixelAligned: true
        clip: true
        onContentHeightChanged: root.scrollTo(contentY)

        Column {
            id: column
            x: Theme.margin
            y: Theme.low ? top.height : 0
            width: flick.width - 2 * Theme.margin
            spacing: Theme.space
        }
    }
    Rectangle {
        anchors.left: flick.left
        anchors.right: flick.right
        anchors.margins: Theme.margin
        anchors.top: flick.bottom
        height: Theme.thinWidth
        color: Theme.mutedBorder
        visible: root.foot
    }
    ScrollButtons {
        id: scroll
        visible: root.overflows
        rail: root.rail
        canGoDown: flick.contentY < root.lastY - 1
        canGoUp: flick.contentY > 0
        width: root.rail ? across : root.width
        anchors.right: parent.right
        anchors.rightMargin: root.rail ? Theme.margin : 0
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.space
        onUp: root.page(-1)
        onMore: root.page(1)
    }
}
