// One line of contact details: a symbol, the words, and a detail below. `large` is for what most people need.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Item {
    id: root

    property string detail: ""
    property bool large: false
    property string symbol: ""
    property string text: ""

    implicitHeight: words.height
    width: parent ? parent.width : implicitWidth

    SymbolIcon {
        id: mark

        anchors.left: parent.left
        color: Theme.text
        size: Math.round(told.font.pixelSize * 1.15)
        symbol: root.symbol
        y: Math.max(0, Math.round((metrics.height * told.lineHeight - size) / 2))
    }

    FontMetrics {
        id: metrics

        font: told.font
    }

    Column {
        id: words

        anchors.left: mark.right
        anchors.leftMargin: Theme.space
        anchors.right: parent.right

        BodyText {
            id: told

            font.pixelSize: root.large ? Theme.title : Theme.body
            font.weight: root.large ? Theme.heavy : Theme.regular
            text: root.text
            wrapMode: Text.Wrap
        }

        BodyText {
            look: BodyText.Look.Small
            text: root.detail
            visible: text !== ""
        }
    }
}
