pragma ComponentBehavior: Bound

// The words on a screen that a touch explains.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

Column {
    id: root

    required property ExplainedViewModel screen

    spacing: Theme.space
    visible: words.count > 0
    width: parent ? parent.width : implicitWidth

    BodyText {
        look: BodyText.Look.Strong
        text: qsTr("What do these words mean?")
    }

    Flow {
        spacing: Theme.space
        width: parent.width

        Repeater {
            id: words

            model: root.screen.terms

            delegate: ChipButton {
                id: word

                required property string key

                required text

                description: qsTr("Explains this word")
                editable: false
                symbol: "menu_book"

                onClicked: root.screen.explain(word.key)
            }
        }
    }
}
