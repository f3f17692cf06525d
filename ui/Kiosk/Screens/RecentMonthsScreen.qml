pragma ComponentBehavior: Bound

// A date question: the latest months, an earlier one, or one of the question's own options.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property RecentMonthsViewModel screen

    AnswerChips {
        screen: root.screen
    }

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: root.screen.hint
        visible: text !== ""
    }

    CardGrid {
        Repeater {
            model: root.screen.months

            delegate: OptionButton {
                id: month

                required property int number
                required text

                minimumHeight: Theme.optionHeight
                symbol: "calendar_month"

                onClicked: root.screen.chooseMonth(month.number)
            }
        }

        OptionButton {
            minimumHeight: Theme.optionHeight
            symbol: "history"
            text: root.screen.ahead ? qsTr("Another month") : qsTr("Before that")

            onClicked: root.screen.earlier()
        }

        Repeater {
            model: root.screen.options

            delegate: OptionButton {
                id: option

                required property string key
                required property bool chosen
                required hint
                required symbol
                required text

                minimumHeight: Theme.optionHeight
                selected: option.chosen

                onClicked: root.screen.choose(option.key)
            }
        }
    }

    WordsExplained {
        screen: root.screen
    }
}
