pragma ComponentBehavior: Bound

// The kiosk's window.

import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Theme
import Kiosk.ViewModels

Window {
    id: root

    required property SessionViewModel session
    required property bool windowed
    readonly property real contentPosition: surface.contentPosition

    function more() {
        surface.more();
    }

    color: Theme.surface
    height: Screen.height
    title: qsTr("Disagreeing with a decision")
    visibility: root.windowed ? Window.Windowed : Window.FullScreen
    width: Screen.width

    KioskSurface {
        id: surface

        anchors.fill: parent
        session: root.session
    }
}
