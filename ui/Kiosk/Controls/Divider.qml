// A thin line between two parts of a screen. Fills its parent's width.
import QtQuick
import Kiosk.Theme

Rectangle {
    width: parent ? parent.width : implicitWidth
    implicitHeight: Theme.thinWidth
    color: Theme.mutedBorder
}
