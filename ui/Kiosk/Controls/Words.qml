// Text as every control writes it: plain, wrapping, never cut, at the start of its line.
import QtQuick
import Kiosk.Theme

Text {
    color: Theme.text
    textFormat: Text.PlainText
    wrapMode: Text.Wrap
    horizontalAlignment: Text.AlignLeft
    lineHeight: Theme.lineHeight
    font.family: Theme.family
    font.pixelSize: Theme.body
}
