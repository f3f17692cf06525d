// A button for one act. `primary`: filled with the action colour, and larger; otherwise outlined.
// `symbol` stands before the words, or after them with `symbolAtEnd`. Never wider than the content; its words wrap.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    property bool primary: false
    property string symbol: ""
    property bool symbolAtEnd: false

    readonly property color ink: !enabled ? Theme.disabledText : primary ? Theme.actionText
        : down ? Theme.pressedText : Theme.text

    minimumWidth: primary ? Theme.mainActionWidth : Theme.mm(32)
    minimumHeight: primary ? Theme.mainActionHeight : Theme.target
    horizontalPadding: Theme.padding
    verticalPadding: Theme.space
    width: Math.min(implicitWidth, Theme.contentWidth)

    contentItem: Item {
        id: face

        readonly property int symbolRoom: mark.visible ? mark.size + Theme.space : 0
        readonly property real wordsWidth: Math.min(Math.ceil(words.implicitWidth), width - symbolRoom)
        readonly property real start: (width - wordsWidth - symbolRoom) / 2
        readonly property bool markLeft: root.symbolAtEnd === Theme.mirrored

        implicitWidth: Math.ceil(words.implicitWidth) + symbolRoom
        implicitHeight: Math.max(words.implicitHeight, mark.visible ? mark.size : 0)

        SymbolIcon {
            id: mark
            visible: root.symbol !== ""
            symbol: root.symbol
            size: Math.round(words.font.pixelSize * 1.15)
            directional: true
            color: root.ink
            x: face.markLeft ? face.start : face.width - face.start - size
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            id: words
            x: face.start + (face.markLeft ? face.symbolRoom : 0)
            width: face.wordsWidth
            anchors.verticalCenter: parent.verticalCenter
            text: root.text
            color: root.ink
            font.pixelSize: root.primary ? Theme.lead : Theme.body
            font.weight: root.primary ? Theme.heavy : Theme.strong
            horizontalAlignment: root.symbol === "" ? Text.AlignHCenter : Text.AlignLeft
        }
    }

    background: Rectangle {
        radius: root.radius
        color: !root.primary ? (root.down ? Theme.pressed : Theme.card)
            : !root.enabled ? Theme.surface : root.down ? Theme.actionPressed : Theme.action
        border.width: root.primary && root.enabled ? 0 : Theme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText
    }
}
