// One scene of the gallery above the bar, in a window of any size: `python -m tests.ui.gallery OUT_DIR` draws them.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: root

    property string scene: "Question"
    property bool longWords: false
    property string code: ""
    property int modules: 1

    function more(): void {
        (loader.item as ScreenLayout).more();
    }

    color: Theme.surface
    LayoutMirroring.enabled: Theme.mirrored
    LayoutMirroring.childrenInherit: true

    Item {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: bar.top

        Loader {
            id: loader
            anchors.fill: parent
            Component.onCompleted: setSource(`scenes/${root.scene}Scene.qml`, {
                longWords: root.longWords,
                code: root.code,
                modules: root.modules
            })
        }
    }
    NavigationBar {
        id: bar
        anchors.bottom: parent.bottom
        canListen: root.scene !== "Outcome"
        canGoBack: root.scene !== "Attract"
    }
}
