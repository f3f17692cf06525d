// A symbol drawn as a letter: `symbol` is its name, `size` its side. Always beside words, so never spoken.
// Arrows turn round in right-to-left languages.
import QtQuick
import Kiosk.Theme

Text {
    id: root

    property string symbol: ""
    property int size: Theme.body

    function turned(): bool {
        return Theme.mirrored && /^(arrow_(back|forward)|chevron_(left|right))$/.test(symbol);
    }

    width: size
    height: size
    text: Symbols.glyph(symbol)
    textFormat: Text.PlainText
    color: Theme.text
    font.family: Theme.symbolFamily
    font.pixelSize: size
    horizontalAlignment: Text.AlignHCenter
    verticalAlignment: Text.AlignVCenter
    rotation: turned() ? 180 : 0
}
