// The outline that shows where the keyboard is: drawn around `parent`, outside its edge, so that no colour hides it.
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    property real around: Theme.radius

    anchors.fill: parent
    anchors.margins: -2 * border.width
    radius: around + 2 * border.width
    color: "transparent"
    border.color: Theme.focus
    border.width: Theme.focusWidth
}
