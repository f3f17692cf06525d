pragma ComponentBehavior: Bound

// One screen at a time: the screen named X is shown by Screens/XScreen.qml. Swapped at once, since touches made
// while a transition runs are lost.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

FocusScope {
    id: root

    required property SessionViewModel session
    readonly property real contentPosition: loader.shown ? loader.shown.contentPosition : 0

    function more() {
        if (loader.shown)
            loader.shown.more();
    }

    function show() {
        loader.setSource(Qt.resolvedUrl(`Screens/${root.session.screen.name}Screen.qml`), {
            session: root.session,
            screen: root.session.screen,
            // Its size from the start: laid out first at none, it would think that nothing fits, and be laid out twice.
            width: root.width,
            height: root.height
        });
    }

    Component.onCompleted: root.show()

    Connections {
        function onScreenChanged() {
            root.show();
        }

        target: root.session
    }

    Loader {
        id: loader

        readonly property ScreenLayout shown: loader.item as ScreenLayout

        anchors.fill: parent
        focus: true

        onStatusChanged: if (status === Loader.Error) root.session.screenFailed()
    }
}
