// More and Up: a page down and a page up without a swipe. Side by side, or with `rail` one above the other.
// More keeps its place, so that it can be touched again and again.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    required property bool rail
    required property bool canGoDown
    required property bool canGoUp

    readonly property int across: rail ? Theme.railWidth : Math.max(upButton.implicitWidth, moreButton.implicitWidth)
    readonly property int high: Math.max(upButton.implicitHeight, moreButton.implicitHeight)
    readonly property int textSize: rail ? fit.fitting([upButton.text, moreButton.text],
        Theme.railWidth - 2 * Theme.space, Theme.furniture) : Theme.body

    signal up
    signal more

    implicitWidth: across
    implicitHeight: rail ? 2 * high + Theme.space : high

    WordFit {
        id: fit
    }
    ActionButton {
        id: upButton
        text: qsTr("Up")
        symbol: "expand_less"
        stacked: root.rail
        textSize: root.textSize
        visible: root.canGoUp
        width: root.across
        height: root.high
        x: root.rail ? 0 : moreButton.x + (Theme.mirrored ? 1 : -1) * (width + Theme.spaceWide)
        onClicked: root.up()
        onVisibleChanged: if (!visible && activeFocus) moreButton.forceActiveFocus(Qt.TabFocusReason)
    }
    ActionButton {
        id: moreButton
        text: qsTr("More")
        symbol: "expand_more"
        stacked: root.rail
        textSize: root.textSize
        enabled: root.canGoDown
        width: root.across
        height: root.high
        x: (root.width - width) / 2
        y: root.height - height
        onClicked: root.more()
    }
}
