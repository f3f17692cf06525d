// A month of day buttons, Monday first. `days` is a model with number, text, spoken, enabled and today; `blanks` is how
// many weekdays come before the first; `weekdays` are the seven names. Fills its parent's width.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Theme

Grid {
    id: root

    required property QtObject days
    required property int blanks
    required property list<string> weekdays

    readonly property int cellWidth: Math.floor((width - 6 * spacing) / 7)

    signal chosen(number: int)

    width: parent ? parent.width : implicitWidth
    columns: 7
    spacing: Theme.spaceTight

    WordFit {
        id: fit
    }
    Repeater {
        model: root.weekdays

        delegate: Words {
            required property string modelData

            width: root.cellWidth
            text: modelData
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Math.max(Theme.smallest, fit.fitting(root.weekdays, root.cellWidth, Theme.small))
            font.weight: Theme.strong
            Accessible.role: Accessible.StaticText
            Accessible.name: text
        }
    }
    Repeater {
        model: root.blanks

        delegate: Item {
            width: root.cellWidth
            height: Theme.target
        }
    }
    Repeater {
        model: root.days

        delegate: DayButton {
            id: day

            required property int number
            required text
            required spoken
            required enabled
            required today

            minimumHeight: Theme.optionHeight

            width: root.cellWidth
            onClicked: root.chosen(day.number)
        }
    }
}
