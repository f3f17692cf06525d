// Running text; `look` chooses its size and tone. Fills its parent's width; wraps, never cut.
import QtQuick
import Kiosk.Theme

Words {
    id: root

    enum Look { Body, Lead, Muted, Small, Strong }

    property int look: BodyText.Look.Body

    width: parent ? Math.min(parent.width, Theme.readingWidth) : implicitWidth
    color: look === BodyText.Look.Muted || look === BodyText.Look.Small ? Theme.mutedText : Theme.text
    font.pixelSize: look === BodyText.Look.Lead ? Theme.lead : look === BodyText.Look.Small ? Theme.small : Theme.body
    font.weight: look === BodyText.Look.Strong ? Theme.strong : Theme.regular
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
