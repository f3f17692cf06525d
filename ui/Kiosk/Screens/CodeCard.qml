// A code to photograph, with what to do with it beside or below.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: root

    required property int modules
    required property string name
    required property string source
    readonly property bool beside: width - code.width - 3 * Theme.padding > bigger.implicitWidth

    signal enlarged

    border.color: Theme.border
    border.width: Theme.borderWidth
    color: Theme.card
    implicitHeight: (root.beside ? Math.max(code.height, words.height) : code.height + words.height + Theme.padding) + 2 * Theme.padding
    radius: Theme.radius

    QrCode {
        id: code

        modules: root.modules
        name: qsTr("Code with the contact details of %1").arg(root.name)
        source: root.source
        x: root.LayoutMirroring.enabled ? root.width - width - Theme.padding : Theme.padding
        y: Theme.padding
    }

    Column {
        id: words

        spacing: Theme.space
        width: root.beside ? root.width - code.width - 3 * Theme.padding : root.width - 2 * Theme.padding
        x: !root.beside || root.LayoutMirroring.enabled ? Theme.padding : code.width + 2 * Theme.padding
        y: root.beside ? Theme.padding : code.height + 2 * Theme.padding

        Heading {
            level: 2
            text: qsTr("Save these details on your phone")
        }

        BodyText {
            text: qsTr("Open your camera. Point it at the square.")
        }

        ActionButton {
            id: bigger

            symbol: "zoom_in"
            text: qsTr("Make it bigger")
            width: Math.min(implicitWidth, parent.width)

            onClicked: root.enlarged()
        }
    }
}
