// Every state of the buttons and texts side by side.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Scene {
    id: root

    Flow {
        width: parent.width
        spacing: Theme.spaceWide

        ActionButton { primary: true; text: root.words("Start", "Beginnen"); symbol: "arrow_forward"; symbolAtEnd: true }
        ActionButton { primary: true; text: "Not now"; enabled: false }
        ActionButton { text: "Print"; symbol: "print" }
        ActionButton { text: "Not now"; symbol: "print"; enabled: false }
        ActionButton { text: "Ordinary" }
        ActionButton { primary: true; text: "Pressed"; down: true }
        ActionButton { text: "Pressed"; down: true }
        ChipButton { text: "A chip"; symbol: "school" }
        ChipButton { text: "Pressed"; down: true }
        ChipButton { text: "Plain"; editable: false; enabled: false }
        LanguageButton { text: "Polski" }
        LanguageButton { text: "English"; selected: true }
        LanguageButton { text: "Pressed"; down: true }
    }
    CardGrid {
        OptionButton { text: "Ordinary"; hint: "With a hint"; symbol: "school" }
        OptionButton { text: "Pressed"; hint: "With a hint"; symbol: "school"; down: true }
        OptionButton { text: "Selected"; hint: "With a hint"; symbol: "school"; selected: true }
        OptionButton { text: "Disabled"; hint: "With a hint"; symbol: "school"; enabled: false }
        OptionButton { text: "No symbol" }
        TileButton { text: "Tile"; symbol: "home" }
        TileButton { text: "Tile, pressed"; symbol: "home"; down: true }
        ServiceButton { text: "Service, pressed"; symbol: "call"; down: true }
        ServiceButton { text: "Service, not here"; symbol: "call"; enabled: false }
    }
    Pill { kind: "must"; text: "Must" }
    Pill { kind: "can"; text: "Can" }
    Pill { kind: "choice"; text: root.words("Your choice", "Das ist Ihre eigene Entscheidung, niemand kann Sie dazu zwingen") }
    Heading { text: "Heading" }
    Heading { level: 2; text: "Heading of a part" }
    BodyText { text: "Body: about your child’s school, support, health care or EHC plan." }
    BodyText { look: BodyText.Look.Lead; text: "Lead: about your child’s school, support, health care." }
    BodyText { look: BodyText.Look.Strong; text: "Strong: about your child’s school." }
    BodyText { look: BodyText.Look.Muted; text: "Muted: about your child’s school." }
    BodyText { look: BodyText.Look.Small; text: "Small: about your child’s school." }
    Divider {}
}
