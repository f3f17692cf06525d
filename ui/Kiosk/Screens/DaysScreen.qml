pragma ComponentBehavior: Bound

// Choosing a day of a month; days still to come cannot be touched.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property DaysViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        look: BodyText.Look.Lead
        text: qsTr("Touch the day in %1.").arg(root.screen.month)
    }

    DayGrid {
        blanks: root.screen.blanks
        days: root.screen.days
        weekdays: root.screen.weekdays

        onChosen: number => root.screen.choose(number)
    }
}
