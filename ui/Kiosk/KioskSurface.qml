pragma ComponentBehavior: Bound

// The whole face of the kiosk: the screen above, the bar below, the warning over both. The theme follows its size.

import QtQuick
import Kiosk
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Item {
    id: root

    required property SessionViewModel session
    readonly property real contentPosition: stack.contentPosition

    function more() {
        stack.more();
    }

    function scrollTo(position: real) {
        stack.scrollTo(position);
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: root.session.rightToLeft

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
