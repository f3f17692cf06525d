// A button for one act. `primary`: filled with the action colour, and larger; otherwise outlined.
// `symbol` stands before the words, after them with `symbolAtEnd`, above them with `stacked`; `textSize` may be set.
// Never wider than the content; its words wrap. In a Column it stands where lines start.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    property bool primary: false
    property string symbol: ""
    property bool symbolAtEnd: false
    property bool stacked: false
    property int textSize: primary ? Theme.lead : Theme.body

    readonly property color ink: !enabled ? Theme.disabledText : primary ? Theme.actionText
        : down ? Theme.pressedText : Theme.text

    minimumWidth: primary ? Theme.mainActionWidth : Theme.mm(32)
    minimumHeight: primary ? Theme.mainActionHeight : Theme.target
    horizontalPadding: stacked ? Theme.spaceTight : Theme.padding
    verticalPadding: primary ? Theme.spaceWide : Theme.space
    width: Math.min(implicitWidth, Theme.contentWidth)
    anchors.left: parent instanceof Column ? parent.left : undefined

    contentItem: Item {
        id: face

        readonly property bool markLeft: root.symbolAtEnd === Theme.mirrored
        readonly property int markRoom: mark.visible && !root.stacked ? mark.size + Theme.space : 0
        readonly property int markHeight: mark.visible && root.stacked ? mark.size : 0
        readonly property real start: (width - Math.ceil(words.contentWidth) - markRoom) / 2
        readonly property real wordsStart: Theme.mirrored ? width - start - words.width - (markLeft ? 0 : markRoom)
            : start + (markLeft ? markRoom : 0)
        readonly property real rise: (height - markHeight - words.height) / 2

        implicitWidth: Math.ceil(words.implicitWidth) + markRoom
        implicitHeight: Math.max(words.implicitHeight + markHeight, mark.visible ? mark.size : 0)

        SymbolIcon {
            id: mark
            visible: root.symbol !== ""
            symbol: root.symbol
            size: Math.round(root.textSize * 1.15)
            color: root.ink
            x: root.stacked ? (face.width - size) / 2 : face.markLeft ? face.start : face.width - face.start - size
            y: root.stacked ? face.rise : (face.height - size) / 2
        }
        Words {
            id: words
            x: face.markRoom === 0 ? 0 : face.wordsStart
            y: face.rise + face.markHeight
            width: face.width - face.markRoom
            text: root.text
            color: root.ink
            font.pixelSize: root.textSize
            font.weight: root.primary ? Theme.heavy : Theme.strong
            horizontalAlignment: face.markRoom === 0 ? Text.AlignHCenter : Text.AlignLeft
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
