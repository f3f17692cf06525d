// Contact details on a card, line under line.

import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    default property alias content: lines.data

    border.color: Theme.border
    border.width: Theme.borderWidth
    color: Theme.card
    implicitHeight: lines.height + 2 * Theme.padding
    radius: Theme.radius
    width: parent ? parent.width : implicitWidth

    Column {
        id: lines

        anchors.left: parent.left
        anchors.margins: Theme.padding
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.spaceWide
    }
}
