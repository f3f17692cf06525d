// How far down a list is; it can be dragged.
import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

T.ScrollBar {
    id: root

    implicitWidth: DeskTheme.scrollBar
    visible: size < 1
    minimumSize: 0.08
    Accessible.ignored: true

    contentItem: Rectangle {
        implicitWidth: DeskTheme.scrollBar
        radius: width / 2
        color: root.pressed || root.hovered ? Theme.border : Theme.mutedBorder
    }
}
