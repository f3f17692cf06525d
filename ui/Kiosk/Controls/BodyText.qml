// Running text; `look` chooses its size and tone. Fills its parent's width, and wraps before a line is too
// long to read.
import QtQuick
import Kiosk.Theme

Words {
    id: root

    enum Look { Body, Lead, Muted, Small, Strong }

    property int look: BodyText.Look.Body

    readonly property real beyond: Math.max(0, width - Theme.readingWidth)

    width: parent ? parent.width : implicitWidth
    leftPadding: Theme.mirrored ? beyond : 0
    rightPadding: Theme.mirrored ? 0 : beyond
    color: look === BodyText.Look.Muted || look === BodyText.Look.Small ? Theme.mutedText : Theme.text
    font.pixelSize: look === BodyText.Look.Lead ? Theme.lead : look === BodyText.Look.Small ? Theme.small : Theme.body
    font.weight: look === BodyText.Look.Strong ? Theme.strong : Theme.regular
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
