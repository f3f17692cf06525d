// A route with its stations, a date as a leaf, and notices.
import QtQuick
import Kiosk.Controls
import Kiosk.Theme

Scene {
    id: root

    Flow {
        width: parent.width
        spacing: Theme.space

        ChipButton { text: root.words("Parent or carer", "Erziehungsberechtigte") }
        ChipButton { text: root.words("Council", "Kommunalverwaltung") }
        ChipButton { text: "Will not assess" }
        ChipButton { text: "Letter: 16 October 2026"; symbol: "calendar_month" }
    }
    Heading {
        text: root.words("You can challenge this. Here is your route.", "Sie können Widerspruch einlegen. So geht es weiter.")
    }
    Notice {
        kind: Notice.Kind.Date
        symbol: ""
        title: "Your appeal must arrive by 5pm on this day"
        text: "2 months after 16 October. 23 days left."

        DateLeaf {
            day: "16"
            month: root.words("December", "Października")
            weekday: root.words("Wednesday", "Donnerstag")
        }
        ActionButton { text: "How we worked it out" }
    }
    Column {
        width: parent.width

        RouteStation {
            number: 1
            first: true
            necessity: "can"
            label: "Free help, today"
            title: "Talk to SENDIASS"
            text: "They are on nobody’s side. They help you with every step."

            ServiceButton {
                text: root.words("SENDIASS in your area", "Unabhängige Beratungsstelle für Sonderpädagogik")
                symbol: "support_agent"
            }
        }
        RouteStation {
            number: 2
            necessity: "must"
            label: root.words("You must do this before you appeal", "Das müssen Sie vor dem Widerspruchsverfahren tun")
            title: "Phone the mediation adviser"
            text: "By 16 December. You do not have to go to mediation. You get a certificate in 3 working days."

            ServiceButton { text: "Mediation adviser"; symbol: "call" }
        }
        RouteStation {
            number: 3
            last: true
            necessity: "choice"
            label: "Your choice"
            title: "Send your appeal to the SEND Tribunal"
            text: "It is free. You do not need a lawyer."
        }
    }
    Notice {
        kind: Notice.Kind.WatchOut
        title: "Watch out"
        text: "You do not lose your right to appeal by talking to the council first. But the clock keeps running."
    }
    Notice {
        text: "You are seeing this because the council said no to an EHC needs assessment."
    }
}
