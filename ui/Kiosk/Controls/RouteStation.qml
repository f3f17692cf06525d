// A station of a route: its `number` in a circle on the line, a `label` saying how binding it is ("must", "can" or
// "choice" in `necessity`), `title`, `text`, and children below. Stack them without spacing: the line runs through.
import QtQuick
import Kiosk.Theme

Item {
    id: root

    default property alias content: words.data
    property int number: 1
    property bool first: false
    property bool last: false
    property string necessity: "can"
    property string label: ""
    property string title: ""
    property string text: ""

    width: parent ? parent.width : implicitWidth
    implicitHeight: Math.max(words.y + words.height, circle.height) + (last ? 0 : Theme.spaceSection)

    Rectangle {
        visible: !(root.first && root.last)
        anchors.horizontalCenter: circle.horizontalCenter
        y: root.first ? circle.height / 2 : 0
        width: Theme.routeLine
        height: (root.last ? circle.height / 2 : root.height) - y
        color: Theme.line
    }
    Rectangle {
        id: circle
        anchors.left: parent.left
        width: Math.max(Theme.mm(12), Math.round(Theme.body * 1.6))
        height: width
        radius: width / 2
        color: Theme.station
        border.width: Theme.routeLine
        border.color: Theme.line

        Words {
            anchors.centerIn: parent
            text: root.number
            font.weight: Theme.heavy
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("Step %1").arg(root.number)
        }
    }
    Column {
        id: words
        anchors.left: circle.right
        anchors.leftMargin: Theme.spaceWide
        anchors.right: parent.right
        y: Math.max(0, (circle.height - (root.label === "" ? heading.height : pill.height)) / 2)
        spacing: Theme.mm(2.5)

        Pill {
            id: pill
            anchors.left: parent.left
            visible: text !== ""
            text: root.label
            kind: root.necessity
        }
        Heading {
            id: heading
            level: 2
            topPadding: 0
            text: root.title
        }
        BodyText {
            visible: text !== ""
            text: root.text
        }
    }
}
