// The day that everything is shown as of: written, and taken with Enter.
pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls
import Kiosk.Theme

Item {
    id: root

    required property string day
    required property bool chosen
    required property bool wrong

    signal written(day: string)

    implicitHeight: field.height

    T.TextField {
        id: field
        width: root.width - (today.visible ? today.width + DeskTheme.space : 0)
        height: DeskTheme.control
        leftPadding: DeskTheme.spaceWide
        rightPadding: DeskTheme.space
        verticalAlignment: Text.AlignVCenter
        text: root.day
        color: Theme.text
        selectionColor: Theme.pressed
        selectedTextColor: Theme.pressedText
        selectByMouse: true
        font.family: Theme.family
        font.pixelSize: DeskTheme.text
        Accessible.role: Accessible.EditableText
        Accessible.name: qsTr("Shown as of the day, as YYYY-MM-DD")
        onAccepted: root.written(text)

        background: Rectangle {
            radius: DeskTheme.radius
            color: Theme.card
            border.width: root.wrong ? 2 * DeskTheme.borderWidth : DeskTheme.borderWidth
            border.color: root.wrong ? Theme.problem : Theme.border

            FocusRing {
                around: DeskTheme.radius
                border.width: DeskTheme.focusWidth
                visible: field.activeFocus
            }
        }
    }
    PanelButton {
        id: today
        anchors.right: parent.right
        visible: root.chosen || root.wrong
        text: qsTr("Today")
        onClicked: {
            field.text = Qt.binding(() => root.day);
            root.written("");
        }
    }
}
