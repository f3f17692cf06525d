// The first screen, before anybody has touched it.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Scene {
    id: root

    title: ""
    symbol: ""
    language: ""

    Rectangle {
        x: -Theme.margin
        width: Theme.windowWidth
        height: hero.height + 2 * Theme.spaceSection
        color: Theme.hero

        Column {
            id: hero
            x: Theme.margin
            y: Theme.spaceSection
            width: Theme.contentWidth
            spacing: Theme.spaceWide

            BodyText { text: "Redcar & Cleveland · SEND"; look: BodyText.Look.Strong; color: Theme.heroText }
            Heading {
                text: root.words("Do you disagree with a decision?", "Sind Sie mit einer Entscheidung nicht einverstanden?")
                font.pixelSize: Theme.display
                color: Theme.heroText
            }
            BodyText {
                text: "About your child’s school, support, health care or EHC plan. Or about your own, if you are 16 to 25."
                look: BodyText.Look.Lead
                color: Theme.heroText
            }
        }
    }
    ActionButton {
        primary: true
        symbol: "arrow_forward"
        symbolAtEnd: true
        text: root.words("Touch here to start", "Hier berühren, um zu beginnen")
        width: parent.width
    }
    CardGrid {
        columns: Theme.roomy ? 2 : Theme.columns

        TileButton { text: root.words("Work out my deadline", "Meine Widerspruchsfrist berechnen"); symbol: "calendar_month" }
        TileButton { text: root.words("Just show me who can help", "Wer kann mir weiterhelfen?"); symbol: "support_agent" }
    }
    Flow {
        width: parent.width
        spacing: Theme.space

        LanguageButton { text: "English"; selected: true }
        LanguageButton { text: "Polski" }
        LanguageButton { text: "اردو" }
        LanguageButton { text: "Română" }
        LanguageButton { text: "العربية" }
        LanguageButton { text: "Soomaali" }
    }
    BodyText { text: "Nothing you touch here is kept. No names, no account." }
}
