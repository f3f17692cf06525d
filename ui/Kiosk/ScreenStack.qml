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
    property real wanted: 0

    function more() {
        if (loader.shown)
            loader.shown.more();
    }

    // To a position that a screen which has just been loaded may not know yet: it is laid out with the next frame.
    function scrollTo(position: real) {
        root.wanted = position;
        if (loader.shown)
            loader.shown.scrollTo(position);
    }

    function show() {
        root.wanted = 0;
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

    Connections {
        function onLastPositionChanged() {
            loader.shown.scrollTo(root.wanted);
        }

        enabled: root.wanted > 0
        target: loader.shown
    }

    Connections {
        function onFrameSwapped() {
            root.wanted = 0;
        }

        enabled: root.wanted > 0
        target: root.Window.window
    }

    Loader {
        id: loader

        readonly property ScreenLayout shown: loader.item as ScreenLayout

        anchors.fill: parent
        focus: true

        onStatusChanged: if (status === Loader.Error) root.session.screenFailed()
    }
}
