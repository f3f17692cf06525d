pragma ComponentBehavior: Bound

// There is nothing to show: whom to ask or ring.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property OutOfServiceViewModel screen

    Heading {
        text: qsTr("Sorry, this screen cannot help you just now")
    }

    BodyText {
        look: BodyText.Look.Lead
        text: qsTr("You still have rights, and people can help you today.")
    }

    ContactCard {
        ContactLine {
            large: true
            symbol: "support_agent"
            text: root.screen.where
        }

        ContactLine {
            large: true
            symbol: "call"
            text: root.screen.phone
            visible: text !== ""
        }
    }
}
