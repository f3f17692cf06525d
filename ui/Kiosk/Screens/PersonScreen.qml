pragma ComponentBehavior: Bound

// Where and when there is a person to talk to.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property PersonViewModel screen

    Heading {
        text: qsTr("Talk to a person")
    }

    BodyText {
        look: BodyText.Look.Lead
        text: qsTr("You do not have to do this alone.")
    }

    ContactCard {
        ContactLine {
            large: true
            symbol: "support_agent"
            text: root.screen.where
        }

        ContactLine {
            symbol: "schedule"
            text: root.screen.when
            visible: text !== ""
        }

        ContactLine {
            large: true
            symbol: "call"
            text: root.screen.phone
            visible: text !== ""
        }
    }

    BodyText {
        text: qsTr("Your answers stay here while you ask. Touch Back to go on.")
    }
}
