// The heading of a screen, or with `level` 2 of a part of it. Fills its parent's width; wraps, never cut.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    property int level: 1

    width: parent ? parent.width : implicitWidth
    color: Theme.text
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    lineHeight: 1.02
    font.family: Theme.family
    font.pixelSize: level === 1 ? Theme.title : Theme.lead
    font.weight: Theme.heavy
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
