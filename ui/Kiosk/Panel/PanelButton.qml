// A button of the panel: a symbol and words, outlined.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls
import Kiosk.Theme

T.AbstractButton {
    id: root

    property string symbol: ""

    readonly property color ink: !enabled ? Theme.disabledText : down ? Theme.pressedText : Theme.text

    implicitWidth: Math.ceil(face.implicitWidth) + leftPadding + rightPadding
    implicitHeight: DeskTheme.control
    horizontalPadding: DeskTheme.spaceWide
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: text
    Keys.onReturnPressed: click()
    Keys.onEnterPressed: click()

    contentItem: Row {
        id: face
        spacing: DeskTheme.space

        SymbolIcon {
            visible: root.symbol !== ""
            anchors.verticalCenter: parent.verticalCenter
            symbol: root.symbol
            size: DeskTheme.strong
            color: root.ink
        }
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            font.pixelSize: DeskTheme.text
            font.weight: Theme.strong
        }
    }

    background: Rectangle {
        radius: DeskTheme.radius
        color: root.down ? Theme.pressed : root.hovered ? Theme.selected : Theme.card
        border.width: DeskTheme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText

        FocusRing {
            around: DeskTheme.radius
            border.width: DeskTheme.focusWidth
            visible: root.visualFocus
        }
    }
}
