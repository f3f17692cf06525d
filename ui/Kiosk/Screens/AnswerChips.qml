pragma ComponentBehavior: Bound

// The visitor's answers as chips; a touch changes one.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Flow {
    id: root

    required property VisitViewModel screen

    spacing: Theme.space
    visible: answers.count > 0
    width: parent ? parent.width : implicitWidth

    Repeater {
        id: answers

        model: root.screen.chips

        delegate: ChipButton {
            id: chip

            required property string asked
            required property string question
            required symbol
            required text

            description: qsTr("Change this answer. %1").arg(chip.asked)

            onClicked: root.screen.change(chip.question)
        }
    }
}
