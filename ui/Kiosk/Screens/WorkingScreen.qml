pragma ComponentBehavior: Bound

// How a date was worked out, line by line.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property WorkingViewModel screen

    Heading {
        text: qsTr("How we worked it out")
    }

    Notice {
        kind: Notice.Kind.Date
        text: root.screen.date
        title: root.screen.title
    }

    BodyText {
        text: root.screen.rule
    }

    Repeater {
        model: root.screen.lines

        delegate: BodyText {
            required text
        }
    }
}
