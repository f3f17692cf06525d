// A row that leads to a service: its symbol, its name, and the sign of a code to photograph, or with `more` an arrow
// to where there is more to choose or read. Fills its parent's width.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

TouchButton {
    id: root

    property bool more: false
    property string symbol: ""

    readonly property color ink: !enabled ? Theme.disabledText : down ? Theme.pressedText : Theme.text

    width: parent ? parent.width : implicitWidth
    horizontalPadding: Theme.mm(4)
    verticalPadding: Theme.space
    Layout.fillWidth: true
    Layout.fillHeight: true

    contentItem: Item {
        implicitWidth: Math.ceil(words.implicitWidth) + mark.width + code.width + 2 * Theme.space
        implicitHeight: Math.max(words.implicitHeight, code.height)

        SymbolIcon {
            id: mark
            visible: root.symbol !== ""
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            symbol: root.symbol
            color: root.ink
        }
        Words {
            id: words
            anchors.left: mark.visible ? mark.right : parent.left
            anchors.leftMargin: mark.visible ? Theme.space : 0
            anchors.right: code.left
            anchors.rightMargin: Theme.space
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            font.weight: Theme.strong
        }
        SymbolIcon {
            id: code
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            symbol: root.more ? "chevron_right" : "qr_code_2"
            size: Math.round(Theme.body * 1.3)
            color: root.ink
        }
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.pressed : Theme.card
        border.width: Theme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText
    }
}
