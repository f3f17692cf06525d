// The one button that begins: as large as a hand.

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

ActionButton {
    Layout.fillHeight: true
    Layout.fillWidth: true
    minimumHeight: Theme.mainActionHeight * (Theme.low ? 1 : 1.4)
    primary: true
    symbol: "arrow_forward"
    symbolAtEnd: true
}
