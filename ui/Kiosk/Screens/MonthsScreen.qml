pragma ComponentBehavior: Bound

// Choosing a month of a year; months still to come cannot be touched.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property MonthsViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: qsTr("Touch the month in %1.").arg(root.screen.year)
    }

    Grid {
        id: grid

        columns: Math.max(2, Math.min(4, Math.floor(width / (Theme.body * 8))))
        columnSpacing: Theme.spaceWide
        rowSpacing: Theme.space
        width: parent ? parent.width : implicitWidth

        Repeater {
            model: root.screen.months

            delegate: ActionButton {
                id: month

                required enabled
                required property int number
                required text

                minimumHeight: Theme.optionHeight
                width: (grid.width - (grid.columns - 1) * grid.columnSpacing) / grid.columns

                onClicked: root.screen.choose(month.number)
            }
        }
    }
}
