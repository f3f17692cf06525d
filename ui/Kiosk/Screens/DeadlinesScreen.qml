pragma ComponentBehavior: Bound

// Where the calculator ends: the dates as calendar leaves, what gives no date and why, and who helps.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property DeadlinesViewModel screen

    AnswerChips {
        screen: root.screen
    }

    Heading {
        text: root.screen.title
    }

    BodyText {
        text: root.screen.summary
    }

    AgeNotice {
        session: root.session
    }

    Repeater {
        model: root.screen.leaves

        delegate: DeadlineNotice {
            id: leaf

            required property string key

            required day
            required detail
            required month
            required passed
            required title
            required weekday

            onWorkingTouched: root.screen.working(leaf.key)
        }
    }

    Repeater {
        model: root.screen.undated

        delegate: Notice {
            required text
            required title

            kind: Notice.Kind.Date
        }
    }

    Heading {
        level: 2
        text: qsTr("Free, independent help")
    }

    ServiceButton {
        symbol: root.screen.helperSymbol
        text: root.screen.helper

        onClicked: root.screen.help()
    }

    ActionButton {
        symbol: "route"
        text: qsTr("See everything you can do")

        onClicked: root.screen.everything()
    }

    WordsExplained {
        screen: root.screen
    }
}
