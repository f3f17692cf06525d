// More and Up: a page down and a page up without a swipe. `rail` stacks them for low windows. More keeps its place.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property bool rail
    required property bool canGoDown
    required property bool canGoUp

    readonly property int across: Math.max(upButton.implicitWidth, moreButton.implicitWidth)
    readonly property int high: Math.max(upButton.implicitHeight, moreButton.implicitHeight)

    signal up
    signal more

    implicitWidth: across
    implicitHeight: high

    ActionButton {
        id: upButton
        text: qsTr("Up")
        symbol: "expand_less"
        visible: root.canGoUp
        width: root.across
        height: root.high
        x: root.rail ? 0 : moreButton.x + (Theme.mirrored ? 1 : -1) * (width + Theme.spaceWide)
        y: root.rail ? moreButton.y - height - Theme.spaceWide : 0
        onClicked: root.up()
        onVisibleChanged: if (!visible && activeFocus) moreButton.forceActiveFocus(Qt.TabFocusReason)
    }
    ActionButton {
        id: moreButton
        text: qsTr("More")
        symbol: "expand_more"
        enabled: root.canGoDown
        width: root.across
        height: root.high
        x: (root.width - width) / 2
        y: root.height - height
        onClicked: root.more()
    }
}
