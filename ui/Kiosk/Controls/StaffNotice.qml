// What staff are told, above the bar and over whatever stands there: that a stick is being read, and what came of it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Rectangle {
    id: root

    property bool reading: false
    property string sentence: ""

    signal acknowledged

    Accessible.role: Accessible.AlertMessage
    Accessible.name: told.text
    border.color: Theme.border
    border.width: Theme.borderWidth
    color: Theme.card
    implicitHeight: words.height + 2 * Theme.padding
    radius: Theme.radius
    visible: reading || sentence !== ""

    MouseArea {
        anchors.fill: parent // what lies below is not touched through it
    }
    Column {
        id: words
        spacing: Theme.space
        width: parent.width - 2 * Theme.padding
        x: Theme.padding
        y: Theme.padding

        Heading {
            level: 2
            text: qsTr("For staff: the stick")
            topPadding: 0
        }
        BodyText {
            id: told
            text: root.reading ? qsTr("It is being read. Leave it in.") : root.sentence
        }
        ActionButton {
            primary: true
            symbol: "done"
            text: qsTr("I have read this")
            visible: !root.reading
            onClicked: root.acknowledged()
        }
    }
}
