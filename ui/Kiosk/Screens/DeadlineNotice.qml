pragma ComponentBehavior: Bound

// A date as a calendar leaf, with what must happen by then and how it was worked out.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: root

    property string day: ""
    property string detail: ""
    property string month: ""
    property string passed: ""
    property string title: ""
    property string weekday: ""
    readonly property bool beside: width - leaf.width - 3 * Theme.padding > how.implicitWidth

    signal workingTouched

    border.color: Theme.dateBorder
    border.width: Theme.borderWidth
    color: Theme.dateSurface
    implicitHeight: (root.beside ? Math.max(leaf.height, words.height) : leaf.height + words.height + Theme.space) + 2 * Theme.padding
    radius: Theme.radius
    width: parent ? parent.width : implicitWidth

    DateLeaf {
        id: leaf

        day: root.day
        month: root.month
        weekday: root.weekday
        x: root.LayoutMirroring.enabled ? root.width - width - Theme.padding : Theme.padding
        y: Theme.padding
    }

    Column {
        id: words

        spacing: Theme.space
        width: root.beside ? root.width - leaf.width - 3 * Theme.padding : root.width - 2 * Theme.padding
        x: !root.beside || root.LayoutMirroring.enabled ? Theme.padding : leaf.width + 2 * Theme.padding
        y: root.beside ? Theme.padding : leaf.height + Theme.padding + Theme.space

        Heading {
            color: Theme.date
            level: 2
            text: root.title
        }

        BodyText {
            color: Theme.date
            text: root.detail
            visible: text !== ""
        }

        BodyText {
            color: Theme.date
            look: BodyText.Look.Strong
            text: root.passed
            visible: text !== ""
        }

        ActionButton {
            id: how

            text: qsTr("How we worked it out")
            width: Math.min(implicitWidth, parent.width)

            onClicked: root.workingTouched()
        }
    }
}
