pragma ComponentBehavior: Bound

// The outcome: a sentence of relief, what to do today, the dates as calendar leaves, the routes as lines of stations, what to watch for.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property OutcomeViewModel screen

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
        model: root.screen.unknowns

        delegate: Notice {
            required text

            kind: Notice.Kind.Date
        }
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
        model: root.screen.routes

        delegate: Column {
            id: route

            required property int index
            required property QtObject stops
            required property string title

            spacing: Theme.space
            width: parent ? parent.width : implicitWidth

            Heading {
                level: 2
                text: route.title
            }

            Column {
                width: parent.width

                Repeater {
                    model: route.stops

                    delegate: RouteStop {
                        onHelpTouched: role => root.screen.help(role)
                    }
                }
            }

            Notice {
                symbol: "record_voice_over"
                text: qsTr("“%1”").arg(root.screen.say)
                title: qsTr("What you can say on the phone")
                visible: route.index === 0
            }
        }
    }

    Heading {
        level: 2
        text: qsTr("Watch out")
        visible: watchOuts.count > 0
    }

    Repeater {
        id: watchOuts

        model: root.screen.watchOuts

        delegate: Notice {
            required text

            kind: Notice.Kind.WatchOut
        }
    }

    ActionButton {
        symbol: "help"
        text: qsTr("Why am I seeing this?")

        onClicked: root.screen.why()
    }

    WordsExplained {
        screen: root.screen
    }
}
