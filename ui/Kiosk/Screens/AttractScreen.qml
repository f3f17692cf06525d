pragma ComponentBehavior: Bound

// Nobody is here yet: what this is for, how to start, and that nothing is kept.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

ScreenLayout {
    id: root

    required property SessionViewModel session
    required property AttractViewModel screen

    HeroPanel {
        lead: qsTr("About your child’s school, support, health care or EHC plan. Or about your own, if you are 16 to 25.")
        title: qsTr("Do you disagree with a decision?")
        topic: root.session.council ? qsTr("%1 · SEND").arg(root.session.council) : qsTr("SEND in England")
    }

    ActionButton {
        primary: true
        symbol: "arrow_forward"
        symbolAtEnd: true
        text: qsTr("Touch here to start")
        width: parent ? parent.width : implicitWidth

        onClicked: root.screen.start()
    }

    OptionButton {
        hint: qsTr("Services near you, and national ones")
        symbol: "support_agent"
        text: qsTr("Just show me who can help")

        width: parent ? parent.width : implicitWidth
        onClicked: root.screen.helpers()
    }

    Flow {
        spacing: Theme.space
        visible: languages.count > 0
        width: parent ? parent.width : implicitWidth

        Repeater {
            id: languages

            model: root.screen.languages

            delegate: ActionButton {
                id: language

                required property string key

                required text

                onClicked: root.screen.language(language.key)
            }
        }
    }

    ContactLine {
        symbol: "shield_lock"
        text: qsTr("Nothing you touch here is kept. No names, no account.")
    }

    ContactLine {
        symbol: "support_agent"
        text: root.session.where
        visible: text !== ""
    }
}
