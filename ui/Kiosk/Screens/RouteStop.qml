pragma ComponentBehavior: Bound

// One station of a route: what to do, by when, and who helps.

import QtQuick
import Kiosk.Controls

RouteStation {
    id: root

    required property string deadline
    required property string helper
    required property bool more
    required property bool passed
    required property string role
    required property string symbol

    required first
    required label
    required last
    required necessity
    required number
    required text
    required title

    signal helpTouched(role: string)

    BodyText {
        look: BodyText.Look.Strong
        text: root.passed ? qsTr("This was due by %1. It is not over: see above.").arg(root.deadline) : qsTr("By %1.").arg(root.deadline)
        visible: root.deadline !== ""
    }

    ServiceButton {
        more: root.more
        symbol: root.symbol
        text: root.helper
        visible: root.role !== ""
        width: parent ? parent.width : implicitWidth

        onClicked: root.helpTouched(root.role)
    }
}
