pragma ComponentBehavior: Bound

// Who can help: groups, or the roles of a group.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
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

    Heading {
        level: 2
        text: qsTr("Short answers")
        visible: questions.count > 0
    }

    Flow {
        spacing: Theme.space
        visible: questions.count > 0
        width: parent.width

        Repeater {
            id: questions

            model: root.screen.questions

            delegate: ChipButton {
                id: question

                required property string key

                required text

                editable: false
                symbol: "help"

                onClicked: root.screen.explain(question.key)
            }
        }
    }
}
