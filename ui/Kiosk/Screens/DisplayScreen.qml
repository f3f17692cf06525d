pragma ComponentBehavior: Bound

// Text size, contrast and language.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme
import Kiosk.ViewModels

TopicScreen {
    id: root

    required property DisplayViewModel screen
    readonly property list<string> sizes: [qsTr("Smaller"), qsTr("Normal"), qsTr("Larger"), qsTr("Largest")]

    Heading {
        text: qsTr("How should it look?")
    }

    Heading {
        level: 2
        text: qsTr("Text size")
    }

    CardGrid {
        Repeater {
            model: root.sizes

            delegate: OptionButton {
                id: size

                required property int index
                required property string modelData

                selected: root.screen.textSize === size.index
                minimumHeight: Theme.optionHeight
                symbol: "text_fields"
                text: size.modelData

                onClicked: root.screen.chooseSize(size.index)
            }
        }
    }

    Heading {
        level: 2
        text: qsTr("Contrast")
    }

    CardGrid {
        OptionButton {
            selected: root.screen.contrast === "standard"
            minimumHeight: Theme.optionHeight
            symbol: "contrast"
            text: qsTr("Normal colours")

            onClicked: root.screen.chooseContrast("standard")
        }

        OptionButton {
            selected: root.screen.contrast === "high"
            minimumHeight: Theme.optionHeight
            symbol: "contrast"
            text: qsTr("Black on white")

            onClicked: root.screen.chooseContrast("high")
        }

        OptionButton {
            selected: root.screen.contrast === "dark"
            minimumHeight: Theme.optionHeight
            symbol: "contrast"
            text: qsTr("Light on dark")

            onClicked: root.screen.chooseContrast("dark")
        }
    }

    Heading {
        level: 2
        text: qsTr("Language")
        visible: languages.count > 0
    }

    CardGrid {
        Repeater {
            id: languages

            model: root.screen.languages

            delegate: OptionButton {
                id: language

                required property string key
                required property bool chosen
                required property bool reviewed
                required text

                hint: language.reviewed ? "" : qsTr("No speaker has checked this translation yet.")
                selected: language.chosen
                minimumHeight: Theme.optionHeight
                symbol: "translate"

                onClicked: root.screen.chooseLanguage(language.key)
            }
        }
    }
}
