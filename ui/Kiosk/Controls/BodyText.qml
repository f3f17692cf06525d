// Running text. `look` chooses size and tone. Fills its parent's width; wraps, never cut.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    enum Look { Body, Lead, Muted, Small, Strong }

    property int look: BodyText.Look.Body

    width: parent ? parent.width : implicitWidth
    color: look === BodyText.Look.Muted || look === BodyText.Look.Small ? Theme.mutedText : Theme.text
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    font.family: Theme.family
    font.pixelSize: look === BodyText.Look.Lead ? Theme.lead : look === BodyText.Look.Small ? Theme.small : Theme.body
    font.weight: look === BodyText.Look.Strong ? Theme.strong : Theme.regular
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
