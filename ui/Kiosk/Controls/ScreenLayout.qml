// A screen: a top row (`symbol`, `title`, `language`), then its children one under the other. When they do not fit,
// More and Up appear below, or beside them in low windows: nothing needs a swipe, and each page begins with something
// whole.
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
    property bool overflows: false
    readonly property bool rail: overflows && Theme.low && Theme.wide
    readonly property bool foot: overflows && !rail
    readonly property real lastPosition: Math.max(0, flick.contentHeight - flick.height)
    readonly property Item focused: Window.activeFocusItem

    signal languageTouched

    // In another size it is first tried without More: beside the content, More makes it narrower, and so longer.
    function tryWhole(): void {
        overflows = false;
        Qt.callLater(fit);
    }

    function fit(): void {
        overflows = width > 0 && height > 0 && column.height + Theme.space > height;
    }

    function more(): void {
        turnPage(1);
    }

    function turnPage(direction: int): void {
        const page = flick.height;
        const edge = direction > 0 ? flick.contentY + page : flick.contentY - page + 2.6 * Theme.body;
        const cut = cutBy(column, edge);
        const whole = direction > 0 ? cut.x : cut.y;
        const turned = (whole - flick.contentY) * direction;
        scrollTo(turned > page / 3 && turned <= page ? whole : flick.contentY + direction * Math.max(page / 2, page - 2.6 * Theme.body));
    }

    // Where what lies across a height begins (x) and ends (y): a page should begin with something whole. Of what is
    // higher than a third of a page, that is one of its parts; of a long text, one of its lines.
    function cutBy(item: Item, edge: real): point {
        const found = Qt.point(edge, edge);
        for (const part of item.children) {
            const top = part.mapToItem(column, 0, 0).y;
            const bottom = top + part.height;
            if (!part.visible || top >= edge || bottom <= edge)
                continue;
            const lines = part as Text;
            const within = part.height < flick.height / 3 ? Qt.point(top - Theme.space, bottom) : lines ? lineCutBy(lines, top, edge) : cutBy(part, edge);
            found.x = Math.min(found.x, within.x);
            found.y = Math.max(found.y, within.y);
        }
        return found;
    }

    function lineCutBy(text: Text, top: real, edge: real): point {
        const line = text.height / text.lineCount;
        const before = top + Math.floor((edge - top) / line) * line;
        return Qt.point(before, before + line);
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
    onWidthChanged: tryWhole()
    onHeightChanged: tryWhole()
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
            onHeightChanged: root.fit()

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
