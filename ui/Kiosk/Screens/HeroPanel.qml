// The navy panel at the top of the first screen, from edge to edge.

import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    required property string lead
    required property string title
    required property string topic

    color: Theme.hero
    width: Theme.windowWidth
    x: -Theme.margin
    implicitHeight: words.height + 2 * Theme.spaceSection

    Column {
        id: words

        spacing: Theme.spaceWide
        width: Theme.contentWidth
        x: Theme.margin
        y: Theme.spaceSection

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.heroText
            font.family: Theme.family
            font.pixelSize: Theme.body
            font.weight: Theme.strong
            horizontalAlignment: Text.AlignLeft
            text: root.topic
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            color: Theme.heroText
            font.family: Theme.family
            font.pixelSize: Theme.display
            font.weight: Theme.heavy
            horizontalAlignment: Text.AlignLeft
            text: root.title
            width: parent.width
            wrapMode: Text.Wrap
        }

        Text {
            Accessible.name: text
            Accessible.role: Accessible.StaticText
            color: Theme.heroText
            font.family: Theme.family
            font.pixelSize: Theme.lead
            horizontalAlignment: Text.AlignLeft
            text: root.lead
            width: parent.width
            wrapMode: Text.Wrap
        }
    }
}
