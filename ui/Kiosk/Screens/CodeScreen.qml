pragma ComponentBehavior: Bound

// A service's code, as large as the screen allows; beside the words where the screen is wide.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property CodeViewModel screen

    Grid {
        id: grid

        columnSpacing: Theme.spaceWide
        columns: Theme.wide ? 2 : 1
        flow: Grid.LeftToRight
        rowSpacing: Theme.spaceWide
        width: parent ? parent.width : implicitWidth

        QrCode {
            id: code

            modules: root.screen.modules
            name: qsTr("Code with the contact details of %1").arg(root.screen.title)
            room: Theme.wide ? Math.min(grid.width * 0.6, root.height - 3 * Theme.body) : grid.width
            source: root.screen.code
        }

        Column {
            spacing: Theme.space
            width: Theme.wide ? grid.width - code.width - grid.columnSpacing : grid.width

            Heading {
                text: root.screen.title
            }

            BodyText {
                text: qsTr("Open your camera. Hold the phone about an arm’s length away. Point it at the square.")
            }
        }
    }
}
