// One option as a card: a symbol in a tile, the words, a `hint` below, and an arrow; `selected` marks the answer
// already given. Stands in a CardGrid, or takes a `width`; grows with its words.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

TouchButton {
    id: root

    property string symbol: ""
    property string hint: ""
    property bool selected: false

    readonly property color ink: !enabled ? Theme.disabledText : down ? Theme.pressedText : Theme.text

    description: hint
    implicitWidth: Theme.contentWidth
    padding: Theme.padding
    Layout.fillWidth: true
    Layout.fillHeight: true
    Accessible.selectable: true
    Accessible.selected: selected

    contentItem: Item {
        implicitHeight: Math.max(tile.visible ? tile.height : 0, words.height)

        Rectangle {
            id: tile
            visible: root.symbol !== ""
            width: visible ? Theme.tileSize : 0
            height: Theme.tileSize
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            radius: Theme.smallRadius
            color: root.selected ? Theme.action : Theme.tile

            SymbolIcon {
                anchors.centerIn: parent
                symbol: root.symbol
                size: Math.round(Theme.tileSize * 0.58)
                color: root.selected ? Theme.actionText : Theme.tileText
            }
        }
        Column {
            id: words
            anchors.left: tile.right
            anchors.leftMargin: tile.visible ? Theme.spaceWide : 0
            anchors.right: parent.right
            anchors.rightMargin: mark.size + Theme.space
            anchors.verticalCenter: parent.verticalCenter

            Words {
                width: parent.width
                text: root.text
                color: root.ink
                lineHeight: Theme.headingLineHeight
                font.pixelSize: Theme.lead
                font.weight: Theme.strong
            }
            Words {
                width: parent.width
                visible: text !== ""
                text: root.hint
                color: root.enabled && !root.down ? Theme.mutedText : root.ink
                font.pixelSize: Theme.small
            }
        }
        SymbolIcon {
            id: mark
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            symbol: root.selected ? "check_circle" : "chevron_right"
            size: root.selected ? Theme.lead : Theme.body
            color: root.ink
        }
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.pressed : root.selected ? Theme.selected : Theme.card
        border.width: root.selected ? 2 * Theme.borderWidth : Theme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText
    }
}
