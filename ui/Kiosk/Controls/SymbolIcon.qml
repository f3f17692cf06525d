// A symbol drawn as a letter: `symbol` is its name, `size` its side. Always beside words, so never spoken.
// `directional` turns arrows round in right-to-left languages.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    property string symbol: ""
    property int size: Theme.body
    property bool directional: false

    width: size
    height: size
    text: Symbols.glyph(symbol)
    textFormat: Text.PlainText
    color: Theme.text
    font.family: Theme.symbolFamily
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    rotation: directional && Theme.mirrored ? 180 : 0
}
