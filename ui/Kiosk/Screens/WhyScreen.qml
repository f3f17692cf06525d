pragma ComponentBehavior: Bound

// Why the visitor is shown an outcome: their answers, the rule, the law and what was read.

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property WhyViewModel screen

    Heading {
        text: qsTr("Why am I seeing this?")
    }

    BodyText {
        look: BodyText.Look.Strong
        text: qsTr("You told us:")
    }

    AnswerChips {
        screen: root.screen
    }

    BodyText {
        look: BodyText.Look.Lead
        text: root.screen.rule
    }

    Heading {
        level: 2
        text: qsTr("The law")
        visible: law.count > 0
    }

    Repeater {
        id: law

        model: root.screen.law

        delegate: BodyText {
            required text
        }
    }

    Heading {
        level: 2
        text: qsTr("Where we read this")
    }

    Repeater {
        model: root.screen.sources

        delegate: BodyText {
            id: read

            required property string age
            required property string title

            look: BodyText.Look.Small
            text: read.age ? qsTr("%1 (%2)").arg(read.title).arg(read.age) : read.title
        }
    }

    BodyText {
        look: BodyText.Look.Small
        text: qsTr("Last checked on %1. This is information, not legal advice.").arg(root.screen.reviewed)
    }
}
