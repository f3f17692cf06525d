// Nobody has touched for a while: how many seconds are left, over the whole window. Any touch anywhere stays.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

FocusScope {
    id: root

    property int secondsLeft: 60

    signal stay

    anchors.fill: parent
    Accessible.role: Accessible.AlertMessage
    Accessible.name: qsTr("Are you still there?")
    onVisibleChanged: if (visible) yes.forceActiveFocus(Qt.TabFocusReason)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    MouseArea {
        anchors.fill: parent
        onReleased: root.stay()
    }
    Column {
        id: words
        anchors.centerIn: parent
        width: Math.min(Theme.contentWidth, Theme.readingWidth)
        spacing: Theme.low ? Theme.space : Theme.spaceSection

        Heading {
            text: qsTr("Are you still there?")
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.low ? Theme.title : Theme.display
        }
        Words {
            anchors.horizontalCenter: parent.horizontalCenter
            text: root.secondsLeft
            lineHeight: Theme.headingLineHeight
            font.pixelSize: Theme.display * (Theme.low ? 1.5 : 2.5)
            font.weight: Theme.heavy
            Accessible.role: Accessible.StaticText
            Accessible.name: qsTr("%1 seconds left").arg(root.secondsLeft)
        }
        BodyText {
            width: parent.width
            look: BodyText.Look.Lead
            text: qsTr("At 0 your answers are cleared, so that nobody else sees them.")
            horizontalAlignment: Text.AlignHCenter
        }
        ActionButton {
            id: yes
            anchors.left: undefined
            anchors.horizontalCenter: parent.horizontalCenter
            primary: true
            text: qsTr("Yes, I am still here")
            Keys.onTabPressed: event => event.accepted = true
            Keys.onBacktabPressed: event => event.accepted = true
            onClicked: root.stay()
            onCanceled: root.stay()
        }
    }
}
