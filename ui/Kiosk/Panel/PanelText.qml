// Text of the panel: as on the kiosk, but of the size that a program on a desk has. `quiet`: smaller and paler.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Words {
    property bool quiet: false

    color: quiet ? Theme.mutedText : Theme.text
    lineHeight: DeskTheme.lineHeight
    font.pixelSize: quiet ? DeskTheme.small : DeskTheme.text
    Accessible.role: Accessible.StaticText
    Accessible.name: text
}
