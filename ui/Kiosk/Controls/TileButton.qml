// A way in from the first screen: a symbol in a tile and a few words beside it, or below it where it is narrow.
// Stands in a CardGrid, or takes a `width`.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

TouchButton {
    id: root

    property string symbol: ""

    readonly property color ink: !enabled ? Theme.disabledText : down ? Theme.pressedText : Theme.text

    implicitWidth: Theme.contentWidth
    padding: Theme.padding
    Layout.fillWidth: true
    Layout.fillHeight: true

    contentItem: Item {
        id: face

        readonly property bool narrow: width < Theme.body * 10
        readonly property int beside: narrow ? 0 : tile.width + Theme.spaceWide

        implicitHeight: narrow ? tile.height + Theme.space + words.height : Math.max(tile.height, words.height)

        Rectangle {
            id: tile
            x: face.narrow ? (face.width - width) / 2 : Theme.mirrored ? face.width - width : 0
            y: (face.height - (face.narrow ? face.implicitHeight : height)) / 2
            width: Theme.tileSize
            height: width
            radius: Theme.smallRadius
            color: Theme.tile

            SymbolIcon {
                anchors.centerIn: parent
                symbol: root.symbol
                size: Math.round(Theme.tileSize * 0.58)
                color: Theme.tileText
            }
        }
        Words {
            id: words
            x: Theme.mirrored ? 0 : face.beside
            y: face.narrow ? tile.y + tile.height + Theme.space : (face.height - height) / 2
            width: face.width - face.beside
            text: root.text
            horizontalAlignment: face.narrow ? Text.AlignHCenter : Text.AlignLeft
            color: root.ink
            lineHeight: Theme.headingLineHeight
            font.pixelSize: Theme.lead
            font.weight: Theme.strong
        }
    }

    background: Rectangle {
        radius: root.radius
        color: root.down ? Theme.pressed : Theme.card
        border.width: Theme.borderWidth
        border.color: root.enabled ? Theme.border : Theme.disabledText
    }
}
