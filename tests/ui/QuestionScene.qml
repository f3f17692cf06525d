// A question with six options, as a visitor sees it.
pragma ComponentBehavior: Bound
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

ScreenLayout {
    id: root

    required property bool longWords

    title: longWords ? "Widerspruch gegen eine Entscheidung" : "Disagreeing with a decision"
    symbol: "handshake"
    language: longWords ? "Deutsch" : "English"

    Flow {
        width: parent.width
        spacing: Theme.space

        ChipButton {
            text: root.longWords ? "Ich bin Erziehungsberechtigte" : "I am a parent or carer"
            symbol: "family_restroom"
        }
        ChipButton {
            text: root.longWords ? "Die Kommunalverwaltung hat entschieden" : "The council decided"
            symbol: "account_balance"
        }
    }
    Heading {
        text: root.longWords ? "Was hat die Kommunalverwaltung entschieden?" : "What has the council decided?"
    }
    BodyText {
        text: "Look for these words in your letter."
    }
    CardGrid {
        OptionButton {
            text: "They will not assess my child"
            hint: "“We have decided not to carry out an EHC needs assessment”"
            symbol: "gavel"
        }
        OptionButton {
            text: root.longWords ? "Sonderpädagogische Förderbedarfsfeststellung abgelehnt, obwohl der Schulpsychologische Dienst sie empfohlen hat" : "They assessed, but will not give a plan"
            symbol: "description"
        }
        OptionButton {
            text: "The plan is wrong"
            hint: "What it says about needs, help, or the school"
            symbol: "edit_note"
            selected: true
        }
        OptionButton {
            text: "They will not change the plan after a review"
            symbol: "sync_disabled"
        }
        OptionButton {
            text: "They are stopping the plan"
            symbol: "block"
        }
        OptionButton {
            text: "I am not sure"
            hint: "We will help you to find out"
            symbol: "question_mark"
        }
    }
}
