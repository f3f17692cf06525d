pragma ComponentBehavior: Bound

// Finding one's council: the regions of England, or the councils of one.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property CouncilsViewModel screen

    Heading {
        text: root.screen.region ? qsTr("Which council?") : qsTr("Where do you live?")
    }

    BodyText {
        text: root.screen.region ? root.screen.region : qsTr("Choose the council that wrote to you, or the one where you live.")
    }

    OptionCards {
        options: root.screen.choices

        onChosen: key => root.screen.choose(key)
    }
}
