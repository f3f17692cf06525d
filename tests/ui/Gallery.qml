// One scene of the gallery above the bar, in a window of any size: `python -m tests.ui.gallery OUT_DIR` draws them.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: root

    property string scene: "Question"
    property bool longWords: false

    color: Theme.surface
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top

        Loader {
            anchors.fill: parent
            active: root.scene !== ""
            Component.onCompleted: setSource(root.scene + "Scene.qml", { longWords: root.longWords })
        }
    }
    NavigationBar {
        id: bar
        anchors.bottom: parent.bottom
        canListen: root.scene !== "Outcome"
        canGoBack: root.scene !== "Attract"
    }
}
