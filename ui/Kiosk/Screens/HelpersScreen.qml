pragma ComponentBehavior: Bound

// Who can help: groups, or the roles of a group.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property HelpersViewModel screen

    Heading {
        text: root.screen.group || qsTr("Who can help?")
    }

    BodyText {
        text: root.screen.group ? qsTr("Touch one to see how to reach them.") : qsTr("What do you need?")
    }

    OptionCards {
        options: root.screen.helpers

        onChosen: key => root.screen.choose(key)
    }
}
