pragma ComponentBehavior: Bound

// Options, groups, roles or services as cards: whatever has a key, words, a hint and a symbol.

import QtQuick
import Kiosk.Controls
import Kiosk.Theme

CardGrid {
    id: root

    required property QtObject options

    signal chosen(key: string)

    Repeater {
        model: root.options

        delegate: OptionButton {
            id: card

            required property string key
            required property bool chosen
            required hint
            required symbol
            required text

            minimumHeight: Theme.optionHeight
            selected: card.chosen

            onClicked: root.chosen(card.key)
        }
    }
}
