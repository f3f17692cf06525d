pragma ComponentBehavior: Bound

// A service's code, as large as the screen allows.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property CodeViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: qsTr("Open your camera. Hold the phone about an arm’s length away. Point it at the square.")
    }

    QrCode {
        anchors.horizontalCenter: parent ? parent.horizontalCenter : undefined
        modules: root.screen.modules
        name: qsTr("Code with the contact details of %1").arg(root.screen.title)
        room: Math.min(Theme.contentWidth, root.height - Theme.mainActionHeight * 2)
        source: root.screen.code
    }
}
