// An answer given, which a touch changes: `symbol` before the words, a pencil after them unless `editable` is false.
// Never wider than the content; its words wrap.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    property string symbol: ""
    property bool editable: true
    property int textSize: Theme.small

    readonly property color ink: !enabled ? Theme.disabledText : down ? Theme.pressedText : Theme.chipText

    radius: Theme.target / 2
    horizontalPadding: Theme.mm(5)
    verticalPadding: Theme.spaceTight
    width: Math.min(implicitWidth, Theme.contentWidth)

    contentItem: Item {
        id: face

        readonly property int before: mark.visible ? mark.size + Theme.space : 0
        readonly property int after: pencil.visible ? pencil.size + Theme.space : 0

        implicitWidth: before + Math.ceil(words.implicitWidth) + after
        implicitHeight: words.implicitHeight

        SymbolIcon {
            id: mark
            visible: root.symbol !== ""
            symbol: root.symbol
            size: Math.round(root.textSize * 1.15)
            color: root.ink
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words
            anchors.left: parent.left
            anchors.leftMargin: face.before
            anchors.right: parent.right
            anchors.rightMargin: face.after
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            horizontalAlignment: face.before + face.after > 0 ? Text.AlignLeft : Text.AlignHCenter
            color: root.ink
            font.pixelSize: root.textSize
            font.weight: Theme.strong
        }
        SymbolIcon {
            id: pencil
            visible: root.editable
            symbol: "edit"
            size: root.textSize
            color: root.ink
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
        }
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.pressed : Theme.chip
        border.width: Theme.thinWidth
        border.color: root.enabled ? Theme.chipBorder : Theme.disabledText
    }
}
