// The heading of a screen, or with `level` 2 of a part of it. Fills its parent's width; wraps, never cut.
import QtQuick
import Kiosk.Theme

Words {
    id: root

    property int level: 1

    width: parent ? parent.width : implicitWidth
    topPadding: level === 1 ? Theme.spaceTight : Theme.space
    lineHeight: Theme.headingLineHeight
    font.pixelSize: level === 1 ? Theme.title : Theme.lead
    font.weight: Theme.heavy
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
