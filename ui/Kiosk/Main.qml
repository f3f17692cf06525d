pragma ComponentBehavior: Bound

// The window: the screen above, the bar below, the warning over both.

import QtQuick
import QtQuick.Window
import Kiosk
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Window {
    id: root

    required property SessionViewModel session
    required property bool windowed
    readonly property real contentPosition: stack.contentPosition

    function more() {
        stack.more();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.session.rightToLeft
    color: Theme.surface
    height: Screen.height
    title: qsTr("Disagreeing with a decision")
    visibility: root.windowed ? Window.Windowed : Window.FullScreen
    width: Screen.width

    Binding {
        property: "pixelsPerMm"
        target: Theme
        value: root.session.pixelsPerMm
    }

    Binding {
        property: "viewingDistance"
        target: Theme
        value: root.session.viewingDistance
    }

    Binding {
        property: "textScale"
        target: Theme
        value: root.session.textScale
    }

    Binding {
        property: "contrast"
        target: Theme
        value: root.session.contrast
    }

    Binding {
        property: "windowWidth"
        target: Theme
        value: root.width
    }

    Binding {
        property: "windowHeight"
        target: Theme
        value: root.height
    }

    ScreenStack {
        id: stack

        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        session: root.session
    }

    NavigationBar {
        id: bar

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        canGoBack: root.session.canGoBack
        canListen: false
        canStartAgain: root.session.started

        onBack: root.session.back()
        onDisplay: root.session.display()
        onPerson: root.session.person()
        onStartAgain: root.session.startAgain()
    }

    StaffNotice {
        anchors.bottom: bar.top
        anchors.left: parent.left
        anchors.margins: Theme.space
        anchors.right: parent.right
        reading: root.session.staff.reading
        sentence: root.session.staff.sentence

        onAcknowledged: root.session.staff.acknowledge()
    }

    StillThereDialog {
        anchors.fill: parent
        secondsLeft: root.session.secondsLeft
        visible: root.session.secondsLeft > 0

        onStay: root.session.stay()
    }
}
