// A question with six options, as a visitor sees it.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Scene {
    id: root

    Flow {
        width: parent.width
        spacing: Theme.space

        ChipButton {
            text: root.words("I am a parent or carer", "Ich bin Erziehungsberechtigte")
            symbol: "family_restroom"
        }
        ChipButton {
            text: root.words("The council decided", "Die Kommunalverwaltung hat entschieden")
            symbol: "account_balance"
        }
    }
    Heading {
        text: root.words("What has the council decided?", "Was hat die Kommunalverwaltung entschieden?")
    }
    BodyText {
        text: root.words("Look for these words in your letter.", "Suchen Sie diese Wörter in Ihrem Bescheid.")
    }
    CardGrid {
        OptionButton {
            text: root.words("They will not assess my child", "Keine sonderpädagogische Begutachtung")
            hint: "“We have decided not to carry out an EHC needs assessment”"
            symbol: "gavel"
        }
        OptionButton {
            text: root.words("They assessed, but will not give a plan",
                "Förderbedarfsfeststellung abgelehnt, obwohl der Schulpsychologische Dienst sie empfohlen hat")
            symbol: "description"
        }
        OptionButton {
            text: root.words("The plan is wrong", "Der Plan ist falsch")
            hint: "What it says about needs, help, or the school"
            symbol: "edit_note"
            selected: true
        }
        OptionButton {
            text: root.words("They will not change the plan after a review", "Nie zmienią planu po przeglądzie rocznym")
            symbol: "sync_disabled"
        }
        OptionButton {
            text: root.words("They are stopping the plan", "Odpowiedzialność przestaje obowiązywać")
            symbol: "block"
        }
        OptionButton {
            text: root.words("I am not sure", "Ich bin nicht sicher")
            hint: "We will help you to find out"
            symbol: "question_mark"
        }
    }
}
