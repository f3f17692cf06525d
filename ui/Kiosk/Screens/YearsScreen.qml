pragma ComponentBehavior: Bound

// Choosing a year, this one first.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property YearsViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: qsTr("First, touch the year.")
    }

    CardGrid {
        Repeater {
            model: root.screen.years

            delegate: OptionButton {
                id: year

                required property int number
                required text

                minimumHeight: Theme.optionHeight
                symbol: "calendar_month"

                onClicked: root.screen.choose(year.number)
            }
        }
    }
}
