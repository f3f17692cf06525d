// A language by its own name. `selected` marks the one in use. Never wider than the content.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    property bool selected: false

    radius: Theme.target / 2
    minimumWidth: Theme.mm(30)
    horizontalPadding: Theme.mm(6)
    verticalPadding: Theme.spaceTight
    width: Math.min(implicitWidth, Theme.contentWidth)
    Accessible.selectable: true
    Accessible.selected: selected

    contentItem: Words {
        text: root.text
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        color: !root.enabled ? Theme.disabledText : root.down ? Theme.pressedText : Theme.text
        font.weight: Theme.strong
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.pressed : root.selected ? Theme.selected : Theme.card
        border.width: root.selected ? 2 * Theme.borderWidth : Theme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText
    }
}
