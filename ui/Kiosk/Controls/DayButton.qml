// A day of a month: `text` is its number, `spoken` the whole date, `today` a frame around it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    property string spoken: ""
    property bool today: false

    radius: Theme.smallRadius
    minimumHeight: Theme.low ? Theme.target : Theme.mm(24)
    description: today ? qsTr("Today") : ""
    Accessible.name: spoken

    contentItem: Words {
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: !root.enabled ? Theme.disabledText : root.down ? Theme.pressedText : Theme.text
        font.weight: root.enabled ? Theme.strong : Theme.regular
    }

    background: Rectangle {
        radius: root.radius
        color: !root.enabled ? Theme.surface : root.down ? Theme.pressed : root.today ? Theme.selected : Theme.card
        border.width: !root.enabled ? 0 : root.today ? 2 * Theme.borderWidth : Theme.thinWidth
        border.color: Theme.border
    }
}
