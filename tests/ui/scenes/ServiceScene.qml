// A service with its code.
import QtQuick
import Kiosk.Controls

Scene {
    id: root

    Heading {
        text: root.words("SENDIASS, Stoke-on-Trent", "Sonderpädagogische Beratungsstelle, Stoke-on-Trent")
    }
    BodyText {
        look: BodyText.Look.Lead
        text: "Free, private advice for parents, carers and young people. They do not take sides."
    }
    QrCode {
        source: root.code
        modules: root.modules
        name: "Code with the contact details of SENDIASS"
    }
    ActionButton { text: "Make it bigger"; symbol: "zoom_in" }
    BodyText { look: BodyText.Look.Strong; text: "01782 234 701" }
    BodyText { look: BodyText.Look.Small; text: "Ring first to check opening times" }
    Divider {}
    BodyText { look: BodyText.Look.Muted; text: "Last checked on 2 November 2026." }
}
