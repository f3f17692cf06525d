pragma ComponentBehavior: Bound

// One word, explained.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property TermViewModel screen

    Heading {
        text: root.screen.title
    }

    BodyText {
        look: BodyText.Look.Lead
        text: root.screen.meaning
    }

    BodyText {
        text: root.screen.more
        visible: text !== ""
    }

    BodyText {
        look: BodyText.Look.Small
        text: qsTr("Touch Back to go on where you were.")
    }

    WordsExplained {
        screen: root.screen
    }
}
