pragma ComponentBehavior: Bound

// Nobody is here yet: what this is for, how to start, and that nothing is kept. The panel fills what the rest leaves,
// so that what is to be touched stands low, within reach of somebody sitting.

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

ScreenLayout {
    id: root

    required property AttractViewModel screen
    required property SessionViewModel session
    readonly property bool fresh: root.session.about.freshness === "fresh"
    readonly property bool lowDate: root.fresh && Theme.low // there is no room for a line of its own
    readonly property string place: root.session.about.council ? qsTr("%1 · SEND").arg(root.session.about.council) : qsTr("SEND in England")
    readonly property int gap: Theme.low ? Theme.space : Theme.spaceWide

    spacing: root.gap

    HeroPanel {
        height: Math.max(implicitHeight, root.height - below.height - 3 * root.spacing)
        lead: qsTr("About your child’s school, support, health care or EHC plan. Or about your own, if you are 16 to 25.")
        stations: [qsTr("Answer a few plain questions"), qsTr("See what you can do, and by when"), qsTr("Take the contact details home")]
        title: qsTr("Do you disagree with a decision?")
        topic: root.lowDate ? qsTr("%1 · Information of %2").arg(root.place).arg(root.session.about.contentDate) : root.place
    }

    Column {
        id: below

        spacing: root.gap
        width: parent ? parent.width : implicitWidth

        Notice {
            kind: Notice.Kind.WatchOut
            text: root.session.about.notice
            visible: text !== ""
        }

        AgeNotice {
            session: root.session
        }

        CardGrid {
            columnSpacing: root.gap
            rowSpacing: root.gap

            StartButton {
                text: qsTr("Touch here to start")

                onClicked: root.screen.start()
            }

            OptionButton {
                symbol: "support_agent"
                text: qsTr("Just show me who can help")

                onClicked: root.screen.helpers()
            }

            OptionButton {
                symbol: "event"
                text: qsTr("Work out my deadline")

                onClicked: root.screen.deadline()
            }

            OptionButton {
                symbol: "account_balance"
                text: root.session.about.council ? qsTr("Find another council") : qsTr("Find your council")

                onClicked: root.screen.councils()
            }
        }

        Flow {
            spacing: Theme.space
            visible: languages.count > 0
            width: parent.width

            Repeater {
                id: languages

                model: root.screen.languages

                delegate: LanguageButton {
                    id: language

                    required property bool chosen
                    required property string key

                    required text

                    selected: language.chosen

                    onClicked: root.screen.language(language.key)
                }
            }
        }

        CardGrid {
            columnSpacing: root.gap
            rowSpacing: root.gap

            ContactLine {
                Layout.fillWidth: true
                symbol: "shield_lock"
                text: qsTr("Nothing you touch here is kept. No names, no account.")
            }

            ContactLine {
                Layout.fillWidth: true
                symbol: "support_agent"
                text: qsTr("A person can help you: %1").arg(root.session.about.where)
            }

            ContactLine {
                Layout.fillWidth: true
                symbol: "today"
                text: qsTr("This information is of %1.").arg(root.session.about.contentDate)
                visible: root.fresh && !Theme.low
            }
        }
    }
}
