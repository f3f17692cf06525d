// One button of the bar: a symbol above its label, or beside it in low windows. `leading` fills it: the way back.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    required property string symbol
    required property int labelSize
    property bool leading: false

    readonly property bool beside: Theme.low
    readonly property bool filled: leading && enabled
    readonly property color ink: !enabled ? Theme.barDisabled : filled && !down ? Theme.barLeadText : Theme.barText

    ringColor: Theme.barFocus
    horizontalPadding: Theme.mm(1.5)
    verticalPadding: Theme.spaceTight

    contentItem: Item {
        id: face

        readonly property int markSize: Math.round(Theme.furniture * (root.beside ? 1.2 : 1.45))
        readonly property int gap: Theme.mm(2)
        readonly property real start: (width - markSize - gap - Math.ceil(words.contentWidth)) / 2

        implicitHeight: root.beside ? Math.max(markSize, words.implicitHeight)
            : markSize + Theme.spaceTight + words.implicitHeight

        SymbolIcon {
            id: mark
            symbol: root.symbol
            size: face.markSize
            color: root.ink
            x: !root.beside ? (face.width - width) / 2 : Theme.mirrored ? face.width - face.start - width : face.start
            y: root.beside ? (face.height - height) / 2 : 0
        }
        Words {
            id: words
            x: !root.beside ? 0 : Theme.mirrored ? face.width - face.start - face.markSize - face.gap - width
                : face.start + face.markSize + face.gap
            y: root.beside ? (face.height - height) / 2 : mark.y + face.markSize + Theme.spaceTight
            width: face.width - (root.beside ? face.markSize + face.gap : 0)
            text: root.text
            horizontalAlignment: root.beside ? Text.AlignLeft : Text.AlignHCenter
            color: root.ink
            font.pixelSize: root.labelSize
            font.weight: Theme.strong
        }
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.barPressed : root.filled ? Theme.barLead : Theme.bar
        border.width: root.filled ? 0 : Theme.thinWidth
        border.color: root.enabled ? Theme.barBorder : Theme.barDisabled
    }
}
