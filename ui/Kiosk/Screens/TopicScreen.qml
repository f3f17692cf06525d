pragma ComponentBehavior: Bound

// What every screen but the first shares: the row at the top, and a way on for whoever draws it page by page.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

ScreenLayout {
    id: root

    required property SessionViewModel session

    spacing: Theme.spaceWide
    symbol: "handshake"
    title: root.session.about.council ? qsTr("%1: disagreeing with a decision").arg(root.session.about.council) : qsTr("Disagreeing with a decision")

    onLanguageTouched: root.session.display()
}
